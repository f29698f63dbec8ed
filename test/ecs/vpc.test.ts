import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { IVpc, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { EcsEnvironment } from '../../lib';
import { container, file, only, target, WEB } from './helpers';

const IMPORTED = {
  vpcId: 'vpc-1',
  availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  publicSubnetIds: ['subnet-public-1', 'subnet-public-2'],
  publicSubnetRouteTableIds: ['rtb-public-1', 'rtb-public-2'],
  privateSubnetIds: ['subnet-private-1', 'subnet-private-2'],
  privateSubnetRouteTableIds: ['rtb-private-1', 'rtb-private-2'],
};

function environmentIn(stack: Stack, vpc: IVpc, containers = [WEB]): EcsEnvironment {
  return new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), vpc });
}

test('a VPC of another stack is used as it is', () => {
  const app = new App();
  const network = new Stack(app, 'Network');
  const vpc = new Vpc(network, 'Vpc', { restrictDefaultSecurityGroup: false });
  const stack = new Stack(app, 'Test');
  const made = environmentIn(stack, vpc);
  const template = Template.fromStack(stack);
  expect(made.vpc).toBe(vpc);
  template.resourceCountIs('AWS::EC2::VPC', 0);
  template.resourceCountIs('AWS::EC2::Subnet', 0);
  const imported = (part: RegExp) => ({ 'Fn::ImportValue': expect.stringMatching(part) });
  expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier).toEqual([imported(/PrivateSubnet1/), imported(/PrivateSubnet2/)]);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Subnets).toEqual([imported(/PublicSubnet1/), imported(/PublicSubnet2/)]);
  expect(stack.dependencies).toEqual([network]);
});

test('an imported VPC is used as it is', () => {
  const stack = new Stack(new App(), 'Test');
  environmentIn(stack, Vpc.fromVpcAttributes(stack, 'Vpc', IMPORTED));
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::VPC', 0);
  expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier).toEqual(IMPORTED.privateSubnetIds);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Subnets).toEqual(IMPORTED.publicSubnetIds);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.VpcId).toBe('vpc-1');
});

test('a VPC in the same stack is there before the instances, with its way out', () => {
  const stack = new Stack(new App(), 'Test');
  environmentIn(stack, new Vpc(stack, 'Own', { restrictDefaultSecurityGroup: false }));
  const { DependsOn } = only(Template.fromStack(stack), 'AWS::AutoScaling::AutoScalingGroup');
  expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^OwnPrivateSubnet1DefaultRoute/), expect.stringMatching(/^OwnPrivateSubnet2DefaultRoute/)]));
});

test('the plan says that the VPC was given', () => {
  const stack = new Stack(new App(), 'Test');
  const { plan } = environmentIn(stack, Vpc.fromVpcAttributes(stack, 'Vpc', IMPORTED));
  expect(plan.decision('vpc').choice).toBe('given');
  expect(plan.decisions.map(({ topic }) => topic)).not.toContain('nat gateways');
});

describe('a VPC that does not fit is refused before anything is made', () => {
  const withSubnets = (subnetType: SubnetType) => {
    const stack = new Stack(new App(), 'Test');
    const vpc = new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false, natGateways: 0, subnetConfiguration: [{ name: 'Only', subnetType }] });
    return { stack, vpc };
  };

  test.each([SubnetType.PUBLIC, SubnetType.PRIVATE_ISOLATED])('%s subnets only', (subnetType) => {
    const { stack, vpc } = withSubnets(subnetType);
    expect(() => environmentIn(stack, vpc)).toThrow(
      'vpc must have private subnets with a way out for the instances, got none.\n');
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
  });

  test('no public subnets for the load balancer', () => {
    const stack = new Stack(new App(), 'Test');
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { ...IMPORTED, publicSubnetIds: undefined, publicSubnetRouteTableIds: undefined });
    expect(() => environmentIn(stack, vpc)).toThrow(
      'vpc must have public subnets for the load balancer, got none.\n');
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
  });

  test('but without a load balancer no public subnets are needed', () => {
    const stack = new Stack(new App(), 'Test');
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { ...IMPORTED, publicSubnetIds: undefined, publicSubnetRouteTableIds: undefined });
    environmentIn(stack, vpc, [container('worker')]);
    Template.fromStack(stack).resourceCountIs('AWS::ECS::Service', 1);
  });
});

test('the cluster is in the network of the environment', () => {
  const stack = new Stack(new App(), 'Test');
  const { cluster, vpc } = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]) });
  expect(cluster.vpc).toBe(vpc);
  const template = Template.fromStack(stack);
  expect(target(stack.resolve(vpc.vpcId))).toBe(only(template, 'AWS::EC2::VPC').id);
});
