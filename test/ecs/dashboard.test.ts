import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunCluster, DockerrunNetwork, DockerrunService, WorkerConsumer } from '../../lib';
import { container, environment, file, Json, only, templateOf } from './helpers';

/** The widgets as JSON, with references as their logical ids. */
function widgetsOf(template: Template): Json[] {
  const [, parts] = only(template, 'AWS::CloudWatch::Dashboard').Properties.DashboardBody['Fn::Join'];
  const text = parts.map((part: Json) => (typeof part === 'string' ? part : JSON.stringify(part).replace(/[^A-Za-z0-9:]+/g, ' ').trim())).join('');
  return JSON.parse(text).widgets;
}

/** The titles in their order, with the metrics that are drawn. */
function drawn(template: Template): string[] {
  return widgetsOf(template).map(({ type, properties: { markdown, title, metrics = [], alarms = [] } }) => {
    if (type === 'alarm') return `${title}: ${alarms.length}`;
    return markdown ?? `${title}: ${metrics.map(([namespace, name]: string[]) => `${namespace} ${name}`).join(', ')}`;
  });
}

const CLUSTER = [
  '## Cluster', 'CPU of the instances: AWS/ECS CPUUtilization', 'Memory of the instances: AWS/ECS MemoryUtilization',
  'Instances: AWS/AutoScaling GroupInServiceInstances, AWS/AutoScaling GroupDesiredCapacity',
];
const TASKS = ['Running tasks: AWS/ECS CPUUtilization', 'CPU of what is reserved: AWS/ECS CPUUtilization', 'Memory of what is reserved: AWS/ECS MemoryUtilization'];
const ALB = 'AWS/ApplicationELB';
const REQUESTS = [
  `Requests: ${ALB} RequestCount`, `Response time: ${ALB} TargetResponseTime, ${ALB} TargetResponseTime`,
  `Answers with 4xx and 5xx: ${ALB} HTTPCode_Target_4XX_Count, ${ALB} HTTPCode_Target_5XX_Count`,
];

test('there is none without a word', () => {
  templateOf().resourceCountIs('AWS::CloudWatch::Dashboard', 0);
  expect(environment().dashboard).toBeUndefined();
});

test('shows requests, targets, tasks and instances', () => {
  expect(drawn(templateOf({ dashboard: true }))).toEqual([
    ...CLUSTER, '## Service: web', ...REQUESTS, `Targets: ${ALB} HealthyHostCount, ${ALB} UnHealthyHostCount`, ...TASKS,
  ]);
});

test('has no name of its own, and follows the stack into its region', () => {
  const template = templateOf({ dashboard: true });
  expect(Object.keys(only(template, 'AWS::CloudWatch::Dashboard').Properties)).toEqual(['DashboardBody']);
  for (const { type, properties } of widgetsOf(template)) if (type === 'metric') expect(properties.region).toBe('Ref : AWS::Region');
});

test('asks the group for its size', () => {
  const metricsOf = (template: Template) => only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.MetricsCollection;
  expect(metricsOf(templateOf({ dashboard: true }))).toEqual([{ Granularity: '1Minute', Metrics: ['GroupInServiceInstances', 'GroupDesiredCapacity'] }]);
  expect(metricsOf(templateOf())).toBeUndefined();
});

test('stays within the width of a dashboard', () => {
  const template = templateOf({ dashboard: true, listeners: [{ port: 80 }, { port: 81, instancePort: 80 }] });
  for (const { x, width } of widgetsOf(template)) expect(x + width).toBeLessThanOrEqual(24);
});

test('counts tasks minute by minute', () => {
  const tasks = widgetsOf(templateOf({ dashboard: true })).find(({ properties: { title } }) => title === 'Running tasks');
  expect(tasks.properties.metrics[0].at(-1)).toEqual({ label: 'Running tasks', period: 60, stat: 'SampleCount' });
});

test('shows added services below, and the alarms of each', () => {
  const made = environment({ dashboard: true, alarms: {}, listeners: [{ port: 1883, protocol: Protocol.TCP, instancePort: 80 }] });
  const jobs = made.addService('Jobs', { dockerrun: file([container('jobs')]), worker: { consumer: WorkerConsumer.polls() }, alarms: {} });
  const more = made.addService('More', { dockerrun: file([container('more'), container('side')]) });
  expect([jobs.dashboard, more.dashboard]).toEqual([made.dashboard, made.dashboard]);
  expect(drawn(Template.fromStack(Stack.of(made)))).toEqual([
    ...CLUSTER,
    '## Service: web', 'Alarms: 4', 'Targets: AWS/NetworkELB HealthyHostCount, AWS/NetworkELB UnHealthyHostCount', ...TASKS,
    '## Jobs: jobs', 'Alarms: 5', ...TASKS,
    'Messages that wait: AWS/SQS ApproximateNumberOfMessagesVisible', 'Age of the oldest message: AWS/SQS ApproximateAgeOfOldestMessage', 'Dead letters: AWS/SQS ApproximateNumberOfMessagesVisible',
    '## More: more, side', ...TASKS,
  ]);
});

test('is there for a service alone, which knows no group', () => {
  const stack = new Stack(new App(), 'Test');
  const { vpc } = new DockerrunNetwork(stack, 'Network');
  const { cluster } = new DockerrunCluster(stack, 'Cluster', { vpc });
  const { dashboard } = new DockerrunService(stack, 'Job', { dockerrun: file([container('job')]), cluster, dashboard: true });
  expect(dashboard).toBeDefined();
  expect(drawn(Template.fromStack(stack))).toEqual([...CLUSTER.slice(0, 3), '## Job: job', ...TASKS]);
});
