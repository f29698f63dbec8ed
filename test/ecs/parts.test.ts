import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Port, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { ApplicationListener, ApplicationLoadBalancer, ListenerAction } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunAction, DockerrunCluster, DockerrunLoadBalancer, DockerrunNetwork, DockerrunService, Nat } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, file, Json, only, target, WEB } from './helpers';

const API = file([container('api', { portMappings: [{ hostPort: 0, containerPort: 3000 }] })]);

let stack: Stack;
beforeEach(() => {
  stack = new Stack(new App(), 'Test');
});

/** Every way through the load balancers of the stack; all have to be complete and none broader than needed. */
function ways(of: Stack = stack): string[][] {
  const { listeners, overBroad } = walk(Template.fromStack(of).toJSON() as TemplateJson);
  expect(overBroad).toEqual([]);
  expect(listeners.flatMap(({ breaks }) => breaks)).toEqual([]);
  return listeners.flatMap(({ paths }) => paths.map((path) => [...path]));
}

test('all parts together are an environment', () => {
  const { vpc } = new DockerrunNetwork(stack, 'Network');
  const { cluster } = new DockerrunCluster(stack, 'Cluster', { vpc });
  const front = new DockerrunLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 80 }] });
  new DockerrunService(stack, 'Web', { dockerrun: file([WEB]), cluster, rules: [{ listener: front.listener(80), pathPatterns: ['/*'] }], minCapacity: 2 });
  new DockerrunService(stack, 'Api', {
    dockerrun: API, cluster, networkMode: NetworkMode.AWS_VPC, rules: [{ listener: front.listener(80), pathPatterns: ['/api/*'] }], minCapacity: 2,
  });
  expect(ways().map((way) => way[way.length - 1])).toEqual([
    expect.stringMatching(/^default action of FrontLoadBalancerListener80.* answers by itself$/), 'container web answers on port 80', 'container api answers on port 3000',
  ]);
});

describe('a network by itself', () => {
  test('is a VPC whose instances have a way out', () => {
    const network = new DockerrunNetwork(stack, 'Network', { maxAzs: 2, cidr: '10.1.0.0/16', nat: Nat.perAz() });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::EC2::NatGateway', 2);
    template.hasResourceProperties('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' });
    expect(network.vpc.selectSubnets(network.subnets).subnets).toHaveLength(2);
  });

  test('refuses what does not fit before anything is made', () => {
    expect(() => new DockerrunNetwork(stack, 'Network', { maxAzs: 0, cidr: '10.1.0.0/99' })).toThrow(/^maxAzs must be .* \[DR4004 invalid-setting\]\ncidr must be /);
    expect(stack.node.findAll()).toHaveLength(2);
  });
});

describe('a cluster by itself', () => {
  test('has instances in a VPC of somebody else', () => {
    const made = new DockerrunCluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), minCapacity: 3, maxCapacity: 5 });
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MinSize: '3', MaxSize: '5' });
    expect(target(stack.resolve(made.capacityProvider.capacityProviderName))).toBe(only(template, 'AWS::ECS::CapacityProvider').id);
    expect(made.cluster.connections.securityGroups).toEqual(made.autoScalingGroup.connections.securityGroups);
  });

  test('warns of a single instance, without a line of a file', () => {
    new DockerrunCluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), minCapacity: 1 });
    Annotations.fromStack(stack).hasWarning('/Test/Cluster', Match.stringLikeRegexp('however many instances there are\\. Set minCapacity to 2 or more\\. \\[DR4005 single-instance\\]'));
  });

  test('refuses what does not fit before anything is made', () => {
    const vpc = new Vpc(stack, 'Vpc');
    expect(() => new DockerrunCluster(stack, 'Cluster', { vpc, minCapacity: 5, maxCapacity: 3 })).toThrow('minCapacity must be at most maxCapacity, which is 3, got 5. Set maxCapacity: 5, or lower minCapacity. [DR4004 invalid-setting]');
    expect(stack.node.tryFindChild('Cluster')?.node.children).toEqual([]);
  });
});

describe('a load balancer by itself', () => {
  test('answers what no service takes', () => {
    const vpc = new Vpc(stack, 'Vpc');
    new DockerrunLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 80 }, { port: 8080, defaultAction: DockerrunAction.redirect({ host: 'example.com' }) }] });
    const actions = Object.values(Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::Listener')).map(({ Properties }) => Properties.DefaultActions[0]);
    expect(actions.map(({ Type, FixedResponseConfig }) => FixedResponseConfig?.StatusCode ?? Type)).toEqual(['404', 'redirect']);
  });

  test('names its listeners when asked for another', () => {
    const front = new DockerrunLoadBalancer(stack, 'Front', { vpc: new Vpc(stack, 'Vpc'), listeners: [{ port: 80 }, { port: 8080 }] });
    expect(front.listener(8080)).toBe(front.listeners[1]);
    expect(() => front.listener(81)).toThrow('`port` must be the port of a listener, got 81, which is none of 80, 8080');
  });

  test('refuses what does not fit before anything is made', () => {
    const vpc = new Vpc(stack, 'Vpc');
    expect(() => new DockerrunLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 80 }, { port: 80 }] })).toThrow('listeners[1] must have a port of its own, got 80, which listeners[0] has already.');
    expect(() => new DockerrunLoadBalancer(stack, 'Back', { vpc: Vpc.fromVpcAttributes(stack, 'Given', { vpcId: 'vpc-1', availabilityZones: ['a'] }), listeners: [{ port: 80 }] }))
      .toThrow('vpc must have public subnets for the load balancer, got none');
    for (const id of ['Front', 'Back']) expect(stack.node.tryFindChild(id)?.node.children).toEqual([]);
  });
});

