import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { NetworkLabStack, NetworkLabStackProps } from '../../examples/network-lab/stack';
import { FrontDoor } from '../../lib';
import { Json, only } from '../ecs/helpers';
import { walk } from '../walker/walk';

const templateOf = (props: NetworkLabStackProps = {}) => Template.fromStack(new NetworkLabStack(new App(), 'NetworkLab', props));
const lab = templateOf();
const api = templateOf({ frontDoor: FrontDoor.httpApi() });

/** The ports that security groups let in from each other, as `protocol from-to`. */
function opened(template: Template): string[] {
  const rules = Object.values<Json>(template.findResources('AWS::EC2::SecurityGroupIngress'));
  return rules.map(({ Properties: { IpProtocol, FromPort, ToPort } }) => `${IpProtocol} ${FromPort}-${ToPort}`).sort();
}

/** The first step of the way to the container; throws when the way is not complete. */
function start(template: Template): string {
  const { listeners, doors, overBroad } = walk(template.toJSON() as Json);
  expect([...listeners, ...doors].flatMap(({ breaks }) => breaks)).toEqual([]);
  expect(overBroad).toEqual([]);
  return listeners[0].paths[0][0];
}

describe('the network', () => {
  test('has two zones, each with a public and a private subnet and a NAT gateway', () => {
    lab.resourceCountIs('AWS::EC2::Subnet', 4);
    lab.resourceCountIs('AWS::EC2::NatGateway', 2);
    const zones = Object.values<Json>(lab.findResources('AWS::EC2::Subnet')).map(({ Properties }) => Properties.AvailabilityZone['Fn::Select'][0]);
    expect(zones.sort()).toEqual([0, 0, 1, 1]);
  });

  test('lets private subnets out through the gateway of their own zone', () => {
    const gateways = Object.values<Json>(lab.findResources('AWS::EC2::Route', { Properties: { NatGatewayId: Match.anyValue() } }));
    expect(new Set(gateways.map(({ Properties }) => Properties.NatGatewayId.Ref)).size).toBe(2);
  });
});

describe('the instances', () => {
  test('are 2 to 4 of t3.medium in the private subnets', () => {
    const { Properties } = only(lab, 'AWS::AutoScaling::AutoScalingGroup');
    expect(Properties).toMatchObject({ MinSize: '2', MaxSize: '4' });
    expect(Properties.VPCZoneIdentifier).toEqual([{ Ref: expect.stringMatching(/PrivateSubnet1/) }, { Ref: expect.stringMatching(/PrivateSubnet2/) }]);
    expect(only(lab, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData.InstanceType).toBe('t3.medium');
  });

  test('have no key pair, but Session Manager', () => {
    expect(only(lab, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData).not.toHaveProperty('KeyName');
    lab.hasResourceProperties('AWS::IAM::Role', {
      ManagedPolicyArns: Match.arrayWith([{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonSSMManagedInstanceCore']] }]),
    });
    expect(opened(lab)).not.toContain('tcp 22-22');
  });

  test('are replaced one by one when their launch template changes', () => {
    expect(only(lab, 'AWS::AutoScaling::AutoScalingGroup').UpdatePolicy.AutoScalingRollingUpdate).toMatchObject({ MaxBatchSize: 1, MinInstancesInService: 2 });
  });
});

test('two tasks run in bridge mode, with host ports that the instances pick', () => {
  expect(only(lab, 'AWS::ECS::Service').Properties).toMatchObject({ SchedulingStrategy: 'REPLICA', DesiredCount: 2 });
  expect(only(lab, 'AWS::ECS::TaskDefinition').Properties).toMatchObject({
    NetworkMode: 'bridge', ContainerDefinitions: [{ Name: 'web', PortMappings: [{ ContainerPort: 80, HostPort: 0 }] }],
  });
});

describe('with a public load balancer', () => {
  test('everybody gets to port 80 of it, and to nothing else', () => {
    const groups = Object.values<Json>(lab.findResources('AWS::EC2::SecurityGroup')).flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []);
    expect(groups).toEqual([expect.objectContaining({ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 80, ToPort: 80 })]);
    expect(start(lab)).toMatch(/^the internet reaches load balancer \w+ \(internet-facing\)/);
  });

  test('the instances let in the load balancer alone, to the ports that they pick from', () => {
    expect(opened(lab)).toEqual(['tcp 32768-65535']);
  });
});

describe('with an HTTP API', () => {
  test('the way leads through the VPC link to an internal load balancer', () => {
    expect(only(api, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Scheme).toBe('internal');
    expect(start(api)).toMatch(/^clients call API \w+, whose route \$default takes every request$/);
  });

  test('the load balancer lets in the link alone, and the instances the load balancer', () => {
    expect(Object.values<Json>(api.findResources('AWS::EC2::SecurityGroup')).flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? [])).toEqual([]);
    expect(opened(api)).toEqual(['tcp 32768-65535', 'tcp 80-80']);
  });

  test('the integration is the listener, called in every way', () => {
    expect(only(api, 'AWS::ApiGatewayV2::Integration').Properties).toMatchObject({
      IntegrationType: 'HTTP_PROXY', ConnectionType: 'VPC_LINK', IntegrationMethod: 'ANY', PayloadFormatVersion: '1.0',
      IntegrationUri: { Ref: only(api, 'AWS::ElasticLoadBalancingV2::Listener').id },
    });
  });
});

describe.each<[NetworkMode, string, string]>([
  [NetworkMode.BRIDGE, 'instance', 'tcp 32768-65535'],
  [NetworkMode.HOST, 'instance', 'tcp 80-80'],
  [NetworkMode.AWS_VPC, 'ip', 'tcp 80-80'],
])('in network mode %s', (networkMode, targetType, port) => {
  test.each<[string, FrontDoor]>([['a public load balancer', FrontDoor.loadBalancer()], ['an HTTP API', FrontDoor.httpApi()]])('%s reaches the containers', (_, frontDoor) => {
    const template = templateOf({ networkMode, frontDoor });
    start(template);
    expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.TargetType).toBe(targetType);
    expect(opened(template)).toContain(port);
  });
});

test('in network mode none, nobody could reach them', () => {
  expect(() => templateOf({ networkMode: NetworkMode.NONE })).toThrow('DR4014 ports-without-network');
});

test.each([['NetworkLab', lab], ['NetworkLabApi', api]])('%s matches its snapshot', (_, template) => {
  expect(template.toJSON()).toMatchSnapshot();
});
