import {
  amount, choice, count, figure, flag, Given, group, listOf, minutes, percent, seconds, text,
} from '../fields/field';
import { strategyFields } from './strategy';

const TRIGGER = 'aws:autoscaling:trigger';
const SCHEDULE = 'aws:autoscaling:scheduledaction';

/** What Amazon ECS allows in one service. */
export const MAX_TASKS = 5000;

/**
 * The measures that a Beanstalk trigger may watch, each with the namespace it is found under and the unit of its
 * figures.
 */
export const TRIGGER_METRICS = {
  CPUUtilization: { of: 'instances', unit: 'Percent' },
  NetworkIn: { of: 'instances', unit: 'Bytes' },
  NetworkOut: { of: 'instances', unit: 'Bytes' },
  DiskWriteOps: { of: 'instances', unit: 'Count' },
  DiskReadOps: { of: 'instances', unit: 'Count' },
  DiskReadBytes: { of: 'instances', unit: 'Bytes' },
  DiskWriteBytes: { of: 'instances', unit: 'Bytes' },
  Latency: { of: 'load-balancer', unit: 'Seconds' },
  TargetResponseTime: { of: 'load-balancer', unit: 'Seconds' },
  RequestCount: { of: 'load-balancer', unit: 'Count' },
  HealthyHostCount: { of: 'targets', unit: 'Count' },
  UnhealthyHostCount: { of: 'targets', unit: 'Count' },
} as const;

export type TriggerMetric = keyof typeof TRIGGER_METRICS;

/**
 * What adds instances above one threshold and removes them below another.
 *
 * @see
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalingtrigger
 */
export const triggerFields = {
  metric: choice(...(Object.keys(TRIGGER_METRICS) as TriggerMetric[])).as('TriggerMetric').else('NetworkOut')
    .option(TRIGGER, 'MeasureName'),
  statistic: choice('Average', 'Minimum', 'Maximum', 'Sum').as('TriggerStatistic').else('Average')
    .option(TRIGGER, 'Statistic'),
  /** That of the metric, unless it is said. */
  unit: choice(
    'Seconds', 'Percent', 'Bytes', 'Bits', 'Count', 'Bytes/Second', 'Bits/Second', 'Count/Second', 'None',
  ).option(TRIGGER, 'Unit'),
  period: minutes(1, 600).else(5).option(TRIGGER, 'Period'),
  evaluationPeriods: count(1, 600).else(1).option(TRIGGER, 'EvaluationPeriods'),
  /** The product of the two; it wins over the number of periods. */
  breachDuration: minutes(1, 600).option(TRIGGER, 'BreachDuration'),
  lowerThreshold: figure().else(2_000_000).option(TRIGGER, 'LowerThreshold'),
  lowerBreachScaleIncrement: count(-Infinity, -1).else(-1).option(TRIGGER, 'LowerBreachScaleIncrement'),
  upperThreshold: figure().else(6_000_000).option(TRIGGER, 'UpperThreshold'),
  upperBreachScaleIncrement: count(1).else(1).option(TRIGGER, 'UpperBreachScaleIncrement'),
};

/** Other bounds of the Auto Scaling group from some time on. Null leaves a figure as it is. */
export const groupScheduleFields = {
  name: text().required(),
  minCapacity: count(0).else(null).option(SCHEDULE, 'MinSize'),
  maxCapacity: count(0).else(null).option(SCHEDULE, 'MaxSize'),
  desiredCapacity: count(0).else(null).option(SCHEDULE, 'DesiredCapacity'),
  recurrence: text({ pattern: /^\s*(\S+\s+){4}\S+\s*$/, words: 'five fields of cron' })
    .hint('Write such as 0 8 * * *.')
    .else('')
    .option(SCHEDULE, 'Recurrence'),
  /** ISO 8601. */
  startTime: text().else('').option(SCHEDULE, 'StartTime'),
  endTime: text().else('').option(SCHEDULE, 'EndTime'),
  suspend: flag().option(SCHEDULE, 'Suspend'),
};

const USE_DEPLOYMENT = 'Remove it, and say how versions replace each other with deployment.';

/** How a new version replaces the old one, whatever the scheduling. */
const rolloutFields = {
  minHealthyPercent: count(0, 100)
    .hint('Leave it out: the plan finds the highest that always works.')
    .notOnBeanstalk(USE_DEPLOYMENT),
  /** How many alarms take a deployment back. */
  deploymentAlarms: amount().notOnBeanstalk(USE_DEPLOYMENT),
  /** How long the load balancer is not listened to once a task has started. */
  healthCheckGracePeriod: seconds(0, 2_147_483_647)
    .hint('Use as long as the application takes to start.')
    .else(60)
    .notOnBeanstalk('Remove it; Beanstalk stops no task for what the load balancer finds.'),
};

