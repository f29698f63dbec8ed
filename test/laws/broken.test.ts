import { ResourceJson, TemplateJson } from '../walker/template';
import { lawful, setOption } from './base';
import { encrypts } from './encryption';
import { avoidsCode } from './forbidden';
import { opensListenersOnly } from './ingress';
import { Law } from './law';
import { keepsLogs, logsOrSaysWhy } from './logging';
import { guardsMetadata } from './metadata';
import { deletesInOrder } from './order';
import { statesRollouts } from './rollout';

/*
 * Each law holds in a template that keeps it, and each way to break it is told with the resource.
 */
type Editable = Record<string, any>;
type Break = (resources: Editable, template: TemplateJson) => void;

const LAWS: Readonly<Record<string, Law>> = {
  deletesInOrder, statesRollouts, guardsMetadata, encrypts, keepsLogs, avoidsCode, opensListenersOnly,
};

const dependsOn = (id: string, ...others: string[]): Break => (resources) => { resources[id].DependsOn = others; };
const without = (id: string, ...path: string[]): Break => (resources) => {
  delete path.slice(0, -1).reduce((value, name) => value[name], resources[id])[path.at(-1)!];
};
const add = (type: string): Break => (resources) => { resources.Added = { Type: type } satisfies ResourceJson; };
const open =
  (group: string, rule: object): Break =>
    (resources) => {
      resources[group].Properties.SecurityGroupIngress = [{ IpProtocol: 'tcp', ...rule }];
    };

test.each(Object.keys(LAWS))('%s holds in a template that keeps it', (name) => {
  expect(LAWS[name](lawful())).toEqual([]);
});

const PLAIN = 'is not encrypted';

