import { App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import { ApplicationListener, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  AlarmsProps, RolloutStrategy, DockerrunCluster, DockerrunNetwork, DockerrunService, EcsEnvironment, FrontDoor, KnownFindings, Scheduling,
  ServiceAlarm, WorkerConsumer,
} from '../../lib';
import { check, KEEP_REPORT } from '../checks';
import { before, container, environment, file, Json, only, Props, templateOf, WEB } from './helpers';

const TYPE = 'AWS::CloudWatch::Alarm';
const TCP = { port: 1883, protocol: Protocol.TCP, instancePort: 80 };
const WORKER = { consumer: WorkerConsumer.polls() };

/** References as short words, so that whole properties can be compared. */
function plainly(value: Json): Json {
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return value;
  if (value.Ref) return `<${value.Ref.replace(/[0-9A-F]{8}$/, '')}>`;
  if (value['Fn::GetAtt']) return `<${value['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, '')}.${value['Fn::GetAtt'][1]}>`;
  const [, parts] = value['Fn::Join'] ?? [];
  if (parts?.[0]?.['Fn::Select']) return `<load balancer of ${plainly(parts[0]['Fn::Select'][1]['Fn::Split'][1])}>`;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainly(inner)]));
}

/** The properties of every alarm of a service, by what it is called there. */
function alarmsOf(template: Template, service = 'EnvironmentService'): Record<string, Json> {
  return Object.fromEntries(Object.entries<Json>(template.findResources(TYPE))
    .filter(([id]) => id.startsWith(service))
    .map(([id, { Properties }]) => [id.slice(service.length, -'Alarm00000000'.length), plainly(Properties)]));
}

const alarms = (props: AlarmsProps = {}, rest: Props = {}): Record<string, Json> => alarmsOf(templateOf({ alarms: props, ...rest }));

const TOPIC = ['<EnvironmentServiceAlarmTopic>'];
const ACTIONS = { AlarmActions: TOPIC, OKActions: TOPIC };
const AT_LEAST = { ...ACTIONS, ComparisonOperator: 'GreaterThanOrEqualToThreshold', TreatMissingData: 'notBreaching' };
const FRONT = '<load balancer of <EnvironmentLoadBalancerListener80>>';
const SERVICE = [{ Name: 'ClusterName', Value: '<EnvironmentCluster>' }, { Name: 'ServiceName', Value: '<EnvironmentService.Name>' }];
const groupOf = (LoadBalancer: string, group: string): Json[] => [{ Name: 'LoadBalancer', Value: LoadBalancer }, { Name: 'TargetGroup', Value: `<${group}.TargetGroupFullName>` }];
const GROUP = groupOf(FRONT, 'EnvironmentServiceTarget80');

const part = (Id: string, Namespace: string, MetricName: string, Dimensions: Json[], Stat: string): Json =>
  ({ Id, MetricStat: { Metric: { Dimensions, MetricName, Namespace }, Period: 60, Stat }, ReturnData: false });
const elb = (id: string, metric: string, dimensions: Json[]): Json => part(id, 'AWS/ApplicationELB', metric, dimensions, 'Sum');

