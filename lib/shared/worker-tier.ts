import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { DispatcherPlan, PeriodicTaskPlan, WorkerPlan } from '../core/plan/ecs/service/worker';
import { PERIODIC_ATTRIBUTES, PERIODIC_BODY } from '../core/settings/worker/worker';
import { DockerrunTaskDefinition } from '../ecs/task-definition';
import { DockerrunWorker } from '../ecs/worker';

export interface WorkerQueues {
  readonly queue: sqs.IQueue;
  readonly deadLetterQueue?: sqs.IQueue;
}

/** What a new queue is told. */
export type QueueFigures = Pick<WorkerPlan, 'visibilityTimeout' | 'retentionPeriod' | 'maxReceiveCount'>;

/** The given queue, or a new one with another for what cannot be done. */
export function createQueues(scope: Construct, plan: QueueFigures, { queue }: DockerrunWorker): WorkerQueues {
  if (queue) return { queue };
  const secure = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true };
  const deadLetterQueue = new sqs.Queue(scope, 'DeadLetterQueue', { ...secure, retentionPeriod: Duration.days(14) });
  const created = new sqs.Queue(scope, 'Queue', {
    ...secure,
    visibilityTimeout: Duration.seconds(plan.visibilityTimeout),
    retentionPeriod: Duration.seconds(plan.retentionPeriod),
    deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: plan.maxReceiveCount },
  });
  return { queue: created, deadLetterQueue };
}

/** A container beside the others that posts messages to one of them. */
export function addDispatcher(
  task: DockerrunTaskDefinition, plan: DispatcherPlan, { consumer }: DockerrunWorker, queue: sqs.IQueue,
): void {
  const target = task.findContainer(plan.containerName)!;
  const isBridge = task.networkMode === ecs.NetworkMode.BRIDGE;
  const dispatcher = task.addContainer('Dispatcher', {
    containerName: 'dispatcher',
    image: consumer._image!,
    memoryLimitMiB: plan.memoryLimitMiB,
    environment: {
      SQSD_QUEUE_REGION: Stack.of(task).region,
      SQSD_QUEUE_URL: queue.queueUrl,
      SQSD_HTTP_URL: `http://${isBridge ? plan.containerName : 'localhost'}:${plan.containerPort}${plan.path}`,
      SQSD_HTTP_CONTENT_TYPE: plan.contentType,
      ...consumer._environment,
    },
    logging: ecs.LogDrivers.awsLogs({
      logGroup: task.logGroup, streamPrefix: 'dispatcher', mode: ecs.AwsLogDriverMode.NON_BLOCKING,
    }),
  });
  if (isBridge) dispatcher.addLink(target);
}

/** Messages that EventBridge Scheduler sends, with the attributes that those of Beanstalk have. */
export function addPeriodicTasks(scope: Construct, tasks: readonly PeriodicTaskPlan[], queue: sqs.IQueue): void {
  if (tasks.length === 0) return;
  const role = new iam.Role(scope, 'SchedulerRole', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });
  queue.grantSendMessages(role);
  const arn = `arn:${Stack.of(scope).partition}:scheduler:::aws-sdk:sqs:sendMessage`;
  for (const { name, url, expression } of tasks) {
    const attribute = (value: string) => ({ DataType: 'String', StringValue: value });
    const input = scheduler.ScheduleTargetInput.fromObject({
      QueueUrl: queue.queueUrl,
      MessageBody: PERIODIC_BODY,
      MessageAttributes: {
        [PERIODIC_ATTRIBUTES.path]: attribute(url),
        [PERIODIC_ATTRIBUTES.name]: attribute(name),
        [PERIODIC_ATTRIBUTES.time]: attribute(scheduler.ContextAttribute.scheduledTime),
      },
    });
    new scheduler.Schedule(scope, `Periodic-${name}`, {
      schedule: scheduler.ScheduleExpression.expression(expression),
      target: { bind: () => ({ arn, role, input }) },
    });
  }
}

interface Backlog {
  readonly queue: sqs.IQueue;
  readonly service: ecs.Ec2Service;
  readonly target: appscaling.ScalableTarget;
}

/** Keeps the number of waiting messages for each running task; those that run are counted by what they report. */
export function scaleOnBacklog(scope: Construct, plan: WorkerPlan, { queue, service, target }: Backlog): void {
  const period = Duration.minutes(1);
  const messages = queue.metricApproximateNumberOfMessagesVisible({ period, statistic: cloudwatch.Stats.MAXIMUM });
  const tasks = service.metricCpuUtilization({ period, statistic: cloudwatch.Stats.SAMPLE_COUNT });
  const stat = ({ namespace, metricName, dimensions }: cloudwatch.Metric, statistic: string) => ({
    metric: {
      namespace, metricName, dimensions: Object.entries(dimensions ?? {}).map(([name, value]) => ({ name, value })),
    },
    stat: statistic,
  });
  new appscaling.CfnScalingPolicy(scope, 'BacklogPolicy', {
    policyName: `${scope.node.addr}Backlog`,
    policyType: 'TargetTrackingScaling',
    scalingTargetId: target.scalableTargetId,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: plan.backlogPerTask,
      customizedMetricSpecification: {
        metrics: [
          { id: 'messages', metricStat: stat(messages, 'Maximum'), returnData: false },
          { id: 'tasks', metricStat: stat(tasks, 'SampleCount'), returnData: false },
          { id: 'backlog', expression: 'IF(FILL(tasks, 0) > 0, messages / tasks, messages)', returnData: true },
        ],
      },
    },
  });
}
