import * as sns from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';

/** What an alarm may be about. */
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
 * When somebody should look at a service. Of all alarms, those are made for which there is something to measure:
 * without a load balancer there are no answers and no targets, and only a worker has messages.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export interface AlarmsProps {
  /**
   * Where each alarm says that it goes off, and that all is well again. If the topic has a policy, that has to let
   * `cloudwatch.amazonaws.com` publish; so has the policy of its key.
   *
   * @default - that of the environment for an added service; else a new one, `alarmTopic`, which takes messages over
   * TLS only. Nobody listens to it before you subscribe.
   */
  readonly topic?: sns.ITopic;

  /**
   * How many targets of one target group are unhealthy, from 1 to 1000.
   *
   * @default 1
   */
  readonly unhealthyHosts?: number;

  /**
   * Which percentage of the answers are errors of the server (5xx), above 0 and up to 100. The answers of the
   * containers have an alarm for each target group, and those of a load balancer of the environment itself one more.
   *
   * @default 5
   */
  readonly serverErrorPercent?: number;

  /**
   * How many tasks are missing, from 1 to 5000. With Container Insights the tasks that run are compared with those that
   * should; without, with the fewest that there should ever be.
   *
   * @default 1
   */
  readonly missingTasks?: number;

  /**
   * Which percentage of the CPU is used, on average: of what the containers reserve, if each of them reserves CPU, else
   * of all that the instances of the cluster have. Containers may use more than they reserve, so that it is above 0 and
   * up to 1000.
   *
   * @default 90
   */
  readonly cpuPercent?: number;

  /**
   * Which percentage of the memory is used, on average, above 0 and up to 100: of the limits of the containers, if none
   * of them reserves less than its limit, else of all that the instances of the cluster have.
   *
   * @default 90
   */
  readonly memoryPercent?: number;

  /**
   * How long the oldest message waits in the queue of a worker.
   *
   * @default - an hour, or twice the visibility timeout if that is longer, but at most half the retention period
   */
  readonly oldestMessageAge?: Duration;

  /**
   * How many messages are in the dead-letter queue of a worker, from 1 to 1000000.
   *
   * @default 1
   */
  readonly deadLetters?: number;

  /**
   * For how long a figure stays at its threshold or beyond before the alarm goes off, in whole minutes, from 1
   * minute to 1 day.
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
   * Whether the alarms about unhealthy targets take a deployment back, also while they are watched after its last task.
   * A load balancer may count tasks that are still starting as unhealthy, so `breachDuration` has to be longer than a
   * deployment takes to bring its tasks up; this is why it has to be asked for. A task that ends at once is no target
   * for long enough, and left to the circuit breaker.
   *
   * @default false
   */
  readonly rollbackOnUnhealthyHosts?: boolean;
}