describe('an environment', () => {
  test('has no alarms, and no topic, without a word', () => {
    const template = templateOf();
    template.resourceCountIs(TYPE, 0);
    template.resourceCountIs('AWS::SNS::Topic', 0);
    const { alarms: made, alarmTopic } = environment();
    expect([made, alarmTopic]).toEqual([[], undefined]);
  });

  test('has one for each thing that may go wrong', () => {
    const about = (words: string) => `Test/Environment/Service: ${words}`;
    expect(alarms()).toEqual({
      UnhealthyHosts80: {
        ...AT_LEAST, AlarmDescription: about('Targets of listener 80 do not pass their health checks.'), EvaluationPeriods: 5, Threshold: 1,
        Namespace: 'AWS/ApplicationELB', MetricName: 'UnHealthyHostCount', Dimensions: GROUP, Period: 60, Statistic: 'Maximum',
      },
      ServerErrors80: {
        ...AT_LEAST, AlarmDescription: about('Containers behind listener 80 answer with 5xx.'), EvaluationPeriods: 5, Threshold: 5,
        Metrics: [
          { Expression: '100 * (FILL(errors0, 0)) / (FILL(requests0, 0))', Id: 'expr_1', Label: 'Answers with 5xx, in percent', ReturnData: true },
          elb('errors0', 'HTTPCode_Target_5XX_Count', GROUP), elb('requests0', 'RequestCount', GROUP),
        ],
      },
      LoadBalancerErrors: {
        ...AT_LEAST, AlarmDescription: about('The load balancer answers with 5xx itself, as when no container takes a request.'), EvaluationPeriods: 5, Threshold: 5,
        Metrics: [
          { Expression: '100 * errors / (errors + FILL(requests, 0))', Id: 'expr_1', Label: 'Errors of the load balancer, in percent', ReturnData: true },
          elb('errors', 'HTTPCode_ELB_5XX_Count', GROUP.slice(0, 1)), elb('requests', 'RequestCount', GROUP.slice(0, 1)),
        ],
      },
      MissingTasks: {
        ...ACTIONS, AlarmDescription: about('Fewer tasks run than should.'), EvaluationPeriods: 10, Threshold: 1,
        ComparisonOperator: 'LessThanOrEqualToThreshold', TreatMissingData: 'breaching',
        Metrics: [{ ...part('m1', 'AWS/ECS', 'CPUUtilization', SERVICE, 'SampleCount'), Label: 'Running tasks', ReturnData: true }],
      },
      Cpu: {
        ...AT_LEAST, AlarmDescription: about('The CPU is almost used up.'), EvaluationPeriods: 15, Threshold: 90,
        Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Dimensions: [SERVICE[0]], Period: 60, Statistic: 'Average',
      },
      Memory: {
        ...AT_LEAST, AlarmDescription: about('The memory is almost used up.'), EvaluationPeriods: 15, Threshold: 90,
        Namespace: 'AWS/ECS', MetricName: 'MemoryUtilization', Dimensions: SERVICE, Period: 60, Statistic: 'Average',
      },
    });
  });

  test('counts tasks with Container Insights if it may', () => {
    const counts = (metric: string, id: string) => part(id, 'ECS/ContainerInsights', metric, SERVICE, 'Average');
    expect(alarms({ missingTasks: 3 }, { containerInsights: ContainerInsights.ENABLED }).MissingTasks).toMatchObject({
      ComparisonOperator: 'GreaterThanOrEqualToThreshold', Threshold: 3, TreatMissingData: 'breaching',
      Metrics: [
        { Expression: 'desired - running', Id: 'expr_1', Label: 'Missing tasks', ReturnData: true },
        counts('DesiredTaskCount', 'desired'), counts('RunningTaskCount', 'running'),
      ],
    });
  });

  test('has the thresholds that you give, and leaves out what you say', () => {
    const made = alarms({
      unhealthyHosts: 2, serverErrorPercent: 0.5, cpuPercent: 70, breachDuration: Duration.hours(1),
      without: [ServiceAlarm.MEMORY, ServiceAlarm.MISSING_TASKS],
    });
    expect(Object.entries(made).map(([name, { Threshold, EvaluationPeriods }]) => [name, Threshold, EvaluationPeriods]))
      .toEqual([['UnhealthyHosts80', 2, 60], ['ServerErrors80', 0.5, 60], ['LoadBalancerErrors', 0.5, 60], ['Cpu', 70, 60]]);
  });

  test('watches the targets of a Network Load Balancer', () => {
    const { NetworkUnhealthyHosts1883: alarm, ...rest } = alarms({}, { listeners: [TCP] });
    expect(alarm).toMatchObject({
      Namespace: 'AWS/NetworkELB', MetricName: 'UnHealthyHostCount', Statistic: 'Maximum', Threshold: 1,
      Dimensions: groupOf('<load balancer of <EnvironmentNetworkLoadBalancerListener1883>>', 'EnvironmentServiceNetworkTarget1883'),
    });
    expect(Object.keys(rest)).toEqual(['MissingTasks', 'Cpu', 'Memory']);
  });

  test('watches both target groups of a route', () => {
    const scheduling = Scheduling.replicas({ strategy: RolloutStrategy.canary() });
    const made = alarms({ rollbackOnUnhealthyHosts: true }, { scheduling, listeners: [{ port: 80 }, TCP] });
    const network = '<load balancer of <EnvironmentNetworkLoadBalancerListener1883>>';
    expect(Object.entries(made).filter(([name]) => name.includes('Unhealthy')).map(([name, { Dimensions }]) => [name, Dimensions])).toEqual([
      ['UnhealthyHosts80', GROUP],
      ['SecondUnhealthyHosts80', groupOf(FRONT, 'EnvironmentServiceSecondTarget80')],
      ['NetworkUnhealthyHosts1883', groupOf(network, 'EnvironmentServiceNetworkTarget1883')],
      ['SecondNetworkUnhealthyHosts1883', groupOf(network, 'EnvironmentServiceSecondNetworkTarget1883')],
    ]);
    expect(made.ServerErrors80.Metrics[0].Expression).toBe('100 * (FILL(errors0, 0) + FILL(errors1, 0)) / (FILL(requests0, 0) + FILL(requests1, 0))');
    expect(made.ServerErrors80.Metrics).toHaveLength(5);
  });

  test('behind an HTTP API is watched at its load balancer', () => {
    expect(Object.keys(alarms({}, { frontDoor: FrontDoor.httpApi() })))
      .toEqual(['UnhealthyHostsInternal80', 'ServerErrorsInternal80', 'LoadBalancerErrors', 'MissingTasks', 'Cpu', 'Memory']);
  });

  test('behind CloudFront is watched at its load balancer', () => {
    const made = environment({ alarms: {}, frontDoor: FrontDoor.cloudFront({ originPrefixListId: 'pl-12345678' }) });
    expect(Object.keys(alarmsOf(Template.fromStack(Stack.of(made))))).toEqual(['UnhealthyHosts80', 'ServerErrors80', 'LoadBalancerErrors', 'MissingTasks', 'Cpu', 'Memory']);
  });

  test('that nobody connects to has neither targets nor answers', () => {
    expect(Object.keys(alarms({}, { dockerrun: file([container('job')]) }))).toEqual(['MissingTasks', 'Cpu', 'Memory']);
  });

  test('watches the queues of a worker', () => {
    const { OldestMessage, DeadLetters } = alarms({ oldestMessageAge: Duration.minutes(10) }, { worker: WORKER });
    const queue = (name: string) => ({ Namespace: 'AWS/SQS', Dimensions: [{ Name: 'QueueName', Value: `<${name}.QueueName>` }], Period: 60, Statistic: 'Maximum' });
    expect(OldestMessage).toEqual({
      ...AT_LEAST, ...queue('EnvironmentServiceQueue'), MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 600, EvaluationPeriods: 5,
      AlarmDescription: 'Test/Environment/Service: Messages wait too long for somebody to take them.',
    });
    expect(DeadLetters).toEqual({
      ...AT_LEAST, ...queue('EnvironmentServiceDeadLetterQueue'), MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1, EvaluationPeriods: 1,
      AlarmDescription: 'Test/Environment/Service: Messages could not be worked on, and are in the dead-letter queue.',
    });
  });

  test('refuses figures by the names of their props, and tokens for them', () => {
    expect(() => environment({ alarms: { memoryPercent: 0 } })).toThrow('alarms.memoryPercent must be above 0 and at most 100, got 0.');
    expect(() => environment({ alarms: { cpuPercent: Lazy.number({ produce: () => 1 }) } })).toThrow('alarms.cpuPercent must be known when the app is synthesized');
    expect(() => environment({ alarms: { breachDuration: Duration.seconds(90) } })).toThrow('alarms.breachDuration must be a whole number of minutes between 1 and 1440, got 1.5.');
  });
});

