import { check, KEEP_REPORT } from '../checks';
import { Json } from '../ecs/helpers';
import { EVERY_SHAPE, everyShape } from './every-shape';

const { templates, findings, acknowledged } = check(everyShape(KEEP_REPORT));

const NAMES = Object.keys(EVERY_SHAPE);

function environmentOf(name: string): Json {
  return Object.values(templates[name].Resources as Json).find(({ Type }: Json) => Type === 'AWS::ElasticBeanstalk::Environment');
}

/** The resources that a value refers to. */
function named(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref: ref, 'Fn::GetAtt': attribute } = value as Json;
  return [...ref ? [ref] : [], ...attribute ? [attribute[0]] : [], ...Object.values(value).flatMap(named)];
}

test.each(NAMES)('%s: waits for nothing that it refers to, as cfn-lint minds that said twice (W3005)', (name) => {
  const { DependsOn: waits, Properties } = environmentOf(name);
  expect(waits.length).toBeGreaterThan(0);
  expect(waits.filter((id: string) => named(Properties).includes(id))).toEqual([]);
});

/** What has to be there before instances start and clients come, beside what options refer to. */
const WAITS: readonly (readonly [string, readonly RegExp[]])[] = [
  ['Application', [/InstanceRoleDefaultPolicy/, /LoadBalancerSecurityGroup.*InstanceSecurityGroup/, /InstanceSecurityGroup.*SecurityGroup/, /PrivateSubnet1DefaultRoute/, /PublicSubnet2DefaultRoute/]],
  ['Secure', [/LogsPolicy/, /PublicSubnet1DefaultRoute/]],
  ['Internal', [/LoadBalancerSecurityGroup.*InstanceSecurityGroup/, /PrivateSubnet2DefaultRoute/]],
  ['Network', [/InstanceRoleDefaultPolicy/, /PublicSubnet1DefaultRoute/]],
  ['Shared', [/SharedHttp/, /^SharedSecurityGroup.*InstanceSecurityGroup/, /InstanceSecurityGroup.*SecurityGroup/, /PrivateSubnet1DefaultRoute/]],
  ['Single', [/InstanceRoleDefaultPolicy/, /PublicSubnet1DefaultRoute/]],
  ['Worker', [/InstanceRoleDefaultPolicy/, /PrivateSubnet1DefaultRoute/]],
];

test.each(WAITS)('%s: waits for its permissions, its security groups and its ways in and out', (name, expected) => {
  const { DependsOn: waits } = environmentOf(name);
  expect(waits).toEqual(expect.arrayContaining(expected.map((id) => expect.stringMatching(id))));
});

/** What cdk-nag finds below the stack of a shape, without words. */
function found(name: string): string[] {
  const own = findings.filter((finding) => finding.startsWith(`${name}/`));
  return own.map((finding) => finding.slice(name.length + 1, finding.indexOf(': '))).sort();
}

const FLOW_LOGS = 'Shop/Network/Vpc/Resource AwsSolutions-VPC7';
const OPEN_FRONT = 'Shop/LoadBalancerSecurityGroup/Resource AwsSolutions-EC23';
const OPEN_INSTANCES = 'Shop/InstanceSecurityGroup/Resource AwsSolutions-EC23';

test.each([
  ['Application', [OPEN_FRONT, FLOW_LOGS]],
  ['Secure', [OPEN_FRONT, FLOW_LOGS]],
  ['Internal', [FLOW_LOGS]],
  ['Network', [OPEN_INSTANCES, FLOW_LOGS]],
  ['Shared', ['Shared/Resource AwsSolutions-ELB2', 'Shared/SecurityGroup/Resource AwsSolutions-EC23', 'Vpc/Resource AwsSolutions-VPC7']],
  ['Single', [OPEN_INSTANCES, FLOW_LOGS]],
  ['Worker', [FLOW_LOGS]],
])('%s: cdk-nag finds what props and the user decide, and nothing else', (name, expected) => {
  expect(found(name)).toEqual(expected);
});

const policy = (name: string) => `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`;
const INSTANCE_POLICIES = ['AWSElasticBeanstalkMulticontainerDocker', 'AWSElasticBeanstalkWebTier', 'AWSElasticBeanstalkWorkerTier', 'AmazonSSMManagedInstanceCore'];
const SERVICE_POLICIES = ['AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy', 'service-role/AWSElasticBeanstalkEnhancedHealth'];

/** What no prop changes. */
const KNOWN = [
  'Shop/InstanceRole/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]',
  ...INSTANCE_POLICIES.map((name) => `Shop/InstanceRole/Resource ${policy(name)}`),
  ...SERVICE_POLICIES.map((name) => `Shop/ServiceRole/Resource ${policy(name)}`),
];

test.each(NAMES)('%s: what no prop changes is acknowledged with a reason', (name) => {
  const own = acknowledged.filter(({ resource, finding }) => resource.startsWith(`${name}/`) && finding.startsWith('AwsSolutions'));
  const further = name === 'Internal' ? [OPEN_FRONT] : [];
  expect(own.map(({ resource, finding }) => `${resource.slice(name.length + 1)} ${finding}`).sort()).toEqual([...KNOWN, ...further].sort());
  expect(own.filter(({ reason }) => reason.length < 20)).toEqual([]);
});
