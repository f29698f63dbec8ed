import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';

/** How a new version replaces the old one, whatever the scheduling. */
export interface RolloutOptions {
  /**
   * The share of tasks that keeps running during a deployment, in percent from 0 to 100. A share under which nothing
   * could be replaced is refused.
   *
   * @default - the highest under which every deployment and every replacement of an instance can finish
   */
  readonly minHealthyPercent?: number;

  /**
   * Alarms that take a deployment back while it runs, and for five minutes afterwards.
   *
   * @default - failing tasks alone take it back
   */
  readonly deploymentAlarms?: cloudwatch.IAlarm[];

  /**
   * How long Amazon ECS takes no notice of the load balancer once a task has started, in whole seconds, up to
   * 2147483647 seconds. An application that starts slowly wants as long as its first good answer takes. Refused where
   * no load balancer leads to the service.
   *
   * @default Duration.seconds(60)
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
   */
  readonly healthCheckGracePeriod?: Duration;
}

/** Options of `Scheduling.onePerInstance`. */
export interface OnePerInstanceOptions extends RolloutOptions {
  /**
   * What adds and removes instances, as the triggers of Elastic Beanstalk do.
   *
   * @default - the number of instances changes only with the props
   */
  readonly triggers?: InstanceTrigger[];

  /**
   * Other numbers of instances from some time on.
   *
   * @default - the same at any time
   */
  readonly schedules?: InstanceSchedule[];

  /**
   * How long the group rests after it was scaled, in whole seconds, up to 10000 seconds.
   *
   * @default Duration.minutes(6)
   */
  readonly cooldown?: Duration;
}

/** What a trigger measures. */
export enum TriggerMetric {
  /** The share of CPU time in use, in percent. */
  CPU_UTILIZATION = 'CPUUtilization',
  /** Bytes that an instance received. */
  NETWORK_IN = 'NetworkIn',
  /** Bytes that an instance sent. */
  NETWORK_OUT = 'NetworkOut',
  /** Writes to instance store volumes. */
  DISK_WRITE_OPS = 'DiskWriteOps',
  /** Reads from instance store volumes. */
  DISK_READ_OPS = 'DiskReadOps',
  /** Bytes read from instance store volumes. */
  DISK_READ_BYTES = 'DiskReadBytes',
  /** Bytes written to instance store volumes. */
  DISK_WRITE_BYTES = 'DiskWriteBytes',
  /** How long targets take to answer; the former name of `TARGET_RESPONSE_TIME`. */
  LATENCY = 'Latency',
  /** How long targets take to answer, in seconds. */
  TARGET_RESPONSE_TIME = 'TargetResponseTime',
  /** How many requests arrive. */
  REQUEST_COUNT = 'RequestCount',
  /** How many targets are healthy. */
  HEALTHY_HOST_COUNT = 'HealthyHostCount',
  /** How many targets are not. */
  UNHEALTHY_HOST_COUNT = 'UnhealthyHostCount',
}

/** How the measures of a period become one. */
export enum TriggerStatistic {
  /** Their mean. */
  AVERAGE = 'Average',
  /** The lowest. */
  MINIMUM = 'Minimum',
  /** The highest. */
  MAXIMUM = 'Maximum',
  /** Their sum. */
  SUM = 'Sum',
}

/**
 * What adds instances above one threshold and removes them below another.
 *
 * @see
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalingtrigger
 */
export interface InstanceTrigger {
  /**
   * What is measured.
   *
   * @default TriggerMetric.NETWORK_OUT
   */
  readonly metric?: TriggerMetric;

  /**
   * How the measures of a period become one.
   *
   * @default TriggerStatistic.AVERAGE
   */
  readonly statistic?: TriggerStatistic;

  /**
   * How long each period is, in whole minutes, from 1 minute to 10 hours.
   *
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;

  /**
   * How many periods in a row have to be beyond a threshold, from 1 to 600.
   *
   * @default 1
   */
  readonly evaluationPeriods?: number;

  /**
   * Below what instances are removed, in the unit of the metric.
   *
   * @default 2000000
   */
  readonly lowerThreshold?: number;

  /**
   * How many instances are added when it is below; a negative number removes some.
   *
   * @default -1
   */
  readonly lowerBreachScaleIncrement?: number;

  /**
   * Above what instances are added, in the unit of the metric.
   *
   * @default 6000000
   */
  readonly upperThreshold?: number;

  /**
   * How many instances are added when it is above.
   *
   * @default 1
   */
  readonly upperBreachScaleIncrement?: number;
}

/** Other numbers of instances from some time on. */
export interface InstanceSchedule {
  /** What to call it; its resource keeps its id as long as the name stays. */
  readonly name: string;

  /**
   * The fewest instances from then on.
   *
   * @default - as many as before
   */
  readonly minCapacity?: number;

  /**
   * The most instances from then on.
   *
   * @default - as many as before
   */
  readonly maxCapacity?: number;

  /**
   * How many instances there are then.
   *
   * @default - as many as before, within the bounds
   */
  readonly desiredCapacity?: number;

  /**
   * When it happens again and again: the five fields of cron, in UTC.
   *
   * @default - once, at `startTime`
   */
  readonly recurrence?: string;

  /**
   * When it happens for the first time, such as `2030-01-31T07:00:00Z`.
   *
   * @default - at the next time of `recurrence`
   */
  readonly startTime?: string;

  /**
   * After when it does not happen any more.
   *
   * @default - it goes on
   */
  readonly endTime?: string;
}
