import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { NetworkListener, NetworkListenerAction, NetworkLoadBalancer, NetworkTargetGroup, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunCluster, DockerrunListener, DockerrunLoadBalancer, DockerrunNetworkListener, DockerrunNetworkLoadBalancer, DockerrunService } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, environment, file, Json } from './helpers';

const BROKER = file([container('broker', { portMappings: [{ hostPort: 1883, containerPort: 1883 }] })]);
const DNS = file([container('dns', { portMappings: [{ hostPort: 53, containerPort: 53, protocol: 'udp' }, { hostPort: 8053, containerPort: 8053 }] })]);

let stack: Stack;
let vpc: Vpc;
beforeEach(() => {
  stack = new Stack(new App(), 'Test');
  vpc = new Vpc(stack, 'Vpc');
});

/** The last step of every way through the load balancers of the stack; all have to be complete and none broader than needed. */
function ends(): string[] {
  const { listeners, overBroad } = walk(Template.fromStack(stack).toJSON() as TemplateJson);
  expect(overBroad).toEqual([]);
  expect(listeners.flatMap(({ breaks }) => breaks)).toEqual([]);
  return listeners.flatMap(({ paths }) => paths.map((path) => path[path.length - 1]));
}

describe('a network load balancer by itself', () => {
  test('speaks TCP, or TLS with a certificate', () => {
    const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:certificate');
    const front = new DockerrunNetworkLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 1883 }, { port: 8883, certificates: [certificate] }] });
    const target = new NetworkTargetGroup(stack, 'Target', { vpc, port: 1883 });
    for (const listener of front.listeners) listener.addTargetGroups('Default', target);
    const spoken = Object.values<Json>(Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::Listener')).map(({ Properties }) => Properties.Protocol);
    expect(spoken).toEqual(['TCP', 'TLS']);
  });

  test('names its listeners when asked for another', () => {
    const front = new DockerrunNetworkLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 1883 }, { port: 53, protocol: Protocol.UDP }] });
    expect(front.listener(53)).toBe(front.listeners[1]);
    expect(() => front.listener(80)).toThrow('`port` must be the port of a listener, got 80, which is none of 1883, 53');
  });

  test.each<[DockerrunNetworkListener[], string]>([
    [[{ port: 1883 }, { port: 1883, protocol: Protocol.UDP }], 'listeners[1] must have a port of its own, got 1883, which listeners[0] has already.'],
    [[{ port: 80, protocol: Protocol.HTTP }], 'listeners[0] must speak TCP, TLS, UDP or TCP_UDP on a Network Load Balancer, got HTTP. Give the listener to DockerrunLoadBalancer, or use Protocol.TCP. [DR4090 listener-protocol]'],
    [[{ port: 8883, protocol: Protocol.TLS }], 'listeners[0] must have a certificate, got Protocol.TLS without one.'],
    [[{ port: 0 }], 'listeners[0].port must be a whole number between 1 and 65535, got 0.'],
  ])('refuses what does not fit before anything is made: %j', (listeners, message) => {
    expect(() => new DockerrunNetworkLoadBalancer(stack, 'Front', { vpc, listeners })).toThrow(message);
    expect(stack.node.findChild('Front').node.children).toEqual([]);
  });

  test('refuses a network in which it cannot stand', () => {
    const given = Vpc.fromVpcAttributes(stack, 'Given', { vpcId: 'vpc-1', availabilityZones: ['a'] });
    expect(() => new DockerrunNetworkLoadBalancer(stack, 'Front', { vpc: given, listeners: [{ port: 1883 }] })).toThrow('vpc must have public subnets for the load balancer, got none');
  });
});

test('a load balancer for requests refuses connections', () => {
  const listeners: DockerrunListener[] = [{ port: 80 }, { port: 1883, protocol: Protocol.TCP }];
  expect(() => new DockerrunLoadBalancer(stack, 'Front', { vpc, listeners })).toThrow(
    'listeners[1] must speak HTTP or HTTPS on an Application Load Balancer, got TCP. Give the listener to DockerrunNetworkLoadBalancer. [DR4090 listener-protocol]',
  );
});

test('an environment refuses connections with what only requests have', () => {
  expect(() => environment({ dockerrun: BROKER, listeners: [{ port: 1883, protocol: Protocol.TCP, rules: [{ pathPatterns: ['/a'] }] }] })).toThrow(
    'listeners[0].rules must be left out on a TCP listener, which passes connections on without looking into them, got 1 item.',
  );
});

