import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';

/** Deployment options of a service, whatever its scheduling. */
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
   * Health check grace period of a new task, in whole seconds, up to 2147483647 seconds. Set it to the time a slow
   * application needs to pass its first health check. Refused where no load balancer forwards to the service.
   *
   * @default Duration.seconds(60)
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
   */
  readonly healthCheckGracePeriod?: Duration;
}

/** Options of `Scheduling.onePerInstance`. */
export interface OnePerInstanceOptions extends RolloutOptions {
  /**
   * Triggers that add and remove instances, as on Elastic Beanstalk.
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
   * Cooldown of the group after it was scaled, in whole seconds, up to 10000 seconds.
   *
   * @default Duration.minutes(6)
   */
  readonly cooldown?: Duration;
}

/** Metric of a trigger. */
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
  /** Response time of targets; the former name of `TARGET_RESPONSE_TIME`. */
  LATENCY = 'Latency',
  /** Response time of targets, in seconds. */
  TARGET_RESPONSE_TIME = 'TargetResponseTime',
  /** Number of requests. */
  REQUEST_COUNT = 'RequestCount',
  /** Number of healthy targets. */
  HEALTHY_HOST_COUNT = 'HealthyHostCount',
  /** Number of unhealthy targets. */
  UNHEALTHY_HOST_COUNT = 'UnhealthyHostCount',
}

/** Statistic of the metric in a period. */
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
 * Scaling trigger, which adds instances above one threshold and removes them below another.
 *
 * @see
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalingtrigger
 */
export interface InstanceTrigger {
  /**
   * Metric of the trigger.
   *
   * @default TriggerMetric.NETWORK_OUT
   */
  readonly metric?: TriggerMetric;

  /**
   * Statistic of the metric in a period.
   *
   * @default TriggerStatistic.AVERAGE
   */
  readonly statistic?: TriggerStatistic;

  /**
   * Length of a period, in whole minutes, from 1 minute to 10 hours.
   *
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;

  /**
   * Number of consecutive periods that have to breach a threshold, from 1 to 600.
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
   * Change in capacity below the lower threshold; a negative number removes instances.
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
   * Change in capacity above the upper threshold.
   *
   * @default 1
   */
  readonly upperBreachScaleIncrement?: number;
}

/** Other numbers of instances from some time on. */
export interface InstanceSchedule {
  /** Name of the schedule; its resource keeps its id as long as the name stays. */
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
   * Desired number of instances from then on.
   *
   * @default - as many as before, within the bounds
   */
  readonly desiredCapacity?: number;

  /**
   * Recurrence: the five fields of cron, in UTC.
   *
   * @default - once, at `startTime`
   */
  readonly recurrence?: string;

  /**
   * Start time, such as `2030-01-31T07:00:00Z`.
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
