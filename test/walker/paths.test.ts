import { awsvpcTemplate, bridgeTemplate, Editable, hostTemplate } from './templates';
import { walk } from './walk';

const forward = (...groups: string[]) => [
  { Type: 'forward', ForwardConfig: { TargetGroups: groups.map((id) => ({ TargetGroupArn: { Ref: id } })) } },
];

/** The steps of the only path of a template, from a given step on. */
function pathOf(template: Editable, from = 0): readonly string[] {
  const { listeners, overBroad } = walk(template);
  expect(overBroad).toEqual([]);
  expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []]]);
  return listeners[0].paths[0].slice(from);
}

/** A second target group and a service that registers with it, on the same instances at another host port. */
function addAdmin({ Resources }: Editable): void {
  const { TargetGroup, Service, Task, FrontEgress, TargetIngress } = structuredClone(Resources);
  Object.assign(Resources, { AdminTargetGroup: TargetGroup, AdminService: Service, AdminTask: Task });
  Object.assign(Resources, { AdminEgress: FrontEgress, AdminIngress: TargetIngress });
  Service.Properties.LoadBalancers[0].TargetGroupArn = { Ref: 'AdminTargetGroup' };
  Service.Properties.TaskDefinition = { Ref: 'AdminTask' };
  Task.Properties.ContainerDefinitions[0].PortMappings[0].HostPort = 9090;
  for (const { Properties } of [FrontEgress, TargetIngress]) {
    Object.assign(Properties, { FromPort: 9090, ToPort: 9090 });
  }
}

/** A load balancer for connections instead of requests. */
function makeNetwork({ Resources: { LoadBalancer, Listener, TargetGroup } }: Editable): void {
  LoadBalancer.Properties.Type = 'network';
  Listener.Properties.Protocol = 'TCP';
  TargetGroup.Properties.Protocol = 'TCP';
}

test('a container on an instance is reached at its host port', () => {
  expect(pathOf(bridgeTemplate())).toEqual([
    'the internet reaches load balancer LoadBalancer (internet-facing) in PublicSubnet through internet gateway '
      + 'Gateway',
    'security group FrontGroup accepts tcp 80 from 0.0.0.0/0',
    'listener Listener (HTTP 80)',
    'default action of Listener forwards to target group TargetGroup (HTTP, target type instance)',
    'service Service registers container web, port 3000',
    'task definition Task (bridge) takes it at tcp 8080',
    'target group TargetGroup checks health on the traffic port',
    'security group FrontGroup may send tcp 8080 to InstanceGroup',
    'security group InstanceGroup of the instances of Instances accepts tcp 8080 from FrontGroup',
    'container web answers on port 3000',
  ]);
});

test('a task with a network interface of its own is reached at its container port', () => {
  expect(pathOf(awsvpcTemplate(), 3)).toEqual([
    'default action of Listener forwards to target group TargetGroup (HTTP, target type ip)',
    'service Service registers container web, port 3000',
    'task definition Task (awsvpc) takes it at tcp 3000',
    'target group TargetGroup checks health on the traffic port',
    'security group FrontGroup may send tcp 3000 to TaskGroup',
    'security group TaskGroup of the tasks of service Service accepts tcp 3000 from FrontGroup',
    'container web answers on port 3000',
  ]);
});

test('a container in the network of its instance is reached at its container port', () => {
  expect(pathOf(hostTemplate(), 5)).toEqual([
    'task definition Task (host) takes it at tcp 3000',
    'target group TargetGroup checks health on the traffic port',
    'security group FrontGroup may send tcp 3000 to InstanceGroup',
    'security group InstanceGroup of the instances of Instances accepts tcp 3000 from FrontGroup',
    'container web answers on port 3000',
  ]);
});

test('a port that the instance picks needs the ephemeral ports', () => {
  const template = bridgeTemplate();
  const { Task, FrontEgress, TargetIngress } = template.Resources;
  delete Task.Properties.ContainerDefinitions[0].PortMappings[0].HostPort;
  for (const { Properties } of [FrontEgress, TargetIngress]) {
    Object.assign(Properties, { FromPort: 32768, ToPort: 65535 });
  }
  expect(pathOf(template, 7)).toEqual([
    'security group FrontGroup may send tcp 32768-65535 to InstanceGroup',
    'security group InstanceGroup of the instances of Instances accepts tcp 32768-65535 from FrontGroup',
    'container web answers on port 3000',
  ]);
});

test('rules inside security groups count as those beside them do', () => {
  const template = bridgeTemplate();
  const { FrontEgress, TargetIngress, FrontGroup, InstanceGroup } = template.Resources;
  FrontGroup.Properties.SecurityGroupEgress = [FrontEgress.Properties];
  InstanceGroup.Properties.SecurityGroupIngress = [TargetIngress.Properties];
  delete template.Resources.FrontEgress;
  delete template.Resources.TargetIngress;
  expect(pathOf(template)).toEqual(pathOf(bridgeTemplate()));
});

