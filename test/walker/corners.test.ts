import { bridgeTemplate, Editable } from './templates';
import { walk } from './walk';

/* What a template may say in more than one way, and what looks like a way but is none. */

const GROUP = { 'Fn::GetAtt': ['InstanceGroup', 'GroupId'] };

/** The breaks of a template after a change; none means that there is one way. */
function breaksAfter(change: (resources: Editable['Resources']) => void): readonly string[] {
  const template = bridgeTemplate();
  change(template.Resources);
  const [{ paths, breaks }] = walk(template).listeners;
  expect(paths).toHaveLength(breaks.length === 0 ? 1 : 0);
  return breaks;
}

describe('the security group of instances is found', () => {
  test('at the network interfaces of a launch template', () => {
    expect(breaksAfter(({ LaunchTemplate }) => {
      LaunchTemplate.Properties.LaunchTemplateData = { NetworkInterfaces: [{ DeviceIndex: 0, Groups: [GROUP] }] };
    })).toEqual([]);
  });

  test('behind a mixed instances policy', () => {
    expect(breaksAfter(({ Instances }) => {
      const { LaunchTemplate, ...rest } = Instances.Properties;
      Instances.Properties = {
        ...rest, MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: LaunchTemplate } },
      };
    })).toEqual([]);
  });

  test('nowhere without a launch template', () => {
    expect(breaksAfter(({ Instances }) => { delete Instances.Properties.LaunchTemplate; })).toEqual([
      'Auto Scaling group Instances gives its instances no security group.',
    ]);
  });
});

describe('the instances of a cluster', () => {
  test('are those of a capacity provider that the cluster names itself', () => {
    expect(breaksAfter((resources) => {
      delete resources.Providers;
      resources.Cluster.Properties.CapacityProviders = [{ Ref: 'Provider' }];
    })).toEqual([]);
  });

  test('are those that the service asks for', () => {
    expect(
      breaksAfter(({ Service }) => {
        Service.Properties.CapacityProviderStrategy = [{ CapacityProvider: { Ref: 'Provider' } }];
      }),
    ).toEqual([]);
  });

  test('are not those of another cluster', () => {
    expect(breaksAfter((resources) => {
      resources.Other = { Type: 'AWS::ECS::Cluster', Properties: { CapacityProviders: [{ Ref: 'Provider' }] } };
      resources.Providers.Properties.Cluster = { Ref: 'Other' };
    })).toEqual(['Cluster Cluster of service Service has no instances that the template names.']);
  });
});

describe('the internet does not come', () => {
  const NO_ROUTE =
    'Load balancer LoadBalancer is internet-facing, but its subnet PublicSubnet has no route to an internet gateway.';

  test('over a route for some addresses only', () => {
    expect(
      breaksAfter(({ PublicRoute }) => {
        PublicRoute.Properties.DestinationCidrBlock = '10.1.0.0/16';
      }),
    ).toEqual([NO_ROUTE]);
  });

  test('over a gateway of another VPC', () => {
    expect(
      breaksAfter(({ GatewayAttachment }) => {
        GatewayAttachment.Properties.VpcId = { Ref: 'Other' };
      }),
    ).toEqual([NO_ROUTE]);
  });

  test('over another gateway than the attached one', () => {
    expect(
      breaksAfter(({ GatewayAttachment }) => {
        GatewayAttachment.Properties.InternetGatewayId = { Ref: 'Other' };
      }),
    ).toEqual([NO_ROUTE]);
  });
});

