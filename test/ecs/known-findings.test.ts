import { App, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { EcsEnvironment, KnownFindings, Nat } from '../../lib';
import { check, CheckedApp, KEEP_REPORT } from '../checks';
import { container, file, Props, WEB } from './helpers';

interface Case extends Props {
  readonly flags?: object;
  readonly env?: StackProps['env'];
  readonly change?: (made: EcsEnvironment) => void;
}

function checked({ flags = {}, env: place, change, ...props }: Case = {}): CheckedApp {
  const app = new App({ context: { ...flags, ...KEEP_REPORT } });
  KnownFindings.acknowledge(app);
  const made = new EcsEnvironment(new Stack(app, 'Shop', { env: place }), 'Web', { dockerrun: file([WEB]), ...props });
  change?.(made);
  return check(app);
}

/** What was found, without words. */
function found({ findings }: CheckedApp): string[] {
  return findings.map((finding) => finding.slice(0, finding.indexOf(': '))).sort();
}

function places({ acknowledged }: CheckedApp): string[] {
  return acknowledged.map(({ resource, finding }) => `${resource} ${finding}`).sort();
}

function reasonOf({ acknowledged }: CheckedApp, wanted: string): string | undefined {
  return acknowledged.find(({ finding }) => finding.includes(wanted))?.reason;
}

const ROLE = 'Shop/Web/Cluster/Capacity/InstanceRole';
const TASK = 'Shop/Web/Service/TaskDefinition';

/** What props decide. */
const YOURS = [
  'Shop/Web/Cluster/Capacity/AutoScalingGroup/ASG AwsSolutions-AS3',
  'Shop/Web/Cluster/Cluster/Resource AwsSolutions-ECS4',
  'Shop/Web/LoadBalancer/LoadBalancer/Resource AwsSolutions-ELB2',
  'Shop/Web/LoadBalancer/LoadBalancer/SecurityGroup/Resource AwsSolutions-EC23',
  'Shop/Web/Network/Vpc/Resource AwsSolutions-VPC7',
];

/** What no prop decides. */
const KNOWN = [
  `${ROLE}/DefaultPolicy/Resource AwsSolutions-IAM5[Action::ecs:Submit*]`,
  `${ROLE}/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]`,
  `${ROLE}/Resource AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AWSElasticBeanstalkMulticontainerDocker]`,
  `${ROLE}/Resource AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]`,
  `${TASK}/Resource AwsSolutions-ECS2`,
];

const env = { account: '111122223333', region: 'eu-west-1' };

test.each([
  ['no flags', {}],
  ['all flags', { flags: recommended }],
  ['no flags in a known region', { env }],
  ['all flags in a known region', { flags: recommended, env }],
])('acknowledges what no prop changes, and nothing else (%s)', (_name, options) => {
  const result = checked(options);
  expect(places(result)).toEqual(KNOWN);
  expect(found(result)).toEqual(YOURS);
});

test('acknowledges that the token for private images knows no resources', () => {
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0';
  const result = checked({ dockerrun: file([container('web', { image, portMappings: [{ hostPort: 80, containerPort: 80 }] })]) });
  expect(places(result)).toContain(`${TASK}/ExecutionRole/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]`);
  expect(found(result)).toEqual(YOURS);
});

test('acknowledges the streams of the log group that the file names', () => {
  const logConfiguration = { logDriver: 'awslogs', options: { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' } };
  const result = checked({ dockerrun: file([container('web', { logConfiguration, portMappings: [{ hostPort: 80, containerPort: 80 }] })]) });
  expect(places(result)).toContain(
    `${TASK}/ExecutionRole/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:eu-west-1:<AWS::AccountId>:log-group:/shop:*]`,
  );
  expect(found(result)).toEqual(YOURS);
});

test('acknowledges the same of a role that the file names', () => {
  const executionRoleArn = 'arn:aws:iam::111122223333:role/starter';
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0';
  const dockerrun = file([container('web', { image, portMappings: [{ hostPort: 80, containerPort: 80 }] })], { executionRoleArn });
  const result = checked({ dockerrun, env });
  expect(places(result).filter((place) => place.includes('IAM5[Resource'))).toEqual([
    `${ROLE}/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]`,
    'Shop/Web/Service/TaskDefinitionExecutionRole/Policy/Resource AwsSolutions-IAM5[Resource::*]',
  ]);
  expect(found(result)).toEqual(YOURS);
});

const VPC_ONLY = 'It is open to the address range of the VPC alone, which cdk-nag cannot read.';

test('acknowledges that an internal load balancer is open to the VPC', () => {
  const result = checked({ publicLoadBalancer: false });
  expect(places(result)).toContain('Shop/Web/LoadBalancer/LoadBalancer/SecurityGroup/Resource AwsSolutions-EC23');
  expect(reasonOf(result, 'EC23')).toBe(VPC_ONLY);
  expect(found(result)).toEqual(YOURS.filter((place) => !place.endsWith('EC23')));
});

test('acknowledges that endpoints are open to the VPC', () => {
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0';
  const result = checked({ env, nat: Nat.none(), dockerrun: file([container('web', { image, portMappings: [{ hostPort: 80, containerPort: 80 }] })]) });
  expect(places(result).filter((place) => place.endsWith('EC23'))).toEqual(['Shop/Web/Network/Vpc/EndpointSecurityGroup/Resource AwsSolutions-EC23']);
  expect(found(result)).toEqual(YOURS);
});

test('acknowledges what NAT instances are', () => {
  const result = checked({ nat: Nat.instances() });
  const instance = (zone: number) => ['EC26', 'EC28', 'EC29'].map((finding) => `Shop/Web/Network/Vpc/PublicSubnet${zone}/NatInstance/Resource AwsSolutions-${finding}`);
  expect(places(result).filter((place) => place.includes('NatInstance'))).toEqual([...instance(1), ...instance(2)]);
  expect(found(result)).toEqual(YOURS);
});

test('still finds a load balancer that is open to the VPC and to the world', () => {
  const result = checked({ publicLoadBalancer: false, change: ({ listeners }) => { listeners[0].connections.allowDefaultPortFromAnyIpv4(); } });
  expect(found(result)).toEqual(YOURS);
});

test('still finds what somebody else grants on every resource', () => {
  const grant = (actions: string[], resources = ['*']) => new iam.PolicyStatement({ actions, resources });
  const result = checked({
    change: ({ instanceRole, taskDefinition }) => {
      instanceRole.addToPrincipalPolicy(grant(['s3:GetObject'], ['*', 'arn:aws:s3:::shop/logo.png']));
      taskDefinition.addToExecutionRolePolicy(grant(['ssm:GetParameter']));
    },
  });
  expect(found(result)).toEqual([
    ...YOURS.slice(0, 1),
    `${ROLE}/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]`,
    ...YOURS.slice(1),
    `${TASK}/ExecutionRole/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]`,
  ].sort());
});

test('a permission that is denied on every resource changes nothing', () => {
  const denial = new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:*'], resources: ['*'] });
  expect(found(checked({ change: ({ instanceRole }) => { instanceRole.addToPrincipalPolicy(denial); } }))).toEqual(YOURS);
});

test('still finds variables beyond the region', () => {
  expect(found(checked({ environmentProperties: { STAGE: 'test' } }))).toEqual([...YOURS, `${TASK}/Resource AwsSolutions-ECS2`].sort());
});

test('knows the services that are added later', () => {
  const dockerrun = file([container('api', { portMappings: [{ hostPort: 81, containerPort: 81 }] })]);
  const result = checked({ change: (made) => { made.addService('Api', { dockerrun, rules: [{ pathPatterns: ['/api/*'] }] }); } });
  expect(places(result)).toContain('Shop/Web/Api/TaskDefinition/Resource AwsSolutions-ECS2');
  expect(found(result)).toEqual(YOURS);
});

test('the report keeps the reasons', () => {
  const result = checked();
  expect(reasonOf(result, 'AmazonSSMManagedInstanceCore')).toBe('Session Manager, so that no instance needs a key pair or an open port for SSH.');
  expect(reasonOf(result, 'ECS2')).toBe('The only variable is AWS_REGION, which is no secret.');
});
