/**
 * The measures that a Beanstalk trigger may watch, each with the namespace it is found under and the units that fit it.
 */
export const TRIGGER_METRICS = {
  CPUUtilization: { of: 'instances', units: ['Percent'] },
  NetworkIn: { of: 'instances', units: ['Bytes'] },
  NetworkOut: { of: 'instances', units: ['Bytes'] },
  DiskWriteOps: { of: 'instances', units: ['Count'] },
  DiskReadOps: { of: 'instances', units: ['Count'] },
  DiskReadBytes: { of: 'instances', units: ['Bytes'] },
  DiskWriteBytes: { of: 'instances', units: ['Bytes'] },
  Latency: { of: 'load-balancer', units: ['Seconds'] },
  TargetResponseTime: { of: 'load-balancer', units: ['Seconds'] },
  RequestCount: { of: 'load-balancer', units: ['Count'] },
  HealthyHostCount: { of: 'targets', units: ['Count'] },
  UnhealthyHostCount: { of: 'targets', units: ['Count'] },
} as const;

export const TRIGGER_STATISTICS = ['Average', 'Minimum', 'Maximum', 'Sum'] as const;
export const TRIGGER_UNITS = [
  'Seconds', 'Percent', 'Bytes', 'Bits', 'Count', 'Bytes/Second', 'Bits/Second', 'Count/Second', 'None',
] as const;

export type TriggerMetric = keyof typeof TRIGGER_METRICS;
export type TriggerStatistic = (typeof TRIGGER_STATISTICS)[number];
export type TriggerUnit = (typeof TRIGGER_UNITS)[number];

/**
 * What adds instances above one threshold and removes them below another.
 *
 * @see
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalingtrigger
 */
export interface TriggerSettings {
  readonly metric?: TriggerMetric;
  readonly statistic?: TriggerStatistic;
  readonly unit?: TriggerUnit;
  readonly periodMinutes?: number;
  readonly evaluationPeriods?: number;
  /** The product of the two; it wins over the number of periods. */
  readonly breachDurationMinutes?: number;
  readonly lowerThreshold?: number;
  /** Below 0. */
  readonly lowerBreachScaleIncrement?: number;
  readonly upperThreshold?: number;
  readonly upperBreachScaleIncrement?: number;
}

/** What Beanstalk takes where a trigger says nothing. */
export const TRIGGER = {
  metric: 'NetworkOut',
  statistic: 'Average',
  unit: 'Bytes',
  periodMinutes: 5,
  evaluationPeriods: 1,
  lowerThreshold: 2_000_000,
  lowerBreachScaleIncrement: -1,
  upperThreshold: 6_000_000,
  upperBreachScaleIncrement: 1,
} as const;

/** How long Beanstalk's group rests after it was scaled. */
export const GROUP_COOLDOWN_SECONDS = 360;

/** Whether AWS reports nothing where the figure would be 0: a load balancer without requests says nothing at all. */
export function isSilentAtZero(metric: TriggerMetric): boolean {
  return metric === 'RequestCount';
}

/** Whether a trigger watches what stands in front of the instances. */
export function needsLoadBalancer(metric: TriggerMetric): boolean {
  return TRIGGER_METRICS[metric].of !== 'instances';
}