describe('a service by itself', () => {
  let cluster: DockerrunCluster;
  let front: DockerrunNetworkLoadBalancer;
  beforeEach(() => {
    cluster = new DockerrunCluster(stack, 'Cluster', { vpc });
    front = new DockerrunNetworkLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 1883 }, { port: 53, protocol: Protocol.UDP }] });
  });

  test('takes the connections of listeners that lead nowhere yet', () => {
    const broker = new DockerrunService(stack, 'Broker', { dockerrun: BROKER, cluster: cluster.cluster, networkRoutes: [{ listener: front.listener(1883) }] });
    const dns = new DockerrunService(stack, 'Dns', { dockerrun: DNS, cluster: cluster.cluster, networkRoutes: [{ listener: front.listener(53) }] });
    expect(ends()).toEqual(['container broker answers on port 1883', 'container dns answers on port 53']);
    expect([broker, dns].map(({ networkTargetGroups, targetGroups }) => [networkTargetGroups.length, targetGroups.length])).toEqual([[1, 0], [1, 0]]);
    expect(broker.plan.toText()).toMatch(/^Traffic\n {2}listener [0-9a-f]{8}\/tcp → target group \(instance\) → host port 1883 → broker:1883\n/);
  });

  test('takes them beside requests, with addresses of its own', () => {
    const site = new DockerrunLoadBalancer(stack, 'Site', { vpc, listeners: [{ port: 80 }] });
    new DockerrunService(stack, 'Broker', {
      dockerrun: BROKER, cluster: cluster.cluster, networkMode: NetworkMode.AWS_VPC,
      rules: [{ listener: site.listener(80), pathPatterns: ['/mqtt'], instancePort: 1883 }],
      networkRoutes: [{ listener: front.listener(1883) }],
    });
    new DockerrunService(stack, 'Dns', { dockerrun: DNS, cluster: cluster.cluster, networkRoutes: [{ listener: front.listener(53), healthCheck: { port: 8053 } }] });
    expect(ends().sort()).toEqual([
      'container broker answers on port 1883', 'container broker answers on port 1883', 'container dns answers on port 53', expect.stringMatching(/answers by itself$/),
    ]);
  });

  test('goes by what a listener of somebody else speaks', () => {
    const group = new SecurityGroup(stack, 'Group', { vpc, allowAllOutbound: false });
    const theirs = new NetworkLoadBalancer(stack, 'Theirs', { vpc, securityGroups: [group] });
    new DockerrunService(stack, 'Dns', {
      dockerrun: DNS, cluster: cluster.cluster, networkRoutes: [{ listener: theirs.addListener('Dns', { port: 5353, protocol: Protocol.UDP }), instancePort: 53 }],
    });
    const udp = { Protocol: 'UDP', HealthCheckPort: '8053', HealthCheckProtocol: 'TCP' };
    for (const listener of front.listeners) listener.addTargetGroups('Default', new NetworkTargetGroup(stack, `Other${listener.node.id}`, { vpc, port: 1 }));
    Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', Match.objectLike(udp));
  });

  test.each<[string, () => NetworkListener]>([
    ['an imported one', () => NetworkListener.fromNetworkListenerArn(stack, 'Imported', 'arn:aws:elasticloadbalancing:eu-west-1:1:listener/net/a/b/c') as NetworkListener],
    ['one that has a default action', () => {
      const taken = front.listener(1883);
      taken.addAction('Default', { action: NetworkListenerAction.forward([new NetworkTargetGroup(stack, 'Target', { vpc, port: 1 })]) });
      return taken;
    }],
  ])('refuses %s before anything is made', (got, listener) => {
    expect(() => new DockerrunService(stack, 'Broker', { dockerrun: BROKER, cluster: cluster.cluster, networkRoutes: [{ listener: listener(), instancePort: 1883 }] }))
      .toThrow(`networkRoutes[0].listener must be one of this app that leads nowhere yet, got ${got}.`);
    expect(stack.node.findChild('Broker').node.children).toEqual([]);
  });

  test('keeps its ids whatever other routes there are', () => {
    const ids = (ports: readonly number[]) => {
      const fresh = new Stack(new App(), 'Test');
      const made = new DockerrunCluster(fresh, 'Cluster', { vpc: new Vpc(fresh, 'Vpc') });
      const balancer = new DockerrunNetworkLoadBalancer(fresh, 'Front', { vpc: made.cluster.vpc, listeners: [1883, 1884].map((port) => ({ port })) });
      new DockerrunService(fresh, 'Broker', { dockerrun: BROKER, cluster: made.cluster, networkRoutes: ports.map((port) => ({ listener: balancer.listener(port), instancePort: 1883 })) });
      return fresh.node.findAll().filter((child) => child instanceof NetworkTargetGroup).map((child) => child.node.path).sort();
    };
    expect(ids([1884, 1883])).toEqual(ids([1883, 1884]));
    expect(ids([1883, 1884])).toEqual(expect.arrayContaining(ids([1884])));
  });
});
