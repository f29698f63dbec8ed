import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { container, file, Json, templateOf } from './helpers';

/** Every place where two values differ, as `path: before → after`. */
function differences(before: Json, after: Json, path: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const areNodes = [before, after].every((value) => typeof value === 'object' && value !== null) && Array.isArray(before) === Array.isArray(after);
  if (!areNodes) return [`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differences(before[key], after[key], `${path}.${key}`));
}

const CLUSTER = '{"ArnEquals":{"ecs:cluster":{"Fn::GetAtt":["EnvironmentCluster26C18062","Arn"]}}}';
const STATEMENT = '.EnvironmentClusterCapacityInstanceRoleDefaultPolicy168C9910.Properties.PolicyDocument.Statement';

test('a template depends on no feature flag, but for what the CDK changes itself', () => {
  expect(Object.keys(recommended).length).toBeGreaterThan(80);
  const [none, all] = [{}, recommended].map((context) => templateOf({}, {}, { context }).toJSON().Resources);
  expect(differences(none, all, '')).toEqual([
    // @aws-cdk/aws-iam:minimizePolicies joins statements that differ in their actions only, and sorts these.
    `${STATEMENT}.2.Action.0: "ecs:Poll" → "ecs:DescribeServices"`,
    `${STATEMENT}.2.Action.1: "ecs:StartTelemetrySession" → "ecs:ListServices"`,
    `${STATEMENT}.2.Action.2: undefined → "ecs:ListTasks"`,
    `${STATEMENT}.2.Action.3: undefined → "ecs:Poll"`,
    `${STATEMENT}.2.Action.4: undefined → "ecs:StartTelemetrySession"`,
    `${STATEMENT}.2.Action.5: undefined → "ecs:UpdateContainerInstancesState"`,
    `${STATEMENT}.3.Action.0: "ecs:DiscoverPollEndpoint" → "ecr:GetAuthorizationToken"`,
    `${STATEMENT}.3.Action.1: "ecr:GetAuthorizationToken" → "ecs:DiscoverPollEndpoint"`,
    `${STATEMENT}.3.Action.2: "logs:CreateLogStream" → "elasticloadbalancing:DescribeTargetGroups"`,
    `${STATEMENT}.3.Action.3: "logs:PutLogEvents" → "elasticloadbalancing:DescribeTargetHealth"`,
    `${STATEMENT}.3.Action.4: undefined → "logs:CreateLogStream"`,
    `${STATEMENT}.3.Action.5: undefined → "logs:PutLogEvents"`,
    `${STATEMENT}.4: {"Action":"ecs:UpdateContainerInstancesState","Condition":${CLUSTER},"Effect":"Allow","Resource":"*"} → undefined`,
    `${STATEMENT}.5: {"Action":["ecs:DescribeServices","ecs:ListServices","ecs:ListTasks"],"Condition":${CLUSTER},"Effect":"Allow","Resource":"*"} → undefined`,
    `${STATEMENT}.6: {"Action":["elasticloadbalancing:DescribeTargetGroups","elasticloadbalancing:DescribeTargetHealth"],"Effect":"Allow","Resource":"*"} → undefined`,
    // @aws-cdk/aws-ecs:removeDefaultDeploymentAlarm leaves out alarms that are off anyway.
    '.EnvironmentService8B24E85C.Properties.DeploymentConfiguration.Alarms: {"AlarmNames":[],"Enable":false,"Rollback":false} → undefined',
    // @aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker leaves out what is the default.
    '.EnvironmentService8B24E85C.Properties.DeploymentController: {"Type":"ECS"} → undefined',
  ]);
});

test('flags replace no resource, whatever the file uses', () => {
  const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
  const dockerrun = file([container('web', {
    image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0',
    portMappings: [{ hostPort: 80, containerPort: 80 }, { hostPort: 81, containerPort: 81 }],
    secrets: [{ name: 'PASSWORD', valueFrom: secret }],
  })]);
  const [none, all] = [{}, recommended].map((context) =>
    templateOf({ dockerrun, listeners: [{ port: 80 }, { port: 81 }] }, {}, { context }).toJSON().Resources);
  const types = (resources: Json) => Object.fromEntries(Object.entries<Json>(resources).map(([id, { Type }]) => [id, Type]));
  expect(types(all)).toEqual(types(none));
});
