import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { FlowLogDestination, IVpc, Subnet, SubnetSelection, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EcsEnvironment } from '../../lib';
import { walk } from '../walker/walk';
import { container, file, Json, only, Props, WEB } from './helpers';

/** A VPC with a tier of subnets for each purpose. */
function tiers(stack: Stack): Vpc {
  return new Vpc(stack, 'Own', {
    maxAzs: 2,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: 'Edge', subnetType: SubnetType.PUBLIC },
      { name: 'App', subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      { name: 'Batch', subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      { name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED },
    ],
  });
}

function imported(stack: Stack): IVpc {
  return Vpc.fromVpcAttributes(stack, 'Imported', {
    vpcId: 'vpc-1',
    availabilityZones: ['eu-west-1a'],
    publicSubnetIds: ['subnet-public'],
    publicSubnetRouteTableIds: ['rtb-public'],
    privateSubnetIds: ['subnet-private'],
    privateSubnetRouteTableIds: ['rtb-private'],
  });
}

interface Made {
  readonly stack: Stack;
  readonly environment: EcsEnvironment;
  readonly template: Template;
}

function made(vpcIn: (stack: Stack) => IVpc, props: (stack: Stack) => Props = () => ({})): Made {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc: vpcIn(stack), ...props(stack) });
  return { stack, environment, template: Template.fromStack(stack) };
}

/** Where everything stands, by the subnets' own names. */
function places(template: Template): Json {
  const names = (subnets: Json[]) => subnets.map(({ Ref }) => Ref.replace(/^Own|Subnet.*/g, '')).join();
  return {
    instances: names(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier),
    tasks: names(only(template, 'AWS::ECS::Service').Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets),
    loadBalancer: names(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Subnets),
  };
}

const BATCH: SubnetSelection = { subnetGroupName: 'Batch' };
const DATA: SubnetSelection = { subnetType: SubnetType.PRIVATE_ISOLATED };

test.each<[string, Props, Json, string]>([
  [
    'for instances', { vpcSubnets: BATCH }, { instances: 'Batch,Batch', tasks: 'Batch,Batch', loadBalancer: 'Edge,Edge' },
    'You brought it; instances go to the subnets that you chose and the load balancer to its public ones.',
  ],
  [
    'for instances behind an internal load balancer', { vpcSubnets: BATCH, publicLoadBalancer: false },
    { instances: 'Batch,Batch', tasks: 'Batch,Batch', loadBalancer: 'Batch,Batch' },
    'You brought it; instances go to the subnets that you chose and the load balancer to the same.',
  ],
  [
    'for an internal load balancer', { vpcSubnets: BATCH, loadBalancerSubnets: DATA, publicLoadBalancer: false },
    { instances: 'Batch,Batch', tasks: 'Batch,Batch', loadBalancer: 'Data,Data' },
    'You brought it; instances go to the subnets that you chose and the load balancer to those that you chose for it.',
  ],
  [
    'for instances without a way out', { vpcSubnets: DATA, loadBalancerSubnets: { subnetType: SubnetType.PUBLIC } },
    { instances: 'Data,Data', tasks: 'Data,Data', loadBalancer: 'Edge,Edge' },
    'You brought it; instances go to the subnets that you chose and the load balancer to those that you chose for it.',
  ],
])('subnets are chosen %s', (_, props, expected, reason) => {
  const { environment, template } = made(tiers, () => ({ ...props, networkMode: NetworkMode.AWS_VPC }));
  expect(places(template)).toEqual(expected);
  expect(environment.plan.decision('vpc')).toMatchObject({ topic: 'vpc', choice: 'given', source: 'prop', reason });
  expect(JSON.parse(environment.plan.toJson()).network).toEqual({
    vpc: 'given', maxAzs: 0, sparedAzs: 0, cidr: '', nat: 'given', natGateways: 0, natInstanceType: '', endpoints: [], flowLogs: false, restrictDefaultSecurityGroup: false,
  });
  const { listeners } = walk(template.toJSON() as Json);
  expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []]]);
});

