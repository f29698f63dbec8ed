import { Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { ContainerImage, NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DockerrunWorker, Scheduling, WorkerConsumer } from '../../lib';
import { container, containersOf, environment, file, Json, only, Props, statementsOf, target, templateOf, WEB } from './helpers';

const POLLS: DockerrunWorker = { consumer: WorkerConsumer.polls() };
const dispatcher = (options?: Parameters<typeof WorkerConsumer.dispatcher>[1]): DockerrunWorker =>
  ({ consumer: WorkerConsumer.dispatcher(ContainerImage.fromRegistry('example/sqsd:1'), options) });

const worker = (options: Partial<DockerrunWorker> = {}, props: Props = {}): Template => templateOf({ worker: { ...POLLS, ...options }, ...props });

/** The queues by what becomes of their messages. */
function queues(template: Template): { main: Json; dead: Json } {
  const all = Object.entries<Json>(template.findResources('AWS::SQS::Queue')).map(([id, { Properties }]) => ({ id, ...Properties }));
  return { main: all.find(({ RedrivePolicy }) => RedrivePolicy), dead: all.find(({ RedrivePolicy }) => !RedrivePolicy) };
}

describe('the queue', () => {
  test('is like that of Beanstalk, with a dead-letter queue, and encrypted', () => {
    const { main, dead } = queues(worker());
    expect(main).toMatchObject({ VisibilityTimeout: 300, MessageRetentionPeriod: 345600, SqsManagedSseEnabled: true });
    expect(main.RedrivePolicy.maxReceiveCount).toBe(10);
    expect(target(main.RedrivePolicy.deadLetterTargetArn)).toBe(dead.id);
    expect(dead).toMatchObject({ MessageRetentionPeriod: 1209600, SqsManagedSseEnabled: true });
  });

  test('takes figures of its own', () => {
    const { main } = queues(worker({ visibilityTimeout: Duration.hours(1), retentionPeriod: Duration.days(1), maxReceiveCount: 3 }));
    expect(main).toMatchObject({ VisibilityTimeout: 3600, MessageRetentionPeriod: 86400, RedrivePolicy: { maxReceiveCount: 3 } });
  });

  test('may be yours', () => {
    const made = environment();
    const queue = new Queue(Stack.of(made), 'Mine');
    const jobs = made.addService('Jobs', { dockerrun: file([container('jobs')]), worker: { ...POLLS, queue } });
    expect([jobs.queue, jobs.deadLetterQueue]).toEqual([queue, undefined]);
    Template.fromStack(Stack.of(made)).resourceCountIs('AWS::SQS::Queue', 1);
  });

  test('is known to every container, which may take messages and nothing else', () => {
    const template = worker();
    const { main } = queues(template);
    expect(containersOf(template)[0].Environment).toContainEqual({ Name: 'SQS_QUEUE_URL', Value: { Ref: main.id } });
    const role = target(only(template, 'AWS::ECS::TaskDefinition').Properties.TaskRoleArn);
    expect(statementsOf(template, role)).toEqual([{
      Effect: 'Allow',
      Action: ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      Resource: { 'Fn::GetAtt': [main.id, 'Arn'] },
    }]);
  });

  test('is in the variable that you name, unless you set that yourself', () => {
    expect(containersOf(worker({ variable: 'JOBS' }))[0].Environment.map(({ Name }: Json) => Name)).toEqual(['AWS_REGION', 'JOBS']);
    expect(containersOf(worker({}, { environmentProperties: { SQS_QUEUE_URL: 'http://localhost' } }))[0].Environment)
      .toContainEqual({ Name: 'SQS_QUEUE_URL', Value: 'http://localhost' });
  });
});

test('there is no load balancer, whatever ports the file maps', () => {
  const template = worker({}, { dockerrun: file([container('a', { portMappings: [{ containerPort: 1 }, { containerPort: 2 }] })]) });
  template.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 0);
  template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
  expect(only(template, 'AWS::ECS::Service').Properties).not.toHaveProperty('HealthCheckGracePeriodSeconds');
});