describe('the topic', () => {
  test('is a new one that alarms of the account may publish to, over TLS', () => {
    const template = templateOf({ alarms: {} });
    const { id, Properties } = only(template, 'AWS::SNS::Topic');
    expect(Properties).toBeUndefined();
    expect(only(template, 'AWS::SNS::TopicPolicy').Properties).toEqual({
      Topics: [{ Ref: id }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'AllowPublishThroughSSLOnly', Effect: 'Deny', Principal: '*', Action: 'sns:Publish', Resource: { Ref: id }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Sid: 'AllowAlarms', Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Action: 'sns:Publish', Resource: { Ref: id },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':cloudwatch:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':alarm:*']] } },
            },
          },
        ],
      },
    });
  });

  test('may be yours, and nothing is added to it', () => {
    const stack = new Stack(new App(), 'Test');
    const topic = new Topic(stack, 'Topic');
    const made = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), alarms: { topic } });
    expect(made.alarmTopic).toBe(topic);
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::SNS::Topic', 1);
    template.resourceCountIs('AWS::SNS::TopicPolicy', 0);
    for (const alarm of Object.values(alarmsOf(template))) expect(alarm).toMatchObject({ AlarmActions: ['<Topic>'], OKActions: ['<Topic>'] });
  });

  test('is the same for added services, unless they have their own', () => {
    const made = environment({ alarms: {} });
    const own = new Topic(Stack.of(made), 'Own');
    const jobs = made.addService('Jobs', { dockerrun: file([container('jobs')]), alarms: {} });
    const more = made.addService('More', { dockerrun: file([container('more')]), alarms: { topic: own } });
    const none = made.addService('None', { dockerrun: file([container('none')]) });
    expect([jobs.alarmTopic, more.alarmTopic, none.alarmTopic]).toEqual([made.alarmTopic, own, undefined]);
    expect(none.alarms).toEqual([]);
    expect(jobs.plan.decision('alarm topic')).toMatchObject({ choice: 'given' });
    expect(Object.keys(alarmsOf(Template.fromStack(Stack.of(made)), 'EnvironmentJobs'))).toEqual(['MissingTasks', 'Cpu', 'Memory']);
  });

  test('belongs to an added service alone when the environment has no alarms', () => {
    const made = environment();
    const jobs = made.addService('Jobs', { dockerrun: file([container('jobs')]), alarms: {} });
    expect(jobs.alarmTopic!.node.scope).toBe(jobs);
    expect([made.alarms, made.alarmTopic]).toEqual([[], undefined]);
  });
});

