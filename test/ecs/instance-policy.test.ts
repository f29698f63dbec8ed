import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CapacityImage, InstancePolicy } from '../../lib';
import { environment, Json, only, Props, statementsOf, target, templateOf } from './helpers';

function role(props: Props): { managed: Json[]; statements: Json[] } {
  const template = templateOf({ instancePolicy: InstancePolicy.scoped(), ...props });
  const id = target(only(template, 'AWS::IAM::InstanceProfile').Properties.Roles[0]);
  const { ManagedPolicyArns = [] } = template.findResources('AWS::IAM::Role')[id].Properties;
  return { managed: ManagedPolicyArns, statements: statementsOf(template, id) };
}

/** Each action with whether it is held to the cluster. */
function actionsOf(statements: Json[]): [string, boolean][] {
  return statements.flatMap(({ Action, Resource, Condition }) => [Action].flat().map((action: string): [string, boolean] => [action, Resource !== '*' || Condition !== undefined]));
}

const SCOPED = [
  ['ecs:DeregisterContainerInstance', true],
  ['ecs:RegisterContainerInstance', true],
  ['ecs:SubmitAttachmentStateChanges', true],
  ['ecs:SubmitContainerStateChange', true],
  ['ecs:SubmitTaskStateChange', true],
  ['ecs:Poll', true],
  ['ecs:StartTelemetrySession', true],
  ['ecs:DiscoverPollEndpoint', false],
  ['ssm:UpdateInstanceInformation', false],
  ['ssmmessages:CreateControlChannel', false],
  ['ssmmessages:CreateDataChannel', false],
  ['ssmmessages:OpenControlChannel', false],
  ['ssmmessages:OpenDataChannel', false],
  ['ecs:UpdateContainerInstancesState', true],
];

test('the scoped policy is no managed one, acts on the cluster alone and writes no logs', () => {
  const { managed, statements } = role({});
  expect(managed).toEqual([]);
  const signals = ['cloudformation:SignalResource', 'ecs:DescribeServices', 'ecs:ListServices', 'ecs:ListTasks', 'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'];
  expect(actionsOf(statements).filter(([action]) => !signals.includes(action))).toEqual(SCOPED);
});

test('the CDK adds no managed policies for Bottlerocket to it either', () => {
  const { managed, statements } = role({ machineImage: CapacityImage.bottlerocket() });
  expect(managed).toEqual([]);
  expect(actionsOf(statements)).toEqual(SCOPED);
});

test('what others grant to the role is still added', () => {
  const made = environment({ instancePolicy: InstancePolicy.scoped() });
  made.autoScalingGroup.addToRolePolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
  const statements = Object.values(Template.fromStack(Stack.of(made)).findResources('AWS::IAM::Policy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  expect(statements).toContainEqual({ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' });
});

test('it is a decision of the plan', () => {
  expect(environment().plan.decision('instance policy')).toMatchObject({ choice: 'beanstalk', source: 'beanstalk' });
  expect(environment({ instancePolicy: InstancePolicy.scoped() }).plan.decision('instance policy')).toMatchObject({ choice: 'scoped', source: 'prop' });
});