describe('a dispatcher', () => {
  const dispatcherOf = (template: Template): Json => containersOf(template).find(({ Name }) => Name === 'dispatcher');
  const environmentOf = (template: Template) => Object.fromEntries(dispatcherOf(template).Environment.map(({ Name, Value }: Json) => [Name, Value]));

  test('posts to host port 80, over a link', () => {
    const template = templateOf({ worker: dispatcher() });
    const made = containersOf(template).find(({ Name }) => Name === 'dispatcher');
    expect(made).toMatchObject({ Image: 'example/sqsd:1', Memory: 64, Essential: true, Links: ['web'] });
    expect(environmentOf(template)).toMatchObject({
      SQSD_HTTP_URL: 'http://web:80/', SQSD_HTTP_CONTENT_TYPE: 'application/json', SQSD_QUEUE_REGION: { Ref: 'AWS::Region' }, SQSD_QUEUE_URL: { Ref: queues(template).main.id },
    });
  });

  test('posts to localhost where containers share an address', () => {
    const template = templateOf({ worker: dispatcher({ path: '/work', contentType: 'text/plain', memoryLimitMiB: 32, environment: { SQSD_HTTP_MAX_CONNS: '5' } }), networkMode: NetworkMode.AWS_VPC });
    expect(environmentOf(template)).toMatchObject({ SQSD_HTTP_URL: 'http://localhost:80/work', SQSD_HTTP_CONTENT_TYPE: 'text/plain', SQSD_HTTP_MAX_CONNS: '5' });
    expect(containersOf(template).find(({ Name }) => Name === 'dispatcher')).not.toHaveProperty('Links');
  });

  test('logs like the others', () => {
    const made = containersOf(templateOf({ worker: dispatcher() })).map(({ LogConfiguration }) => LogConfiguration.Options);
    expect(made[1]['awslogs-stream-prefix']).toBe('dispatcher');
    expect(made[1]['awslogs-group']).toEqual(made[0]['awslogs-group']);
  });
});

test('that no port is published is said of what answers requests, not of a worker', () => {
  const notes = (props: Props) => Annotations.fromStack(Stack.of(environment({ dockerrun: file([container('web')]), ...props })))
    .findWarning('*', Match.stringLikeRegexp('DR5007'));
  expect(notes({})).toHaveLength(1);
  expect(notes({ worker: { consumer: WorkerConsumer.polls() } })).toEqual([]);
});

test('periodic tasks are sent by EventBridge Scheduler with the attributes of Beanstalk', () => {
  const template = worker({ periodicTasks: [{ name: 'report', url: '/report', schedule: '30 6 * * 1-5' }] });
  const { main } = queues(template);
  const { Properties } = only(template, 'AWS::Scheduler::Schedule');
  expect(Properties).toMatchObject({ ScheduleExpression: 'cron(30 6 ? * 2-6 *)', ScheduleExpressionTimezone: 'Etc/UTC', State: 'ENABLED', FlexibleTimeWindow: { Mode: 'OFF' } });
  expect(Properties.Target.Arn).toEqual({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':scheduler:::aws-sdk:sqs:sendMessage']] });
  const input = Properties.Target.Input['Fn::Join'][1].map((part: Json) => part.Ref ?? part).join('');
  expect(JSON.parse(input)).toEqual({
    QueueUrl: main.id,
    MessageBody: 'elasticbeanstalk scheduled job',
    MessageAttributes: {
      'beanstalk.sqsd.path': { DataType: 'String', StringValue: '/report' },
      'beanstalk.sqsd.task_name': { DataType: 'String', StringValue: 'report' },
      'beanstalk.sqsd.scheduled_time': { DataType: 'String', StringValue: '<aws.scheduler.scheduled-time>' },
    },
  });
  expect(statementsOf(template, target(Properties.Target.RoleArn))).toEqual([{
    Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], Resource: { 'Fn::GetAtt': [main.id, 'Arn'] },
  }]);
});

test('the backlog for each task scales replicas', () => {
  const template = worker({ backlogPerTask: 50 }, { dockerrun: file([container('jobs')]), scheduling: Scheduling.replicas({ min: 1, max: 10 }) });
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 50,
      CustomizedMetricSpecification: {
        Metrics: [
          { Id: 'messages', MetricStat: { Metric: { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible' }, Stat: 'Maximum' }, ReturnData: false },
          { Id: 'tasks', MetricStat: { Metric: { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Dimensions: Match.anyValue() }, Stat: 'SampleCount' }, ReturnData: false },
          { Id: 'backlog', Expression: 'IF(FILL(tasks, 0) > 0, messages / tasks, messages)', ReturnData: true },
        ],
      },
    },
  });
});

test.each<[string, object, number]>([
  ['alone, as the processor of a task that polls says nothing about its work', {}, 1],
  ['beside what the props say', { targetCpuPercent: 50 }, 2],
])('the backlog scales %s', (_, options, policies) => {
  const scheduling = Scheduling.replicas({ min: 1, max: 10, ...options });
  const template = worker({ backlogPerTask: 50 }, { dockerrun: file([container('jobs')]), scheduling });
  template.resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', policies);
  expect(only(template, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({ MinCapacity: 1, MaxCapacity: 10 });
  expect(only(template, 'AWS::ECS::Service').Properties.DesiredCount).toBeUndefined();
});

test('a web service and a worker stand side by side', () => {
  const made = environment({ dockerrun: file([WEB]) });
  const jobs = made.addService('Jobs', { dockerrun: file([container('jobs')]), worker: POLLS });
  expect(jobs.plan.decision('consumer').choice).toBe('the containers');
  const template = Template.fromStack(Stack.of(made));
  template.resourceCountIs('AWS::ECS::Service', 2);
  template.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 1);
});