describe('unhealthy targets', () => {
  const template = templateOf({ alarms: { rollbackOnUnhealthyHosts: true }, listeners: [{ port: 80 }, TCP] });
  const idsOf = (name: RegExp) => Object.keys(template.findResources(TYPE)).filter((id) => name.test(id));

  test('take a deployment back when they are told to', () => {
    const { DeploymentConfiguration } = only(template, 'AWS::ECS::Service').Properties;
    expect(DeploymentConfiguration.Alarms).toEqual({ AlarmNames: idsOf(/Unhealthy/).map((Ref) => ({ Ref })), Enable: true, Rollback: true });
    expect(DeploymentConfiguration.BakeTimeInMinutes).toBe(5);
    expect(idsOf(/Unhealthy/)).toHaveLength(2);
  });

  test('are watched before the service is made, and by nothing that waits for it', () => {
    const service = only(template, 'AWS::ECS::Service').id;
    const first = before(template, service);
    for (const id of idsOf(/Unhealthy/)) {
      expect(first).toContain(id);
      expect(before(template, id)).not.toContain(service);
    }
    const others = idsOf(/MissingTasks|Memory/);
    expect(others).toHaveLength(2);
    for (const id of others) expect(before(template, id)).toContain(service);
  });

  test('come beside the alarms that you name', () => {
    const mine = Alarm.fromAlarmName(new Stack(), 'Mine', 'Errors');
    const both = templateOf({ alarms: { rollbackOnUnhealthyHosts: true }, scheduling: Scheduling.onePerInstance({ deploymentAlarms: [mine] }) });
    expect(only(both, 'AWS::ECS::Service').Properties.DeploymentConfiguration.Alarms.AlarmNames).toEqual(['Errors', { Ref: expect.stringMatching(/UnhealthyHosts80/) }]);
  });

  test('only tell somebody otherwise', () => {
    expect(only(templateOf({ alarms: {} }), 'AWS::ECS::Service').Properties.DeploymentConfiguration.Alarms).toEqual({ AlarmNames: [], Enable: false, Rollback: false });
  });
});

test('a service behind a listener of somebody else finds the load balancer by the listener', () => {
  const stack = new Stack(new App(), 'Test');
  const { vpc } = new DockerrunNetwork(stack, 'Network');
  const { cluster } = new DockerrunCluster(stack, 'Cluster', { vpc });
  const listener = ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
    listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Front', 'sg-12345678'),
  });
  new DockerrunService(stack, 'Web', { dockerrun: file([WEB]), cluster, rules: [{ listener, pathPatterns: ['/*'] }], alarms: {} });
  const made = alarmsOf(Template.fromStack(stack), 'Web');
  expect(Object.keys(made)).toEqual([expect.stringMatching(/^UnhealthyHosts/), expect.stringMatching(/^ServerErrors/), 'MissingTasks', 'Cpu', 'Memory']);
  expect(Object.values(made)[0].Dimensions[0]).toEqual({ Name: 'LoadBalancer', Value: 'app/shop/50dc6c495c0c9188' });
  expect(made.MissingTasks.Threshold).toBe(0);
});

test('AwsSolutions finds nothing in them', () => {
  const made = environment({ alarms: { rollbackOnUnhealthyHosts: true }, dashboard: true }, {}, { context: KEEP_REPORT });
  KnownFindings.acknowledge(made);
  const { findings } = check(made.node.root as App);
  expect(findings.filter((finding) => /Alarm|Topic|Dashboard/.test(finding))).toEqual([]);
});
