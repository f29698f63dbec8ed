import { bridgeTemplate, Editable } from './templates';
import { walk } from './walk';

/* Load balancers for connections, whole and broken in one place each. */

type Resources = Editable['Resources'];

const mapping = (Protocol: string, HostPort: number, ContainerPort = 3000) => ({ Protocol, HostPort, ContainerPort });

/**
 * One TCP listener in front of containers on instances, with host port 8080, and the same port for HTTP on another load
 * balancer.
 */
function tcpTemplate(): Editable {
  const template = bridgeTemplate();
  speak(template.Resources, 'TCP');
  return template;
}

function speak({ LoadBalancer, Listener, TargetGroup }: Resources, protocol: string): void {
  LoadBalancer.Properties.Type = 'network';
  Listener.Properties.Protocol = TargetGroup.Properties.Protocol = protocol;
}

/** One UDP listener whose health is checked on TCP port 9000. */
function udpTemplate(): Editable {
  const template = bridgeTemplate();
  const { Resources } = template;
  const { Task, TargetGroup, FrontGroup, FrontEgress, TargetIngress } = Resources;
  speak(Resources, 'UDP');
  Task.Properties.ContainerDefinitions[0].PortMappings = [mapping('udp', 8080), mapping('tcp', 9000, 9000)];
  TargetGroup.Properties.HealthCheckPort = '9000';
  FrontGroup.Properties.SecurityGroupIngress[0].IpProtocol = 'udp';
  Object.assign(Resources, {
    HealthEgress: structuredClone(FrontEgress), HealthIngress: structuredClone(TargetIngress),
  });
  for (const { Properties } of [Resources.HealthEgress, Resources.HealthIngress]) {
    Object.assign(Properties, { FromPort: 9000, ToPort: 9000 });
  }
  for (const { Properties } of [FrontEgress, TargetIngress]) Properties.IpProtocol = 'udp';
  return template;
}

/** What is found after a change. */
function broken(template: Editable, change: (resources: Resources) => void = () => {}): readonly string[] {
  change(template.Resources);
  const { listeners, overBroad } = walk(template);
  return [...listeners.flatMap(({ breaks }) => breaks), ...overBroad];
}

test('the templates are whole', () => {
  for (const template of [tcpTemplate(), udpTemplate()]) {
    expect(broken(template)).toEqual([]);
    expect(walk(template).listeners.map(({ paths }) => paths.length)).toEqual([1]);
  }
});

describe('TCP', () => {
  test('is not for an application load balancer', () => {
    expect(broken(tcpTemplate(), ({ LoadBalancer }) => { LoadBalancer.Properties.Type = 'application'; })).toEqual([
      'Listener Listener speaks TCP, but its load balancer is of type application.',
    ]);
  });

  test('is all that a network load balancer takes beside TLS and UDP', () => {
    expect(broken(tcpTemplate(), ({ Listener }) => { Listener.Properties.Protocol = 'HTTP'; })).toEqual([
      'Listener Listener speaks HTTP, but its load balancer is of type network.',
    ]);
  });

  test('has no rules', () => {
    expect(broken(tcpTemplate(), (resources) => {
      resources.Rule = {
        Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
        Properties: {
          ListenerArn: { Ref: 'Listener' },
          Priority: 1,
          Actions: [{ Type: 'forward', TargetGroupArn: { Ref: 'TargetGroup' } }],
        },
      };
    })).toEqual(['Listener Listener has rules, but its load balancer is of type network.']);
  });

  test.each([
    ['TCP', 'UDP'], ['TCP', 'TLS'], ['TCP', 'HTTP'], ['UDP', 'TCP'], ['TCP_UDP', 'TCP'], ['TLS', 'UDP'],
  ])('a listener for %s does not lead to %s', (spoken, behind) => {
    const found = broken(tcpTemplate(), ({ Listener, TargetGroup }) => {
      Listener.Properties.Protocol = spoken;
      TargetGroup.Properties.Protocol = behind;
    });
    expect(found).toContain(`Listener Listener speaks ${spoken}, but target group TargetGroup ${behind}.`);
  });

  test('needs a rule at its targets, which the CDK does not make', () => {
    expect(
      broken(tcpTemplate(), (resources) => {
        delete resources.TargetIngress;
      }),
    ).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 8080: security group InstanceGroup of the instances of Instances '
        + 'accepts nothing from FrontGroup.',
    ]);
  });

  test('with TLS needs a certificate', () => {
    expect(
      broken(tcpTemplate(), ({ Listener }) => {
        Listener.Properties.Protocol = 'TLS';
      }),
    ).toEqual(['Listener Listener speaks TLS without a certificate.']);
  });

  test('without TLS takes none', () => {
    expect(
      broken(tcpTemplate(), ({ Listener }) => {
        Listener.Properties.Certificates = [{ CertificateArn: 'arn' }];
      }),
    ).toEqual(['Listener Listener has a certificate, but speaks TCP.']);
  });

  test('stands in public subnets', () => {
    expect(
      broken(tcpTemplate(), ({ LoadBalancer }) => {
        LoadBalancer.Properties.Subnets = [{ Ref: 'PrivateSubnet' }];
      }),
    ).toEqual([
      'Load balancer LoadBalancer is internet-facing, but its subnet PrivateSubnet has no route to an internet '
        + 'gateway.',
    ]);
  });
});