describe('a load balancer', () => {
  test('may stand in subnets with addresses of its own', () => {
    expect(
      breaksAfter(({ LoadBalancer }) => {
        delete LoadBalancer.Properties.Subnets;
        LoadBalancer.Properties.SubnetMappings = [{ SubnetId: { Ref: 'PrivateSubnet' } }];
      }),
    ).toEqual([
      'Load balancer LoadBalancer is internet-facing, but its subnet PrivateSubnet has no route to an internet '
        + 'gateway.',
    ]);
  });

  test('for UDP needs rules for UDP', () => {
    const breaks = breaksAfter(({ LoadBalancer, Listener, TargetGroup, Task }) => {
      LoadBalancer.Properties.Type = 'network';
      Listener.Properties.Protocol = TargetGroup.Properties.Protocol = 'UDP';
      Task.Properties.ContainerDefinitions[0].PortMappings[0].Protocol = 'udp';
    });
    expect(breaks).toEqual([
      'Listener Listener is closed: no rule of FrontGroup accepts udp 80 from 0.0.0.0/0.',
      'Target group TargetGroup checks health on tcp 8080, where no container of task definition Task listens.',
      'Load balancer LoadBalancer may not send udp 8080 to InstanceGroup; FrontGroup allows tcp 8080.',
      'Load balancer LoadBalancer cannot reach udp 8080: security group InstanceGroup of the instances of Instances '
        + 'accepts tcp 8080 from FrontGroup.',
    ]);
  });

  test('without a security group inside a VPC needs targets that accept the VPC', () => {
    const make = (CidrIp: unknown) => breaksAfter(({ LoadBalancer, Listener, TargetGroup, TargetIngress }) => {
      LoadBalancer.Properties = { ...LoadBalancer.Properties, Type: 'network', Scheme: 'internal', SecurityGroups: [] };
      Listener.Properties.Protocol = TargetGroup.Properties.Protocol = 'TCP';
      TargetIngress.Properties = { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, GroupId: GROUP, CidrIp };
    });
    expect(make({ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] })).toEqual([]);
    expect(make('192.0.2.0/24')).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 8080: security group InstanceGroup of the instances of Instances '
        + 'accepts nothing from Vpc.CidrBlock.',
    ]);
  });

  test('in front of IPv6 clients needs a rule for IPv6', () => {
    const template = bridgeTemplate();
    template.Resources.FrontGroup.Properties.SecurityGroupIngress = [
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIpv6: '2001:db8::/32' },
    ];
    expect(walk(template, { 80: ['2001:db8::/32'] }).listeners[0].breaks).toEqual([]);
    expect(walk(template).listeners[0].breaks).toEqual([
      'Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.',
    ]);
  });

  test('in front of CloudFront needs a rule for its prefix list', () => {
    const template = bridgeTemplate();
    template.Resources.FrontGroup.Properties.SecurityGroupIngress = [
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourcePrefixListId: 'pl-1' },
    ];
    expect(walk(template, { 80: ['pl-1'] }).listeners[0].breaks).toEqual([]);
    expect(walk(template, { 80: ['pl-2'] }).listeners[0].breaks).toEqual([
      'Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from pl-2.',
    ]);
  });
});

describe('a listener', () => {
  test('for HTTPS needs a certificate', () => {
    expect(
      breaksAfter(({ Listener }) => {
        Listener.Properties.Protocol = 'HTTPS';
      }),
    ).toEqual(['Listener Listener speaks HTTPS without a certificate.']);
  });

  test('for HTTP does not use a certificate', () => {
    expect(
      breaksAfter(({ Listener }) => {
        Listener.Properties.Certificates = [{ CertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a' }];
      }),
    ).toEqual(['Listener Listener has a certificate, but speaks HTTP.']);
  });

  test('cannot have two rules of one priority', () => {
    const template = bridgeTemplate();
    const rule = (listener: string, Priority: number) => ({
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: { ListenerArn: { Ref: listener }, Priority, Actions: [{ Type: 'fixed-response' }] },
    });
    Object.assign(template.Resources, {
      A: rule('Listener', 1), B: rule('Listener', 2), C: rule('Listener', 1), D: rule('Other', 2),
    });
    expect(walk(template).listeners[0].breaks).toEqual([
      'Rules A and C of listener Listener have the same priority 1.',
    ]);
  });
});