describe('a service by itself', () => {
  let vpc: Vpc;
  let cluster: Cluster;
  let listener: ApplicationListener;
  beforeEach(() => {
    vpc = new Vpc(stack, 'Vpc');
    ({ cluster } = new DockerrunCluster(stack, 'Cluster', { vpc }));
    listener = new ApplicationLoadBalancer(stack, 'Front', { vpc, internetFacing: true }).addListener('Http', { port: 80 });
  });

  test('answers whatever no rule takes, on a listener that has no default action', () => {
    new DockerrunService(stack, 'Web', { dockerrun: file([WEB]), cluster, rules: [{ listener }] });
    expect(ways().map((way) => way[way.length - 1])).toEqual(['container web answers on port 80']);
  });

  test('keeps its ids whatever rules come before', () => {
    const ids = (patterns: readonly string[]) => {
      const fresh = new Stack(new App(), 'Test');
      const made = new DockerrunCluster(fresh, 'Cluster', { vpc: new Vpc(fresh, 'Vpc') });
      const front = new ApplicationLoadBalancer(fresh, 'Front', { vpc: made.cluster.vpc }).addListener('Http', { port: 80, defaultAction: ListenerAction.fixedResponse(404) });
      new DockerrunService(fresh, 'Api', { dockerrun: API, cluster: made.cluster, rules: patterns.map((path) => ({ listener: front, pathPatterns: [path] })) });
      return Object.keys(Template.fromStack(fresh).toJSON().Resources).sort();
    };
    expect(ids(['/b', '/a'])).toEqual(ids(['/a', '/b']));
    expect(ids(['/a', '/b'])).toEqual(expect.arrayContaining(ids(['/b'])));
  });

  test('is not known to have two instances, so that a deployment may stop any task', () => {
    listener.addAction('Default', { action: ListenerAction.fixedResponse(404) });
    const unknown = new DockerrunService(stack, 'A', { dockerrun: API, cluster });
    const known = new DockerrunService(stack, 'B', { dockerrun: API, cluster, minCapacity: 2 });
    expect(known.plan.decision('minimum healthy percent').choice).toBe('50');
    expect(unknown.plan.decision('minimum healthy percent').reason).toMatch(/known only at deployment/);
  });

  test.each([
    ['a rule without conditions on an imported listener', 'rules[0] must have a condition, got none.', () => ({
      rules: [{ listener: ApplicationListener.fromApplicationListenerAttributes(stack, 'Imported', { listenerArn: 'arn', securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1') }) }],
    })],
    ['a cluster whose instances have no security group', 'cluster must know the security groups of its instances, got none', () => ({
      cluster: Cluster.fromClusterAttributes(stack, 'Bare', { clusterName: 'bare', vpc, securityGroups: [] }), rules: [{ listener }],
    })],
  ])('is refused for %s, before anything is made', (_, message, props) => {
    expect(() => new DockerrunService(stack, 'Api', { dockerrun: API, cluster, ...props() })).toThrow(message);
    expect(stack.node.tryFindChild('Api')?.node.children).toEqual([]);
  });

  test('runs on an imported cluster behind an imported listener, in a stack of its own', () => {
    const other = new Stack(new App(), 'Other');
    const given = Vpc.fromVpcAttributes(other, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'] });
    const group = (id: string) => SecurityGroup.fromSecurityGroupId(other, `Group${id}`, `sg-${id}`);
    new DockerrunService(other, 'Api', {
      dockerrun: API,
      cluster: Cluster.fromClusterAttributes(other, 'Cluster', { clusterName: 'shared', vpc: given, securityGroups: [group('instances')] }),
      rules: [{
        listener: ApplicationListener.fromApplicationListenerAttributes(other, 'Listener', { listenerArn: 'arn:listener', securityGroup: group('front'), defaultPort: 80 }),
        hostHeaders: ['api.example.com'],
      }],
    });
    const template = Template.fromStack(other);
    expect(only(template, 'AWS::ElasticLoadBalancingV2::ListenerRule').Properties).toMatchObject({
      ListenerArn: 'arn:listener', Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['api.example.com'] } }], Actions: [{ Type: 'forward' }],
    });
    expect(only(template, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({
      GroupId: 'sg-instances', SourceSecurityGroupId: 'sg-front', FromPort: 32768, ToPort: 65535,
    });
    expect(only(template, 'AWS::ECS::Service').Properties).toMatchObject({ Cluster: 'shared', SchedulingStrategy: 'DAEMON' });
  });

  test('stands in another stack than its listener', () => {
    listener.addAction('Default', { action: ListenerAction.fixedResponse(404) });
    const other = new Stack(stack.node.root as App, 'Other');
    new DockerrunService(other, 'Api', { dockerrun: API, cluster, rules: [{ listener, pathPatterns: ['/api/*'] }] });
    const template = Template.fromStack(other);
    only(template, 'AWS::ElasticLoadBalancingV2::ListenerRule');
    only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup');
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });

  test('has the given security group in awsvpc mode, and opens it', () => {
    const group = new SecurityGroup(stack, 'Tasks', { vpc });
    const made = new DockerrunService(stack, 'Api', { dockerrun: API, cluster, networkMode: NetworkMode.AWS_VPC, securityGroups: [group], rules: [{ listener }] });
    made.connections.allowFromAnyIpv4(Port.tcp(9000));
    const ingress = Object.values<Json>(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroup')).flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []);
    expect(ingress.filter(({ FromPort }) => FromPort === 9000)).toHaveLength(1);
  });
});
