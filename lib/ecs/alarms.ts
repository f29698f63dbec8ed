import * as sns from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';

/** Kind of an alarm. */
export enum ServiceAlarm {
  /** Targets that do not pass their health checks. */
  UNHEALTHY_HOSTS = 'unhealthy-hosts',

  /** Answers with 5xx. */
  SERVER_ERRORS = 'server-errors',

  /** Tasks that should run and do not. */
  MISSING_TASKS = 'missing-tasks',

  /** The CPU. */
  CPU = 'cpu',

  /** The memory. */
  MEMORY = 'memory',

  /** Messages that wait in the queue of a worker. */
  OLDEST_MESSAGE = 'oldest-message',

  /** Messages in the dead-letter queue of a worker. */
  DEAD_LETTERS = 'dead-letters',
}

/**
 * Alarms of a service. Only those with a metric are made: without a load balancer there are no responses and no
 * targets, and only a worker has messages.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export interface AlarmsProps {
  /**
   * Topic that is notified when an alarm fires and when it is over. If the topic or its key has a policy, that policy
   * has to allow `cloudwatch.amazonaws.com` to publish.
   *
   * @default - that of the environment for an added service; else a new one, `alarmTopic`, which takes messages over
   * TLS only. Nobody listens to it before you subscribe.
   */
  readonly topic?: sns.ITopic;

  /**
   * Number of unhealthy targets of one target group, from 1 to 1000.
   *
   * @default 1
   */
  readonly unhealthyHosts?: number;

  /**
   * Percentage of responses that are server errors (5xx), above 0 and up to 100. Each target group has an alarm for the
   * responses of its containers, and the load balancer of the environment one for its own.
   *
   * @default 5
   */
  readonly serverErrorPercent?: number;

  /**
   * Number of missing tasks, from 1 to 5000. With Container Insights the tasks that run are compared with those that
   * should; without, with the fewest that there should ever be.
   *
   * @default 1
   */
  readonly missingTasks?: number;

  /**
   * Average CPU utilization in percent: of what the containers reserve, if each of them reserves CPU, else of all that
   * the instances of the cluster have. Containers may use more than they reserve, so that it is above 0 and up to 1000.
   *
   * @default 90
   */
  readonly cpuPercent?: number;

  /**
   * Average memory utilization in percent, above 0 and up to 100: of the limits of the containers, if none of them
   * reserves less than its limit, else of all that the instances of the cluster have.
   *
   * @default 90
   */
  readonly memoryPercent?: number;

  /**
   * Age of the oldest message in the queue of a worker.
   *
   * @default - an hour, or twice the visibility timeout if that is longer, but at most half the retention period
   */
  readonly oldestMessageAge?: Duration;

  /**
   * Number of messages in the dead-letter queue of a worker, from 1 to 1000000.
   *
   * @default 1
   */
  readonly deadLetters?: number;

  /**
   * Time that a metric breaches its threshold before the alarm fires, in whole minutes, from 1 minute to 1 day.
   *
   * @default - 5 minutes; 10 for missing tasks, 15 for CPU and memory, 1 for dead letters
   */
  readonly breachDuration?: Duration;

  /**
   * The alarms to leave out.
   *
   * @default - every alarm is made for which there is something to measure
   */
  readonly without?: ServiceAlarm[];

  /**
   * Roll a deployment back when an alarm about unhealthy targets fires, also during its bake time. A load balancer may
   * count tasks that are still starting as unhealthy, so `breachDuration` has to be longer than a deployment takes to
   * bring its tasks up; this is why it has to be asked for. A task that ends at once is no target for long enough, and
   * left to the circuit breaker.
   *
   * @default false
   */
  readonly rollbackOnUnhealthyHosts?: boolean;
}
