import { Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { container, file, Json, only, templateOf } from './helpers';

let template: Template;
beforeAll(() => { template = templateOf(); });

test('the capacity provider neither scales nor protects, as daemons are not counted, but drains', () => {
  const { Properties } = only(template, 'AWS::ECS::CapacityProvider');
  expect(Properties).toEqual({
    AutoScalingGroupProvider: {
      AutoScalingGroupArn: { Ref: only(template, 'AWS::AutoScaling::AutoScalingGroup').id },
      ManagedDraining: 'ENABLED',
      ManagedScaling: { Status: 'DISABLED' },
      ManagedTerminationProtection: 'DISABLED',
    },
  });
});

test('the cluster knows the provider and uses it for nothing by itself', () => {
  expect(only(template, 'AWS::ECS::ClusterCapacityProviderAssociations').Properties).toEqual({
    CapacityProviders: [{ Ref: only(template, 'AWS::ECS::CapacityProvider').id }],
    Cluster: { Ref: only(template, 'AWS::ECS::Cluster').id },
    DefaultCapacityProviderStrategy: [],
  });
});

test('nothing in the template runs code or keeps instances from leaving', () => {
  const types = Object.values<Json>(template.toJSON().Resources).map(({ Type }) => Type);
  expect([...new Set(types)].sort()).toEqual([
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::EC2::EIP',
    'AWS::EC2::InternetGateway',
    'AWS::EC2::LaunchTemplate',
    'AWS::EC2::NatGateway',
    'AWS::EC2::Route',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupEgress',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::Subnet',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::VPC',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::ECS::CapacityProvider',
    'AWS::ECS::Cluster',
    'AWS::ECS::ClusterCapacityProviderAssociations',
    'AWS::ECS::Service',
    'AWS::ECS::TaskDefinition',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    'AWS::IAM::InstanceProfile',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::Logs::LogGroup',
  ]);
});

test('the network spans two zones with one NAT gateway, and no instance gets a public address', () => {
  template.resourceCountIs('AWS::EC2::Subnet', 4);
  template.resourceCountIs('AWS::EC2::NatGateway', 1);
  const subnets = Object.values(template.findResources('AWS::EC2::Subnet'));
  expect(subnets.map(({ Properties }) => Properties.MapPublicIpOnLaunch)).toEqual([false, false, false, false]);
});

describe('what the security groups let in', () => {
  const mapped = (hostPort: number, containerPort: number) => ({ hostPort, containerPort });
  const ports = file([
    container('web', { portMappings: [mapped(80, 8080), mapped(9000, 9000)] }),
    container('api', { portMappings: [mapped(0, 3000)] }),
  ]);

  /** `from 0.0.0.0/0 to LoadBalancer 80-80`, one for each rule. */
  function ingress(networkMode: NetworkMode): string[] {
    const found = templateOf({ dockerrun: ports, networkMode, listeners: [{ port: 80 }, { port: 8080, containerName: 'api' }] });
    const nameOf = (id: string) => /LoadBalancer|Capacity|Service/.exec(id)![0];
    const inline = Object.entries(found.findResources('AWS::EC2::SecurityGroup')).flatMap(([id, { Properties }]) =>
      (Properties.SecurityGroupIngress ?? []).map((rule: Json) => `${rule.CidrIp} → ${nameOf(id)} ${rule.FromPort}-${rule.ToPort}`));
    const apart = Object.values(found.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => {
      const { SourceSecurityGroupId, GroupId, FromPort, ToPort } = Properties;
      return `${nameOf(SourceSecurityGroupId['Fn::GetAtt'][0])} → ${nameOf(GroupId['Fn::GetAtt'][0])} ${FromPort}-${ToPort}`;
    });
    return [...inline, ...apart].sort();
  }

  test('in bridge mode: the listener ports from anywhere, the host ports from the load balancer', () => {
    expect(ingress(NetworkMode.BRIDGE)).toEqual([
      '0.0.0.0/0 → LoadBalancer 80-80',
      '0.0.0.0/0 → LoadBalancer 8080-8080',
      'LoadBalancer → Capacity 32768-65535',
      'LoadBalancer → Capacity 80-80',
    ]);
  });

  test('in awsvpc mode: the listener ports from anywhere, the container ports from the load balancer', () => {
    expect(ingress(NetworkMode.AWS_VPC)).toEqual([
      '0.0.0.0/0 → LoadBalancer 80-80',
      '0.0.0.0/0 → LoadBalancer 8080-8080',
      'LoadBalancer → Service 3000-3000',
      'LoadBalancer → Service 8080-8080',
    ]);
  });
});