test.each<[string, string, Break, string[]]>([
  [
    'a service beside the capacity provider', 'deletesInOrder', dependsOn('Service', 'ExecutionPolicy'),
    ['Service does not wait for Providers', 'Service does not wait for Group'],
  ],
  [
    'a service beside the permissions of its agent', 'deletesInOrder', dependsOn('Service', 'Providers'),
    ['Service does not wait for ExecutionPolicy'],
  ],
  [
    'instances beside their permissions', 'deletesInOrder', dependsOn('Group', 'Route', 'Association'),
    ['Group does not wait for InstancePolicy'],
  ],
  [
    'instances beside their way out', 'deletesInOrder', dependsOn('Group', 'InstancePolicy', 'Association'),
    ['Group does not wait for Route'],
  ],
  [
    'instances beside the table of their subnet', 'deletesInOrder', dependsOn('Group', 'InstancePolicy', 'Route'),
    ['Group does not wait for Association'],
  ],
  [
    'an environment beside its permissions', 'deletesInOrder', dependsOn('Environment', 'ServicePolicy'),
    ['Environment does not wait for BeanstalkPolicy'],
  ],
  [
    'an environment beside those of Beanstalk', 'deletesInOrder', dependsOn('Environment', 'BeanstalkPolicy'),
    ['Environment does not wait for ServicePolicy'],
  ],
  ['a circle', 'deletesInOrder', dependsOn('Vpc', 'FlowLog'), ['Vpc waits for itself', 'FlowLog waits for itself']],

  [
    'no minimum', 'statesRollouts',
    without('Service', 'Properties', 'DeploymentConfiguration', 'MinimumHealthyPercent'),
    ['Service says no MinimumHealthyPercent'],
  ],
  [
    'no deployment', 'statesRollouts', without('Service', 'Properties', 'DeploymentConfiguration'),
    ['Service says no MinimumHealthyPercent', 'Service says no MaximumPercent'],
  ],
  [
    'no update policy', 'statesRollouts', without('Group', 'UpdatePolicy'),
    ['Group says no MinInstancesInService', 'Group says no MaxBatchSize'],
  ],
  [
    'no deployment policy', 'statesRollouts', (_, template) => setOption(template, 'DeploymentPolicy', undefined),
    ['Environment says no DeploymentPolicy'],
  ],
  [
    'no rolling update', 'statesRollouts', (_, template) => setOption(template, 'RollingUpdateEnabled', undefined),
    ['Environment says no RollingUpdateEnabled'],
  ],

  [
    'no metadata options', 'guardsMetadata',
    without('LaunchTemplate', 'Properties', 'LaunchTemplateData', 'MetadataOptions'),
    ['LaunchTemplate hands out metadata without a session'],
  ],
  [
    'optional sessions',
    'guardsMetadata',
    ({ Nat }) => {
      Nat.Properties.MetadataOptions.HttpTokens = 'optional';
    },
    ['Nat hands out metadata without a session'],
  ],
  [
    'two hops',
    'guardsMetadata',
    ({ LaunchTemplate }) => {
      LaunchTemplate.Properties.LaunchTemplateData.MetadataOptions = {
        HttpTokens: 'required', HttpPutResponseHopLimit: 2,
      };
    },
    ['LaunchTemplate lets metadata go 2 hops'],
  ],
  [
    'a group without a launch template', 'guardsMetadata', without('Group', 'Properties', 'LaunchTemplate'),
    ['Group has no launch template'],
  ],
  [
    'version 1 on Beanstalk', 'guardsMetadata', (_, template) => setOption(template, 'DisableIMDSv1', 'false'),
    ['Environment does not switch version 1 of the metadata service off'],
  ],

  [
    'a plain volume',
    'encrypts',
    ({ LaunchTemplate }) => {
      LaunchTemplate.Properties.LaunchTemplateData.BlockDeviceMappings = [{ DeviceName: '/dev/xvda', Ebs: {} }];
    },
    ['LaunchTemplate has a plain volume /dev/xvda'],
  ],
  [
    'the volume of the image', 'encrypts', without('Nat', 'Properties', 'BlockDeviceMappings'),
    ['Nat says nothing of its volume'],
  ],
  ['a plain disk', 'encrypts', without('Disk', 'Properties', 'Encrypted'), [`Disk ${PLAIN}`]],
  ['a plain file system', 'encrypts', without('Files', 'Properties', 'Encrypted'), [`Files ${PLAIN}`]],
  ['a plain queue', 'encrypts', without('Queue', 'Properties', 'SqsManagedSseEnabled'), [`Queue ${PLAIN}`]],
  ['a plain topic', 'encrypts', without('Topic', 'Properties', 'KmsMasterKeyId'), [`Topic ${PLAIN}`]],
  [
    'a plain topic that no alarm publishes to', 'encrypts', without('Alarm', 'Properties', 'AlarmActions'),
    [`AlarmTopic ${PLAIN}`],
  ],
  ['a plain bucket', 'encrypts', without('Bucket', 'Properties', 'BucketEncryption'), [`Bucket ${PLAIN}`]],
  ['a plain database', 'encrypts', without('Database', 'Properties', 'StorageEncrypted'), [`Database ${PLAIN}`]],
  [
    'a plain mount',
    'encrypts',
    ({ Task }) => {
      Task.Properties.Volumes[0].EFSVolumeConfiguration = {};
    },
    ['Task mounts data without encryption'],
  ],

  ['logs forever', 'keepsLogs', without('Logs', 'Properties', 'RetentionInDays'), ['Logs keeps logs forever']],
  [
    'a silent container',
    'keepsLogs',
    ({ Task }) => {
      Task.Properties.ContainerDefinitions.push({ Name: 'side' });
    },
    ['Task loses what side prints'],
  ],
  [
    'silence on Beanstalk', 'keepsLogs', (_, template) => setOption(template, 'StreamLogs', 'false'),
    ['Environment loses what containers print'],
  ],
  [
    'logs of Beanstalk forever', 'keepsLogs', (_, template) => setOption(template, 'RetentionInDays', undefined),
    ['Environment keeps logs forever'],
  ],

  [
    'a function', 'avoidsCode', add('AWS::Lambda::Function'),
    ['Added (AWS::Lambda::Function) is code that the user would have to keep up to date'],
  ],
  [
    'a custom resource', 'avoidsCode', add('Custom::Thing'),
    ['Added (Custom::Thing) is a resource that code stands behind'],
  ],
  [
    'a custom resource by its other name', 'avoidsCode', add('AWS::CloudFormation::CustomResource'),
    ['Added (AWS::CloudFormation::CustomResource) is a resource that code stands behind'],
  ],
  [
    'a launch configuration', 'avoidsCode', add('AWS::AutoScaling::LaunchConfiguration'),
    ['Added (AWS::AutoScaling::LaunchConfiguration) is what new accounts no longer have'],
  ],
  [
    'a hook', 'avoidsCode', add('AWS::AutoScaling::LifecycleHook'),
    ['Added (AWS::AutoScaling::LifecycleHook) is a hook; Amazon ECS drains instances itself'],
  ],
  [
    'a hook of the group',
    'avoidsCode',
    ({ Group }) => {
      Group.Properties.LifecycleHookSpecificationList = [{}];
    },
    ['Group (AWS::AutoScaling::AutoScalingGroup) has a hook'],
  ],
  [
    'a subscription of code',
    'avoidsCode',
    ({ Subscription }) => {
      Subscription.Properties.Protocol = 'lambda';
    },
    ['Subscription (AWS::SNS::Subscription) leads to code'],
  ],

  [
    'another port of the load balancer', 'opensListenersOnly',
    open('FrontGroup', { CidrIp: '0.0.0.0/0', FromPort: 22, ToPort: 22 }), ['FrontGroup lets 0.0.0.0/0 reach port 22'],
  ],
  [
    'all ports', 'opensListenersOnly', open('FrontGroup', { CidrIp: '0.0.0.0/0', FromPort: 0, ToPort: 65535 }),
    ['FrontGroup lets 0.0.0.0/0 reach ports 0 to 65535'],
  ],
  [
    'every protocol', 'opensListenersOnly', open('FrontGroup', { IpProtocol: '-1', CidrIp: '0.0.0.0/0' }),
    ['FrontGroup lets 0.0.0.0/0 reach port undefined'],
  ],
  [
    'IPv6', 'opensListenersOnly', open('FrontGroup', { CidrIpv6: '::/0', FromPort: 81, ToPort: 81 }),
    ['FrontGroup lets ::/0 reach port 81'],
  ],
  [
    'instances', 'opensListenersOnly', open('InstanceGroup', { CidrIp: '0.0.0.0/0', FromPort: 80, ToPort: 80 }),
    ['InstanceGroup lets 0.0.0.0/0 reach port 80'],
  ],
  [
    'a rule beside its group',
    'opensListenersOnly',
    ({ FrontIngress }) => {
      FrontIngress.Properties.CidrIp = '0.0.0.0/0';
    },
    ['InstanceGroup lets 0.0.0.0/0 reach port 80'],
  ],
  [
    'an internal load balancer',
    'opensListenersOnly',
    ({ Balancer }) => {
      Balancer.Properties.Scheme = 'internal';
    },
    ['FrontGroup lets 0.0.0.0/0 reach port 80'],
  ],
  [
    'an internal load balancer of Beanstalk', 'opensListenersOnly',
    (_, template) => setOption(template, 'ELBScheme', 'internal'),
    [80, 443].map((port) => `BeanstalkGroup lets 0.0.0.0/0 reach port ${port}`),
  ],
  [
    'a listener of Beanstalk that is off',
    'opensListenersOnly',
    ({ Environment }) => {
      Environment.Properties.OptionSettings.at(-1).Value = 'false';
    },
    ['BeanstalkGroup lets 0.0.0.0/0 reach port 443'],
  ],
])('%s breaks %s', (_, name, change, expected) => {
  const template = lawful();
  change(template.Resources, template);
  expect(LAWS[name](template)).toEqual(expected);
});

describe('who keeps no record says why', () => {
  const faults = (change: Break, ...findings: string[]) => {
    const template = lawful();
    change(template.Resources, template);
    return logsOrSaysWhy({
      templates: { Shop: template },
      acknowledged: findings.map((finding) => ({ finding, resource: 'Shop', reason: 'It costs.' })),
    });
  };

  test.each<[string, Break, string]>([
    [
      'load balancers without access logs', without('Balancer', 'Properties', 'LoadBalancerAttributes'),
      'AwsSolutions-ELB2',
    ],
    ['networks without flow logs', without('FlowLog', 'Properties', 'ResourceId'), 'AwsSolutions-VPC7'],
    [
      'distributions without access logs', without('Distribution', 'Properties', 'DistributionConfig', 'Logging'),
      'AwsSolutions-CFR3',
    ],
  ])('%s', (what, change, rule) => {
    expect(faults(change)).toEqual([`1 ${what}, 0 of them acknowledged`]);
    expect(faults(change, rule)).toEqual([]);
    expect(faults(() => {})).toEqual([]);
    expect(faults(() => {}, rule)).toEqual([`0 ${what}, 1 of them acknowledged`]);
  });
});