test('a health check on a port of its own needs that port too', () => {
  const template = bridgeTemplate();
  addAdmin(template);
  const { Task } = template.Resources;
  Task.Properties.ContainerDefinitions[1].PortMappings = [{ ContainerPort: 9000, HostPort: 9090 }];
  template.Resources.TargetGroup.Properties.HealthCheckPort = '9090';
  for (const id of ['AdminTargetGroup', 'AdminService', 'AdminTask']) delete template.Resources[id];
  expect(pathOf(template, 6)).toEqual([
    'target group TargetGroup checks health on tcp 9090',
    'security group FrontGroup may send tcp 8080 to InstanceGroup',
    'security group InstanceGroup of the instances of Instances accepts tcp 8080 from FrontGroup',
    'security group FrontGroup may send tcp 9090 to InstanceGroup',
    'security group InstanceGroup of the instances of Instances accepts tcp 9090 from FrontGroup',
    'container web answers on port 3000',
  ]);
});

test('an internal load balancer is reached from the VPC', () => {
  const template = bridgeTemplate();
  const { LoadBalancer, FrontGroup } = template.Resources;
  Object.assign(LoadBalancer.Properties, { Scheme: 'internal', Subnets: [{ Ref: 'PrivateSubnet' }] });
  FrontGroup.Properties.SecurityGroupIngress[0].CidrIp = { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] };
  expect(pathOf(template).slice(0, 2)).toEqual([
    'the VPC reaches load balancer LoadBalancer (internal) in PrivateSubnet',
    'security group FrontGroup accepts tcp 80 from Vpc.CidrBlock',
  ]);
});

test('subnets outside the template are taken as given', () => {
  const template = bridgeTemplate();
  template.Resources.LoadBalancer.Properties.Subnets = ['subnet-1', 'subnet-2'];
  expect(pathOf(template)[0]).toBe(
    'the internet reaches load balancer LoadBalancer (internet-facing) in subnet-1, subnet-2 through an internet '
      + 'gateway outside the template',
  );
});

