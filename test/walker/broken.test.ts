import { awsvpcTemplate, bridgeTemplate, Editable, hostTemplate } from './templates';
import { walk } from './walk';

/*
 * A walker that finds nothing proves nothing: each test takes a template whose listener leads to its container, breaks
 * it in one place, and expects exactly that to be found.
 */
const NOTHING = [
  { IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32', Description: 'Disallow all traffic' },
];

function breaksOf(template: Editable): string[] {
  const walks = walk(template).listeners;
  for (const { paths, breaks } of walks) expect(paths.length === 0 || breaks.length === 0).toBe(true);
  return walks.flatMap(({ breaks }) => [...breaks]);
}

/** The breaks of a template after a change. */
function broken(template: Editable, change: (resources: Editable['Resources']) => void): string[] {
  change(template.Resources);
  return breaksOf(template);
}

describe('in front of the load balancer', () => {
  test('a listener on a port that the world cannot reach is closed', () => {
    expect(
      broken(bridgeTemplate(), ({ FrontGroup }) => {
        FrontGroup.Properties.SecurityGroupIngress[0].CidrIp = '10.0.0.0/16';
      }),
    ).toEqual(['Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.']);
  });

  test('a world rule for another port does not open a listener', () => {
    expect(
      broken(bridgeTemplate(), ({ FrontGroup }) => {
        FrontGroup.Properties.SecurityGroupIngress[0].ToPort = 79;
      }),
    ).toEqual(['Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.']);
  });

  test('every client that is named must be let in', () => {
    const template = bridgeTemplate();
    template.Resources.FrontGroup.Properties.SecurityGroupIngress[0].CidrIp = '203.0.113.0/24';
    expect(walk(template, { 80: ['203.0.113.0/24', '198.51.100.0/24'] }).listeners[0].breaks).toEqual([
      'Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 198.51.100.0/24.',
    ]);
  });

  test('an internal listener needs a rule too', () => {
    expect(broken(bridgeTemplate(), ({ LoadBalancer, FrontGroup }) => {
      LoadBalancer.Properties.Scheme = 'internal';
      FrontGroup.Properties.SecurityGroupIngress = [];
    })).toEqual(['Listener Listener is closed: no rule of FrontGroup accepts tcp 80.']);
  });

  test('an application load balancer without a security group is closed', () => {
    expect(broken(bridgeTemplate(), ({ LoadBalancer }) => { LoadBalancer.Properties.SecurityGroups = []; })).toEqual([
      "Load balancer LoadBalancer has no security group, so its VPC's default group closes listener Listener.",
    ]);
  });

  test('the internet does not reach a private subnet', () => {
    expect(
      broken(bridgeTemplate(), ({ LoadBalancer }) => {
        LoadBalancer.Properties.Subnets = [{ Ref: 'PrivateSubnet' }];
      }),
    ).toEqual([
      'Load balancer LoadBalancer is internet-facing, but its subnet PrivateSubnet has no route to an internet '
        + 'gateway.',
    ]);
  });

  test('an internet gateway that is attached to no VPC leads nowhere', () => {
    expect(broken(bridgeTemplate(), (resources) => { delete resources.GatewayAttachment; })).toEqual([
      'Load balancer LoadBalancer is internet-facing, but its subnet PublicSubnet has no route to an internet gateway.',
    ]);
  });

  test('two listeners cannot share a port', () => {
    expect(broken(bridgeTemplate(), (resources) => { resources.Twin = structuredClone(resources.Listener); })).toEqual([
      'Listeners Listener and Twin of load balancer LoadBalancer have the same port 80.',
      'Listeners Twin and Listener of load balancer LoadBalancer have the same port 80.',
    ]);
  });

  test('a listener needs a load balancer', () => {
    expect(broken(bridgeTemplate(), (resources) => { delete resources.LoadBalancer; })).toEqual([
      'Listener Listener is on no load balancer of the template.',
    ]);
  });
});

describe('from the listener to the service', () => {
  test('a listener without actions leads to no target group', () => {
    expect(broken(bridgeTemplate(), ({ Listener }) => { Listener.Properties.DefaultActions = []; })).toEqual([
      'Listener Listener forwards to no target group.',
    ]);
  });

  test('a target group must exist', () => {
    expect(
      broken(bridgeTemplate(), ({ Listener }) => {
        Listener.Properties.DefaultActions[0].TargetGroupArn = { Ref: 'Elsewhere' };
      }),
    ).toEqual(['Listener Listener forwards to Elsewhere, which is no target group of the template.']);
  });

  test('a service must point at the target group', () => {
    expect(
      broken(bridgeTemplate(), ({ Service }) => {
        Service.Properties.LoadBalancers[0].TargetGroupArn = { Ref: 'Elsewhere' };
      }),
    ).toEqual(['No service registers its tasks with target group TargetGroup.']);
  });

  test('a service must wait for the listener', () => {
    expect(broken(bridgeTemplate(), ({ Service }) => { Service.DependsOn = ['Instances']; })).toEqual([
      'Service Service does not wait for Listener, so its target group may have no load balancer yet.',
    ]);
  });

  test('a redirect needs a listener where it leads', () => {
    expect(
      broken(bridgeTemplate(), ({ Listener }) => {
        Listener.Properties.DefaultActions = [{ Type: 'redirect', RedirectConfig: { Port: '443' } }];
      }),
    ).toEqual(['Listener Listener redirects to port 443, where its load balancer has no listener.']);
  });

  test('a rule without a target group is found beside a default action that has one', () => {
    const template = bridgeTemplate();
    template.Resources.Rule = {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: { ListenerArn: { Ref: 'Listener' }, Priority: 1 },
    };
    expect(walk(template).listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([
      [1, ['Rule Rule forwards to no target group.']],
    ]);
  });
});

describe('from the service to the container', () => {
  test('a service must register a container of its task', () => {
    expect(
      broken(bridgeTemplate(), ({ Service }) => {
        Service.Properties.LoadBalancers[0].ContainerName = 'wbe';
      }),
    ).toEqual([
      'Service Service registers container wbe, but the containers of task definition Task are: web, database.',
    ]);
  });

  test('a service must register a port that its container maps', () => {
    expect(
      broken(bridgeTemplate(), ({ Service }) => {
        Service.Properties.LoadBalancers[0].ContainerPort = 8080;
      }),
    ).toEqual(['Service Service registers tcp 8080 of container web, but task definition Task maps: tcp 3000.']);
  });

  test('a container that maps no port takes no traffic', () => {
    expect(
      broken(bridgeTemplate(), ({ Service }) => {
        Service.Properties.LoadBalancers[0].ContainerName = 'database';
      }),
    ).toEqual(['Service Service registers tcp 3000 of container database, but task definition Task maps: none.']);
  });

  test('a port that is mapped for UDP takes no HTTP', () => {
    expect(
      broken(bridgeTemplate(), ({ Task }) => {
        Task.Properties.ContainerDefinitions[0].PortMappings[0].Protocol = 'udp';
      }),
    ).toEqual(['Service Service registers tcp 3000 of container web, but task definition Task maps: udp 3000.']);
  });

  test('a service needs a task definition', () => {
    expect(
      broken(bridgeTemplate(), (resources) => {
        delete resources.Task;
      }),
    ).toEqual(['Service Service runs no task definition of the template.']);
  });

  test.each([
    ['bridge', bridgeTemplate], ['host', hostTemplate],
  ])('target type ip does not go with network mode %s', (mode, template) => {
    expect(
      broken(template(), ({ TargetGroup }) => {
        TargetGroup.Properties.TargetType = 'ip';
      }),
    ).toEqual([
      `Target group TargetGroup has target type ip, but network mode ${mode} of task definition Task needs instance.`,
    ]);
  });

  test('target type instance does not go with network mode awsvpc', () => {
    expect(broken(awsvpcTemplate(), ({ TargetGroup }) => { delete TargetGroup.Properties.TargetType; })).toEqual([
      'Target group TargetGroup has target type instance, but network mode awsvpc of task definition Task needs ip.',
    ]);
  });

  test('a health check needs a container that answers it', () => {
    expect(
      broken(bridgeTemplate(), ({ TargetGroup }) => {
        TargetGroup.Properties.HealthCheckPort = '9000';
      }),
    ).toEqual([
      'Target group TargetGroup checks health on tcp 9000, where no container of task definition Task listens.',
      'Load balancer LoadBalancer may not send tcp 9000 to InstanceGroup; FrontGroup allows tcp 8080.',
      'Load balancer LoadBalancer cannot reach tcp 9000: security group InstanceGroup of the instances of Instances '
        + 'accepts tcp 8080 from FrontGroup.',
    ]);
  });
});

describe('from the load balancer over the network', () => {
  test('instances must accept the load balancer', () => {
    expect(
      broken(bridgeTemplate(), (resources) => {
        delete resources.TargetIngress;
      }),
    ).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 8080: security group InstanceGroup of the instances of Instances '
        + 'accepts nothing from FrontGroup.',
    ]);
  });

  test('tasks must accept the load balancer', () => {
    expect(
      broken(awsvpcTemplate(), (resources) => {
        delete resources.TargetIngress;
      }),
    ).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 3000: security group TaskGroup of the tasks of service Service '
        + 'accepts nothing from FrontGroup.',
    ]);
  });

  test('instances must accept it on the port that is used', () => {
    expect(
      broken(bridgeTemplate(), ({ TargetIngress }) => {
        Object.assign(TargetIngress.Properties, { FromPort: 80, ToPort: 80 });
      }),
    ).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 8080: security group InstanceGroup of the instances of Instances '
        + 'accepts tcp 80 from FrontGroup.',
    ]);
  });

  test('one port is not enough for a port that the instance picks', () => {
    expect(
      broken(bridgeTemplate(), ({ Task }) => {
        Task.Properties.ContainerDefinitions[0].PortMappings[0].HostPort = 0;
      }),
    ).toEqual([
      'Load balancer LoadBalancer may not send tcp 32768-65535 to InstanceGroup; FrontGroup allows tcp 8080.',
      'Load balancer LoadBalancer cannot reach tcp 32768-65535: security group InstanceGroup of the instances of '
        + 'Instances accepts tcp 8080 from FrontGroup.',
    ]);
  });

  test('a rule for another group does not count', () => {
    expect(
      broken(bridgeTemplate(), ({ TargetIngress }) => {
        TargetIngress.Properties.SourceSecurityGroupId = { 'Fn::GetAtt': 'Other.GroupId' };
      }),
    ).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 8080: security group InstanceGroup of the instances of Instances accepts nothing from FrontGroup.',
    ]);
  });

  test('the load balancer must be allowed to send', () => {
    expect(broken(bridgeTemplate(), (resources) => {
      delete resources.FrontEgress;
      resources.FrontGroup.Properties.SecurityGroupEgress = NOTHING;
    })).toEqual(['Load balancer LoadBalancer may not send tcp 8080 to InstanceGroup; FrontGroup allows nothing.']);
  });

  test('tasks with network interfaces of their own need a network configuration', () => {
    expect(broken(awsvpcTemplate(), ({ Service }) => { delete Service.Properties.NetworkConfiguration; })).toEqual([
      'Service Service has no network configuration, which network mode awsvpc needs.',
    ]);
  });

  test('tasks with network interfaces of their own need a security group', () => {
    expect(
      broken(awsvpcTemplate(), ({ Service }) => {
        Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups = [];
      }),
    ).toEqual(['Service Service gives its tasks no security group.']);
  });

  test('only tasks with network interfaces of their own take a network configuration', () => {
    expect(
      broken(bridgeTemplate(), ({ Service }) => {
        Service.Properties.NetworkConfiguration = { AwsvpcConfiguration: {} };
      }),
    ).toEqual(['Service Service has a network configuration, which only network mode awsvpc takes.']);
  });

  test('targets must be in the VPC of their target group', () => {
    expect(
      broken(bridgeTemplate(), ({ PrivateSubnet }) => {
        PrivateSubnet.Properties.VpcId = { Ref: 'OtherVpc' };
      }),
    ).toEqual(['Target group TargetGroup is in VPC Vpc, but the instances of Instances are in OtherVpc.']);
  });
});

describe('behind the cluster', () => {
  test('a cluster needs instances', () => {
    expect(broken(bridgeTemplate(), (resources) => { delete resources.Providers; })).toEqual([
      'Cluster Cluster of service Service has no instances that the template names.',
    ]);
  });

  test('a service cannot use a capacity provider of another cluster', () => {
    expect(
      broken(bridgeTemplate(), ({ Service }) => {
        Service.Properties.CapacityProviderStrategy = [{ CapacityProvider: 'FARGATE' }];
      }),
    ).toEqual([
      'Service Service uses capacity provider FARGATE, but those of cluster Cluster are: Provider.',
      'Cluster Cluster of service Service has no instances that the template names.',
    ]);
  });

  test('instances need a security group', () => {
    expect(
      broken(bridgeTemplate(), ({ LaunchTemplate }) => {
        LaunchTemplate.Properties.LaunchTemplateData = {};
      }),
    ).toEqual(['Auto Scaling group Instances gives its instances no security group.']);
  });
});