describe('UDP', () => {
  test('is not let in by a rule for TCP', () => {
    expect(
      broken(udpTemplate(), ({ FrontGroup }) => {
        FrontGroup.Properties.SecurityGroupIngress[0].IpProtocol = 'tcp';
      }),
    ).toEqual([
      'Listener Listener is closed: no rule of FrontGroup accepts udp 80 from 0.0.0.0/0.',
      'Security group FrontGroup accepts tcp 80 from 0.0.0.0/0 (FrontGroup), but only udp 80 is used.',
    ]);
  });

  test('needs the port of its health check to be open too', () => {
    expect(
      broken(udpTemplate(), (resources) => {
        delete resources.HealthIngress;
      }),
    ).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 9000: security group InstanceGroup of the instances of Instances '
        + 'accepts udp 8080 from FrontGroup.',
    ]);
  });

  test('needs a health check that somebody answers over TCP', () => {
    const found = broken(udpTemplate(), ({ TargetGroup }) => {
      TargetGroup.Properties.HealthCheckPort = 'traffic-port';
    });
    expect(found[0]).toBe(
      'Target group TargetGroup checks health on tcp 8080, where no container of task definition Task listens.',
    );
  });

  test('cannot be checked on a port that the instance picks', () => {
    const found = broken(udpTemplate(), ({ TargetGroup, Task }) => {
      TargetGroup.Properties.HealthCheckPort = 'traffic-port';
      Task.Properties.ContainerDefinitions[0].PortMappings = [mapping('udp', 0), mapping('tcp', 0, 9000)];
    });
    expect(found[0]).toBe(
      'Target group TargetGroup checks health over TCP, but its traffic port is one of UDP that the instance picks.',
    );
  });

  test('is not on a container port that is mapped for TCP too, because the service names the port alone', () => {
    const found = broken(udpTemplate(), ({ Task }) => {
      Task.Properties.ContainerDefinitions[0].PortMappings.push(mapping('tcp', 8081));
    });
    expect(found).toContain(
      'Service Service registers port 3000 of container web, which task definition Task maps more than once.',
    );
  });

  test('beside TCP is on the same host port, from another container port', () => {
    const template = bridgeTemplate();
    const { Resources } = template;
    const { Task, FrontGroup, FrontEgress, TargetIngress } = Resources;
    speak(Resources, 'TCP_UDP');
    Task.Properties.ContainerDefinitions[0].PortMappings.push(mapping('udp', 8080, 3001));
    FrontGroup.Properties.SecurityGroupIngress.push({
      ...FrontGroup.Properties.SecurityGroupIngress[0], IpProtocol: 'udp',
    });
    Object.assign(Resources, {
      SecondEgress: structuredClone(FrontEgress), SecondIngress: structuredClone(TargetIngress),
    });
    for (const { Properties } of [Resources.SecondEgress, Resources.SecondIngress]) Properties.IpProtocol = 'udp';
    expect(broken(template)).toEqual([]);
    expect(broken(template, () => { Task.Properties.ContainerDefinitions[0].PortMappings[1].HostPort = 8081; })[0])
      .toBe('Target group TargetGroup sends udp 8080, where no container of task definition Task listens.');
  });

  test('is not what a container takes that maps TCP', () => {
    const found = broken(udpTemplate(), ({ Task }) => {
      Task.Properties.ContainerDefinitions[0].PortMappings = [mapping('tcp', 8080), mapping('tcp', 9000, 9000)];
    });
    expect(found).toContain(
      'Service Service registers udp 3000 of container web, but task definition Task maps: tcp 3000, tcp 9000.',
    );
  });
});