test('the instances wait for the way out of the subnets that were chosen', () => {
  const { DependsOn } = only(made(tiers, () => ({ vpcSubnets: BATCH })).template, 'AWS::AutoScaling::AutoScalingGroup');
  expect(DependsOn.filter((id: string) => /DefaultRoute/.test(id))).toEqual([
    expect.stringMatching(/^OwnBatchSubnet1DefaultRoute/), expect.stringMatching(/^OwnBatchSubnet2DefaultRoute/),
  ]);
});

test('public subnets for instances are a warning', () => {
  const { stack } = made(tiers, () => ({ vpcSubnets: { subnetType: SubnetType.PUBLIC } }));
  const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('vpcSubnets chooses public subnets, where nothing without a public address reaches the internet\\.'));
  expect(found.map(({ id }) => id)).toEqual(['/Test/Environment']);
});

describe('subnets that do not fit are refused before anything is made', () => {
  test.each<[string, (stack: Stack) => IVpc, Props, string]>([
    ['a group that there is not', tiers, { vpcSubnets: { subnetGroupName: 'Web' } }, 'vpcSubnets must select subnets of vpc, got none.\n  hint: Name a type, a group or subnets that it has.'],
    ['a type that there is not', imported, { vpcSubnets: DATA }, 'vpcSubnets must select subnets of vpc, got none.\n  hint: Name a type, a group or subnets that it has.'],
    ['zones that there are not', tiers, { vpcSubnets: { availabilityZones: ['nowhere'] } }, 'vpcSubnets must select subnets of vpc, got none.\n  hint: Name a type, a group or subnets that it has.'],
    ['nothing for the load balancer', tiers, { loadBalancerSubnets: { subnetGroupName: 'Web' } }, 'loadBalancerSubnets must select subnets of vpc for the load balancer, got none.\n  hint: Name a type, a group or subnets that it has.'],
    [
      'one zone for the load balancer', imported, { loadBalancerSubnets: { subnetType: SubnetType.PUBLIC } },
      'loadBalancerSubnets must have subnets in two zones at least for the load balancer, got eu-west-1a only.\n  hint: Add a subnet in another zone.',
    ],
    [
      'one zone for an internal load balancer', imported, { vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS }, publicLoadBalancer: false, listeners: [{ port: 80, open: false }] },
      'vpcSubnets must have subnets in two zones at least for the load balancer, got eu-west-1a only.\n  hint: Add a subnet in another zone.',
    ],
  ])('%s', (_, vpcIn, props, message) => {
    const stack = new Stack(new App(), 'Test');
    const vpc = vpcIn(stack);
    expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc, ...props })).toThrow(message);
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
  });

  const threeZones = (stack: Stack) => Vpc.fromVpcAttributes(stack, 'Imported', {
    vpcId: 'vpc-1', availabilityZones: ['a', 'b', 'c'], publicSubnetIds: ['s-1', 's-2', 's-3'], privateSubnetIds: ['s-4', 's-5', 's-6'],
  });
  const inZones = (subnetType: SubnetType, ...availabilityZones: string[]): SubnetSelection => ({ subnetType, availabilityZones });

  test('instances in a zone in which the load balancer has no subnet', () => {
    const loadBalancerSubnets = inZones(SubnetType.PUBLIC, 'a', 'b');
    expect(() => made(threeZones, () => ({ loadBalancerSubnets })))
      .toThrow('loadBalancerSubnets must have a subnet for the load balancer in every zone of the instances, got none in c.');
    expect(() => made(threeZones, () => ({ loadBalancerSubnets, vpcSubnets: inZones(SubnetType.PRIVATE_WITH_EGRESS, 'a', 'b') }))).not.toThrow();
    expect(() => made(threeZones, () => ({ vpcSubnets: inZones(SubnetType.PRIVATE_WITH_EGRESS, 'a', 'b') }))).not.toThrow();
  });

  test('two subnets of a zone for the load balancer', () => {
    const subnets = (...zones: string[]) => (stack: Stack): Props => ({
      loadBalancerSubnets: { subnets: zones.map((availabilityZone, index) => Subnet.fromSubnetAttributes(stack, `S${index}`, { subnetId: `s-${index}`, availabilityZone })) },
    });
    expect(() => made(threeZones, subnets('a', 'b', 'c', 'c')))
      .toThrow('loadBalancerSubnets must have one subnet for the load balancer in each zone, got 2 in c.');
    expect(() => made(threeZones, subnets('a', 'b', 'c'))).not.toThrow();
  });

  test('with all that does not fit at once', () => {
    const message = /2 errors[^]*DR4034[^]*DR4035/;
    expect(() => made(tiers, () => ({ vpcSubnets: { subnetGroupName: 'Web' }, loadBalancerSubnets: { subnetGroupName: 'Web' } }))).toThrow(message);
  });

  test('but zones that nobody knows are not counted', () => {
    const { template } = made(imported, (stack) => ({ loadBalancerSubnets: { subnets: [Subnet.fromSubnetId(stack, 'Somewhere', 'subnet-9')] } }));
    expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Subnets).toEqual(['subnet-9']);
  });

  test('and without a load balancer one zone is enough', () => {
    const { template } = made(imported, () => ({ dockerrun: file([container('worker')]), vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS } }));
    expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier).toEqual(['subnet-private']);
  });
});

