import { Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancer, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { RolloutStrategy, DockerrunCluster, DockerrunNetwork, DockerrunService, FrontDoor, ReplicaOptions, Scheduling } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, environment, file, Json, only, Props, templateOf, WEB } from './helpers';

const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const BOTH = container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }, { hostPort: 1883, containerPort: 1883 }] });

const replicas = (strategy: RolloutStrategy, rest: ReplicaOptions = {}): Props => ({ scheduling: Scheduling.replicas({ strategy, ...rest }) });
const serviceOf = (template: Template): Json => only(template, 'AWS::ECS::Service').Properties;
const deploymentOf = (strategy: RolloutStrategy): Json => serviceOf(templateOf(replicas(strategy))).DeploymentConfiguration;

const SHARED = {
  MinimumHealthyPercent: 100, MaximumPercent: 200,
  DeploymentCircuitBreaker: { Enable: true, Rollback: true }, Alarms: { AlarmNames: [], Enable: false, Rollback: false },
};

describe('the service', () => {
  test.each<[string, RolloutStrategy, object]>([
    ['rolls', RolloutStrategy.rolling(), { Strategy: 'ROLLING' }],
    ['changes over at once', RolloutStrategy.blueGreen(), { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 10 }],
    [
      'changes over in steps', RolloutStrategy.linear(),
      { Strategy: 'LINEAR', BakeTimeInMinutes: 10, LinearConfiguration: { StepPercent: 10, StepBakeTimeInMinutes: 6 } },
    ],
    [
      'changes over in other steps', RolloutStrategy.linear({ stepPercent: 33.3, stepBakeTime: Duration.hours(1), bakeTime: Duration.minutes(0) }),
      { Strategy: 'LINEAR', BakeTimeInMinutes: 0, LinearConfiguration: { StepPercent: 33.3, StepBakeTimeInMinutes: 60 } },
    ],
    [
      'tries the new version first', RolloutStrategy.canary(),
      { Strategy: 'CANARY', BakeTimeInMinutes: 10, CanaryConfiguration: { CanaryPercent: 5, CanaryBakeTimeInMinutes: 10 } },
    ],
    [
      'tries it with a share that the CDK would refuse', RolloutStrategy.canary({ percent: 1.1, stepBakeTime: Duration.minutes(30), bakeTime: Duration.days(1) }),
      { Strategy: 'CANARY', BakeTimeInMinutes: 1440, CanaryConfiguration: { CanaryPercent: 1.1, CanaryBakeTimeInMinutes: 30 } },
    ],
  ])('%s', (_, strategy, expected) => {
    expect(deploymentOf(strategy)).toEqual({ ...SHARED, ...expected });
  });

  test('watches no alarm longer than both versions run', () => {
    const deploymentAlarms = [Alarm.fromAlarmName(new Stack(), 'Alarm', 'Errors')];
    const watched = (strategy: RolloutStrategy) => serviceOf(templateOf(replicas(strategy, { deploymentAlarms }))).DeploymentConfiguration;
    const Alarms = { AlarmNames: ['Errors'], Enable: true, Rollback: true };
    expect(watched(RolloutStrategy.blueGreen({ bakeTime: Duration.minutes(3) }))).toMatchObject({ Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 3, Alarms });
    expect(watched(RolloutStrategy.rolling({ bakeTime: Duration.minutes(9) }))).toMatchObject({ Strategy: 'ROLLING', BakeTimeInMinutes: 9, Alarms });
  });

  test('brings nothing else along when it rolls', () => {
    expect(templateOf(replicas(RolloutStrategy.rolling())).toJSON()).toEqual(templateOf({ scheduling: Scheduling.replicas() }).toJSON());
    const made = environment({ scheduling: Scheduling.replicas() });
    expect([made.secondTargetGroups, made.secondNetworkTargetGroups, made.trafficShiftRole]).toEqual([[], [], undefined]);
  });
});