describe('rules and several services', () => {
  test('every rule is a way of its own', () => {
    const template = bridgeTemplate();
    addAdmin(template);
    template.Resources.Rule = {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: { ListenerArn: { Ref: 'Listener' }, Priority: 10, Actions: forward('AdminTargetGroup') },
    };
    template.Resources.AdminService.DependsOn = 'Rule';
    const { listeners: [{ paths, breaks }], overBroad } = walk(template);
    expect({ breaks, overBroad }).toEqual({ breaks: [], overBroad: [] });
    expect(paths.map((path) => [path[3], path[5]])).toEqual([
      [
        'default action of Listener forwards to target group TargetGroup (HTTP, target type instance)',
        'task definition Task (bridge) takes it at tcp 8080',
      ],
      [
        'rule Rule (priority 10) forwards to target group AdminTargetGroup (HTTP, target type instance)',
        'task definition AdminTask (bridge) takes it at tcp 9090',
      ],
    ]);
  });

  test('weighted target groups are all followed', () => {
    const template = bridgeTemplate();
    addAdmin(template);
    template.Resources.Listener.Properties.DefaultActions = forward('TargetGroup', 'AdminTargetGroup');
    const { listeners: [{ paths, breaks }] } = walk(template);
    expect(breaks).toEqual([]);
    expect(paths.map((path) => path[4])).toEqual([
      'service Service registers container web, port 3000', 'service AdminService registers container web, port 3000',
    ]);
  });

  test('a redirect leads to the listener of the other port', () => {
    const template = bridgeTemplate();
    const { Listener, FrontGroup, Service } = template.Resources;
    const Certificates = [{ CertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a' }];
    template.Resources.Secure = {
      Type: Listener.Type, Properties: { ...Listener.Properties, Port: 443, Protocol: 'HTTPS', Certificates },
    };
    Listener.Properties.DefaultActions = [{ Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS' } }];
    FrontGroup.Properties.SecurityGroupIngress.push({
      IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0',
    });
    Service.DependsOn = 'Secure';
    const { listeners, overBroad } = walk(template);
    expect(overBroad).toEqual([]);
    expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []], [1, []]]);
    expect(listeners[0].paths[0].slice(2)).toEqual([
      'listener Listener (HTTP 80)', 'default action of Listener redirects to listener Secure',
    ]);
  });

  test('a fixed response needs nothing behind it', () => {
    const template = bridgeTemplate();
    template.Resources.Listener.Properties.DefaultActions = [
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
    ];
    expect(walk(template).listeners[0].paths[0].slice(2)).toEqual([
      'listener Listener (HTTP 80)', 'default action of Listener answers by itself',
    ]);
  });
});

describe('network load balancers', () => {
  test('one with a security group is followed like an application load balancer', () => {
    const template = bridgeTemplate();
    makeNetwork(template);
    expect(pathOf(template, 2).slice(0, 2)).toEqual([
      'listener Listener (TCP 80)',
      'default action of Listener forwards to target group TargetGroup (TCP, target type instance)',
    ]);
  });

  test('without a security group, the targets must accept the clients themselves', () => {
    const template = bridgeTemplate();
    makeNetwork(template);
    delete template.Resources.LoadBalancer.Properties.SecurityGroups;
    expect(walk(template).listeners[0].breaks).toEqual([
      'Load balancer LoadBalancer cannot reach tcp 8080: security group InstanceGroup of the instances of Instances '
        + 'accepts nothing from 0.0.0.0/0.',
    ]);
    const { TargetIngress } = template.Resources;
    delete TargetIngress.Properties.SourceSecurityGroupId;
    TargetIngress.Properties.CidrIp = '0.0.0.0/0';
    expect(pathOf(template, 6)).toEqual([
      'security group InstanceGroup of the instances of Instances accepts tcp 8080 from 0.0.0.0/0',
      'container web answers on port 3000',
    ]);
  });

  test('a listener for both protocols needs both mappings', () => {
    const template = bridgeTemplate();
    makeNetwork(template);
    const { Listener, TargetGroup, FrontGroup } = template.Resources;
    Listener.Properties.Protocol = TargetGroup.Properties.Protocol = 'TCP_UDP';
    FrontGroup.Properties.SecurityGroupIngress.push({
      IpProtocol: 'udp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0',
    });
    expect(walk(template).listeners[0].breaks).toEqual([
      'Target group TargetGroup sends udp 8080, where no container of task definition Task listens.',
    ]);
  });
});

describe('rules that let too much through', () => {
  /** What is found after a change that leaves the listener open. */
  function overBroad(change: (resources: Editable['Resources']) => void): readonly string[] {
    const template = bridgeTemplate();
    change(template.Resources);
    const { listeners, overBroad: found } = walk(template);
    expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []]]);
    return found;
  }

  test('more ports than the container uses', () => {
    expect(
      overBroad(({ TargetIngress }) => {
        Object.assign(TargetIngress.Properties, { FromPort: 1, ToPort: 65535 });
      }),
    ).toEqual([
      'Security group InstanceGroup accepts tcp 1-65535 from FrontGroup (TargetIngress), but only tcp 8080 is used.',
    ]);
  });

  test('every protocol', () => {
    expect(
      overBroad(({ TargetIngress }) => {
        TargetIngress.Properties = { ...TargetIngress.Properties, IpProtocol: '-1' };
      }),
    ).toEqual([
      'Security group InstanceGroup accepts everything from FrontGroup (TargetIngress), but only tcp 8080 is used.',
    ]);
  });

  test('instances that the world can reach', () => {
    expect(
      overBroad(({ InstanceGroup }) => {
        InstanceGroup.Properties.SecurityGroupIngress = [
          { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '0.0.0.0/0' },
        ];
      }),
    ).toEqual([
      'Security group InstanceGroup accepts tcp 8080 from 0.0.0.0/0 (InstanceGroup), but only FrontGroup is meant.',
    ]);
  });

  test('a load balancer that accepts a port without a listener', () => {
    expect(overBroad(({ FrontGroup }) => {
      FrontGroup.Properties.SecurityGroupIngress.push({
        IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0',
      });
    })).toEqual(['Security group FrontGroup accepts tcp 22 from 0.0.0.0/0 (FrontGroup), but only tcp 80 is used.']);
  });

  test('a world rule in front of chosen clients', () => {
    expect(walk(bridgeTemplate(), { 80: ['203.0.113.0/24'] }).overBroad).toEqual([
      'Security group FrontGroup accepts tcp 80 from 0.0.0.0/0 (FrontGroup), but only 203.0.113.0/24 is meant.',
    ]);
  });

  test('a load balancer that may send anything', () => {
    expect(overBroad((resources) => { delete resources.FrontEgress; })).toEqual([
      'Security group FrontGroup may send everything to 0.0.0.0/0 (FrontGroup), but only tcp 8080 is used.',
    ]);
  });

  test('the rule that keeps a group closed lets nothing through', () => {
    expect(overBroad(({ FrontGroup }) => {
      FrontGroup.Properties.SecurityGroupEgress = [
        { IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' },
      ];
    })).toEqual([]);
  });
});