/** One task on every instance, as on Beanstalk. */
export const onePerInstanceFields = {
  ...rolloutFields,
  /** What adds and removes instances, and with them tasks. */
  triggers: listOf(group(triggerFields, 'InstanceTrigger')),
  schedules: listOf(group(groupScheduleFields, 'InstanceSchedule')),
  /** How long the group rests after it was scaled. */
  cooldown: seconds(0, 10_000).hint('Leave it out: Beanstalk takes 360 seconds.').else(360)
    .option('aws:autoscaling:asg', 'Cooldown'),
};

/** More or fewer tasks once a figure has been beyond a threshold for long enough. */
export const stepFields = {
  metric: choice('cpu', 'memory').required(),
  threshold: figure(0, 100).hint('Use 75.').required(),
  /** Tasks to add above the threshold, or to remove below it when it is below 0. */
  change: count(-MAX_TASKS, MAX_TASKS).hint('Use 1 to add a task, -1 to remove one.').required(),
  period: minutes(1).else(1),
  evaluationPeriods: count(1).else(1),
  /** What Application Auto Scaling takes for a service of Amazon ECS. */
  cooldown: seconds().else(300),
};

/** Other bounds of the number of tasks from some time on. Null leaves a bound as it is. */
export const taskScheduleFields = {
  name: text().required(),
  schedule: text({ pattern: /^(cron|rate|at)\(.+\)$/, words: 'cron(…), rate(…) or at(…)' })
    .hint('Write such as cron(0 8 * * ? *).')
    .required(),
  min: count(0).else(null),
  max: count(0).else(null),
  timeZone: text().else('Etc/UTC'),
};

/** A number of tasks, wherever there is room for them. */
export const replicaFields = {
  desired: count(0, MAX_TASKS),
  min: count(0, MAX_TASKS),
  max: count(1, MAX_TASKS),
  ...rolloutFields,
  maxHealthyPercent: count(100).hint('Leave it out: 200 uses as much room as there is.').else(200),
  strategy: group(strategyFields),
  availabilityZoneRebalancing: flag(),
  targetCpuPercent: percent().hint('Use 70.'),
  targetMemoryPercent: percent().hint('Use 70.'),
  /** In a minute. */
  requestsPerTarget: percent(Infinity).hint('Give the requests that one task answers in a minute.'),
  scalingCooldown: seconds().else(300),
  steps: listOf(group(stepFields)),
  schedules: listOf(group(taskScheduleFields)),
};

export type TriggerSettings = Given<typeof triggerFields>;
export type GroupScheduleSettings = Given<typeof groupScheduleFields>;
export type StepSettings = Given<typeof stepFields>;
export type OnePerInstanceSettings = { readonly kind: 'one-per-instance' } & Given<typeof onePerInstanceFields>;
export type ReplicaSettings = { readonly kind: 'replicas' } & Given<typeof replicaFields>;

/** How many tasks run, where, and how a new version replaces the old one. */
export type SchedulingSettings = OnePerInstanceSettings | ReplicaSettings;

/** What an environment does that says nothing of it. */
export const ONE_PER_INSTANCE: OnePerInstanceSettings = { kind: 'one-per-instance' };

/** Each figure that auto scaling may keep, and the prop with its target. */
export const TARGET_PROPS = {
  cpu: 'targetCpuPercent', memory: 'targetMemoryPercent', requests: 'requestsPerTarget',
} as const;

export type TargetMetric = keyof typeof TARGET_PROPS;

/** The figures that auto scaling keeps near a target. */
export function targetsIn(scheduling: ReplicaSettings): { readonly metric: TargetMetric; readonly target: number }[] {
  return (Object.keys(TARGET_PROPS) as TargetMetric[]).flatMap((metric) => {
    const target = scheduling[TARGET_PROPS[metric]];
    return target === undefined ? [] : [{ metric, target }];
  });
}

/** Whether all tasks of both versions run at once. */
export function runsTwice(scheduling: SchedulingSettings): boolean {
  const { kind = 'rolling' } = (scheduling.kind === 'replicas' && scheduling.strategy) || {};
  return kind !== 'rolling';
}

/** Whether each route has a second target group, for the version that is not the one before it. */
export function hasSecondGroups(scheduling: SchedulingSettings | undefined): boolean {
  return scheduling?.kind === 'replicas' && (runsTwice(scheduling) || scheduling.strategy?.secondTargetGroups === true);
}

/** Whether AWS reports nothing where the figure would be 0: a load balancer without requests says nothing at all. */
export function isSilentAtZero(metric: TriggerMetric): boolean {
  return metric === 'RequestCount';
}

/** Whether a trigger watches what stands in front of the instances. */
export function needsLoadBalancer(metric: TriggerMetric): boolean {
  return TRIGGER_METRICS[metric].of !== 'instances';
}