describe('requests move', () => {
  const props: Props = { ...replicas(RolloutStrategy.canary()), listeners: [{ port: 80, rules: [{ pathPatterns: ['/api/*'] }] }] };
  const made = environment(props);
  const template = Template.fromStack(Stack.of(made));
  const idOf = (resource: Json): string => Stack.of(made).getLogicalId(resource.node.defaultChild);
  const [first, second] = [made.targetGroups, made.secondTargetGroups].map((groups) => groups.map(idOf));
  const { LoadBalancers } = serviceOf(template);

  test('between two target groups of each route, which are alike', () => {
    template.resourceCountIs(GROUP, 4);
    const groups = template.findResources(GROUP);
    expect([first.length, second.length]).toEqual([2, 2]);
    for (const [index, id] of first.entries()) expect(groups[second[index]]).toEqual(groups[id]);
  });

  test('by a rule of each route; what the listener did by default gets the last one', () => {
    const rules = Object.values(template.findResources(RULE)).map(({ Properties }) => Properties);
    const pair = (index: number) => [{
      Type: 'forward',
      ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: first[index] }, Weight: 1 }, { TargetGroupArn: { Ref: second[index] }, Weight: 0 }] },
    }];
    expect(rules).toEqual([
      { ListenerArn: expect.anything(), Priority: 50000, Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }], Actions: pair(0) },
      { ListenerArn: expect.anything(), Priority: expect.any(Number), Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }], Actions: pair(1) },
    ]);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: first[0] } }] });
  });

  test('as the service knows both, the rule and the role, for which it waits', () => {
    const roleArn = { 'Fn::GetAtt': [idOf(made.trafficShiftRole), 'Arn'] };
    expect(LoadBalancers.map(({ AdvancedConfiguration }: Json) => AdvancedConfiguration)).toEqual(second.map((id) => (
      { AlternateTargetGroupArn: { Ref: id }, ProductionListenerRule: { Ref: expect.any(String) }, RoleArn: roleArn }
    )));
    expect(template.findResources('AWS::IAM::Role')[idOf(made.trafficShiftRole)].Properties).toEqual({
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs.amazonaws.com' } }] },
      ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers']] }],
    });
  });

  test('and the first target groups keep their ids, so that a service that rolled keeps them', () => {
    const rolled = templateOf({ ...props, scheduling: Scheduling.replicas() });
    expect(Object.keys(rolled.findResources(GROUP))).toEqual(first);
  });

  test('after a rolling deployment that brought everything there is to it', () => {
    const prepared = templateOf({ ...props, ...replicas(RolloutStrategy.rolling({ secondTargetGroups: true })) }).toJSON();
    const moving = template.toJSON();
    for (const { Resources } of [prepared, moving]) {
      for (const resource of Object.values<Json>(Resources)) if (resource.Type === 'AWS::ECS::Service') delete resource.Properties.DeploymentConfiguration;
    }
    expect(prepared).toEqual(moving);
  });
});

test('a second target group has a name of its own, which CloudFormation makes up', () => {
  const template = templateOf({ ...replicas(RolloutStrategy.blueGreen()), listeners: [{ port: 80, targetGroupName: 'shop' }] });
  expect(Object.values(template.findResources(GROUP)).map(({ Properties }) => Properties.Name)).toEqual(['shop', undefined]);
});

test('a role of the user takes the place of the one that is made', () => {
  const stack = new Stack();
  const role = Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/shift');
  const template = templateOf(replicas(RolloutStrategy.blueGreen({ role })));
  expect(serviceOf(template).LoadBalancers[0].AdvancedConfiguration.RoleArn).toBe('arn:aws:iam::111122223333:role/shift');
  expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('TrafficShift'))).toEqual([]);
});

test('connections move by the weights of their listener', () => {
  const made = environment({
    ...replicas(RolloutStrategy.linear()), dockerrun: file([BOTH]), listeners: [{ port: 1883, protocol: Protocol.TCP }],
  });
  const template = Template.fromStack(Stack.of(made));
  const [first, second] = Object.keys(template.findResources(GROUP));
  const listener = only(template, 'AWS::ElasticLoadBalancingV2::Listener');
  expect(listener.Properties.DefaultActions).toEqual([{
    Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: first }, Weight: 1 }, { TargetGroupArn: { Ref: second }, Weight: 0 }] },
  }]);
  expect(serviceOf(template).LoadBalancers).toEqual([{
    ContainerName: 'web', ContainerPort: 1883, TargetGroupArn: { Ref: first },
    AdvancedConfiguration: { AlternateTargetGroupArn: { Ref: second }, ProductionListenerRule: { Ref: listener.id }, RoleArn: expect.anything() },
  }]);
  expect(made.secondNetworkTargetGroups).toHaveLength(1);
});

test.each<[string, Props]>([
  ['bridge mode', {}],
  ['awsvpc mode', { networkMode: NetworkMode.AWS_VPC }],
  ['host mode', { networkMode: NetworkMode.HOST }],
  ['both kinds of listeners', { dockerrun: file([BOTH]), listeners: [{ port: 80 }, { port: 1883, protocol: Protocol.TCP }] }],
  ['CloudFront', { frontDoor: FrontDoor.cloudFront({ originPrefixListId: 'pl-1234' }) }],
  ['an API', { frontDoor: FrontDoor.httpApi() }],
])('every way to both target groups is complete in %s', (_, props) => {
  const template = templateOf({ ...replicas(RolloutStrategy.canary()), ...props });
  const { listeners, overBroad } = walk(template.toJSON() as TemplateJson);
  expect([listeners.flatMap(({ breaks }) => breaks), overBroad]).toEqual([[], []]);
  expect(listeners.flatMap(({ paths }) => paths).filter((path) => path.some((step) => step.includes('Second'))).length).toBeGreaterThan(0);
});