describe('flow logs', () => {
  const flowLog = (vpcIn: (stack: Stack) => IVpc, flowLogs: (stack: Stack) => FlowLogDestination) => {
    const { environment, template } = made(vpcIn, (stack) => ({ flowLogs: flowLogs(stack) }));
    expect(environment.plan.decision('flow logs')).toMatchObject({
      topic: 'flow logs', choice: 'all traffic', source: 'prop', reason: 'You gave a destination; accepted and rejected traffic goes there.',
    });
    const { Tags, ...properties } = only(template, 'AWS::EC2::FlowLog').Properties;
    return { template, properties };
  };

  test('go to the log group that is given, by a role of their own', () => {
    const { template, properties } = flowLog(tiers, (stack) => FlowLogDestination.toCloudWatchLogs(new LogGroup(stack, 'Flows')));
    expect(properties).toEqual({
      DeliverLogsPermissionArn: { 'Fn::GetAtt': [expect.stringMatching(/^EnvironmentFlowLogIAMRole/), 'Arn'] },
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: { Ref: expect.stringMatching(/^Flows/) },
      ResourceId: { Ref: only(template, 'AWS::EC2::VPC').id },
      ResourceType: 'VPC',
      TrafficType: 'ALL',
    });
  });

  test('of an imported VPC are in the stack of the environment', () => {
    const twoZones = (stack: Stack) => Vpc.fromVpcAttributes(stack, 'Imported', {
      vpcId: 'vpc-1', availabilityZones: ['a', 'b'], publicSubnetIds: ['s-1', 's-2'], privateSubnetIds: ['s-3', 's-4'],
    });
    const { properties } = flowLog(twoZones, (stack) => FlowLogDestination.toS3(Bucket.fromBucketName(stack, 'Flows', 'flows'), 'vpc/'));
    expect(properties).toMatchObject({ LogDestinationType: 's3', ResourceId: 'vpc-1' });
    expect(JSON.stringify(properties.LogDestination)).toContain(':s3:::flows/vpc/');
    expect(properties).not.toHaveProperty('DestinationOptions');
  });

  test('to Amazon S3 have their options under the names of CloudFormation', () => {
    const { properties } = flowLog(tiers, (stack) =>
      FlowLogDestination.toS3(Bucket.fromBucketName(stack, 'Flows', 'flows'), undefined, { perHourPartition: true, hiveCompatiblePartitions: false }));
    expect(properties.DestinationOptions).toEqual({ FileFormat: 'plain-text', HiveCompatiblePartitions: false, PerHourPartition: true });
  });

  test('cost nothing when nobody asks for them', () => {
    made(tiers).template.resourceCountIs('AWS::EC2::FlowLog', 0);
  });
});