test('an added service moves its requests by itself, behind the last rule of the other', () => {
  const made = environment(replicas(RolloutStrategy.blueGreen()));
  const { scheduling } = replicas(RolloutStrategy.canary());
  const dockerrun = file([container('api', { portMappings: [{ containerPort: 3000 }] })]);
  const api = made.addService('Api', { dockerrun, scheduling, rules: [{ pathPatterns: ['/api/*'] }] });
  expect([api.targetGroups.length, api.secondTargetGroups.length]).toEqual([1, 1]);
  expect(() => made.addService('Last', { dockerrun, rules: [{ pathPatterns: ['/last/*'], priority: 50000 }] }))
    .toThrow('rules[0] must have a priority of its own, got 50000, which a rule of service "Service" has already.');
  const { listeners: [{ breaks }] } = walk(Template.fromStack(Stack.of(made)).toJSON() as TemplateJson);
  expect(breaks).toEqual([]);
});

test('what a listener of the app does by default, it does by the first target group and by a rule with both', () => {
  const stack = new Stack();
  const { scheduling } = replicas(RolloutStrategy.linear());
  const network = new DockerrunNetwork(stack, 'Network');
  const cluster = new DockerrunCluster(stack, 'Cluster', { vpc: network.vpc });
  const balancer = new ApplicationLoadBalancer(stack, 'Balancer', { vpc: network.vpc, internetFacing: true });
  const listener = balancer.addListener('Listener', { port: 80 });
  new DockerrunService(stack, 'Service', { dockerrun: file([WEB]), cluster: cluster.cluster, scheduling, rules: [{ listener }] });
  const { listeners: [{ paths, breaks }], overBroad } = walk(Template.fromStack(stack).toJSON() as TemplateJson);
  expect([breaks, overBroad]).toEqual([[], []]);
  expect(paths.map((path) => path[3])).toEqual([
    expect.stringContaining('default action of'), expect.stringContaining('(priority 50000) forwards to target group ServiceTarget'),
    expect.stringContaining('(priority 50000) forwards to target group ServiceSecondTarget'),
  ]);
});

test('without a load balancer, both versions work side by side', () => {
  const template = templateOf({ ...replicas(RolloutStrategy.blueGreen()), dockerrun: file([container('jobs')]) });
  expect(serviceOf(template)).toMatchObject({ DeploymentConfiguration: { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 10 } });
  expect(serviceOf(template)).not.toHaveProperty('LoadBalancers');
  expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('TrafficShift'))).toEqual([]);
});

test.each<[string, () => Props, string]>([
  [
    'bake times beyond a day', () => replicas(RolloutStrategy.blueGreen({ bakeTime: Duration.minutes(1441) })),
    'scheduling.strategy.bakeTime must be a whole number of minutes between 0 and 1440, got 1441.',
  ],
  [
    'parts of a minute', () => replicas(RolloutStrategy.blueGreen({ bakeTime: Duration.seconds(90) })),
    'scheduling.strategy.bakeTime must be a whole number of minutes between 0 and 1440, got 1.5.',
  ],
  [
    'steps of 2 %', () => replicas(RolloutStrategy.linear({ stepPercent: 2 })),
    'scheduling.strategy.stepPercent must be a number between 3 and 100, in tenths, got 2.',
  ],
  [
    'shares of nothing', () => replicas(RolloutStrategy.canary({ percent: 0 })),
    'scheduling.strategy.percent must be a number between 0.1 and 100, in tenths, got 0.',
  ],
  [
    'roles that have nothing to do', () => replicas(RolloutStrategy.rolling({ role: Role.fromRoleArn(new Stack(), 'Role', 'arn:aws:iam::111122223333:role/shift') })),
    'scheduling.strategy.role must be left out without second target groups, got it.',
  ],
  [
    'bake times without an alarm', () => replicas(RolloutStrategy.rolling({ bakeTime: Duration.minutes(9) })),
    'scheduling.strategy.bakeTime must be left out without deploymentAlarms, got one.',
  ],
  [
    'sticky sessions', () => ({ ...replicas(RolloutStrategy.canary()), listeners: [{ port: 80, stickinessCookieDuration: Duration.hours(1) }] }),
    'listeners[0].stickinessCookieDuration must be left out with two target groups for each route, got 3600 seconds.',
  ],
  [
    'more than what the instances hold twice', () => ({ ...replicas(RolloutStrategy.blueGreen(), { desired: 3 }), networkMode: NetworkMode.HOST }),
    'scheduling.max must fit on 4 instances with 1 task each, because two on one instance would fight for host port 80/tcp, got 3 in both versions, as the strategy blue-green asks.',
  ],
])('%s are refused', (_, props, message) => {
  expect(() => environment(props())).toThrow(message);
});

test('a deployment that nothing watches is warned about', () => {
  const made = environment(replicas(RolloutStrategy.canary()));
  Annotations.fromStack(Stack.of(made)).hasWarning('/Test/Environment', Match.stringLikeRegexp('scheduling.deploymentAlarms should name an alarm with the strategy canary, got none'));
  expect(made.plan.decision('circuit breaker')).toMatchObject({
    topic: 'circuit breaker', choice: 'rollback', source: 'default',
    reason: 'A deployment whose tasks keep failing goes back to the last one that worked; Beanstalk leaves that to you. '
      + 'One page of AWS says that this is for rolling deployments alone; then a version that does not come up goes back after 24 hours.',
  });
});
