import { replicaCounts, scalesByDefault } from '../../../settings/service/replica-counts';
import { GroupScheduleSettings, ReplicaSettings, SchedulingSettings } from '../../../settings/service/scheduling';
import { StepScalingSettings, TargetTrackingSettings } from '../../../settings/service/service-scaling';
import { GROUP_COOLDOWN_SECONDS, isSilentAtZero, TRIGGER, TRIGGER_METRICS, TriggerSettings } from '../../../settings/service/trigger';
import { Decisions, DecisionSource } from '../../decision';
import { withoutUndefined } from '../../without-undefined';
import {
  GroupSchedulePlan, GroupScalingPlan, ServiceScalingPlan, StepScalingPlan, TargetTrackingPlan, TriggerPlan,
} from '../service/service-plan';

/** What Application Auto Scaling takes for a service of Amazon ECS. */
const COOLDOWN_SECONDS = 300;

/** High enough to pay for the task, low enough to start another one in time. */
const CPU_TARGET = { metric: 'cpu', target: 70 } as const;

/** What changes the number of replicas, beside the backlog of a queue; nothing when it is fixed. */
export function planServiceScaling(
  settings: ReplicaSettings, hasBacklog: boolean, decisions: Decisions,
): ServiceScalingPlan | null {
  const { min, max } = replicaCounts(settings);
  const { steps = [], schedules = [] } = settings.scaling ?? {};
  const targets = targetsOf(settings, hasBacklog, decisions);
  if (targets.length + steps.length + schedules.length === 0 && !hasBacklog) return null;
  const plan: ServiceScalingPlan = {
    min,
    max,
    targets: targets.map(planTarget),
    steps: steps.map(planStep),
    schedules: schedules.map(({ name, schedule, min: low = null, max: high = null, timeZone = 'Etc/UTC' }) => ({
      name, schedule, min: low, max: high, timeZone,
    })),
  };
  decisions.choose(
    'tasks while scaling', `${min} to ${max}`, DecisionSource.DERIVED,
    'Service auto scaling never leaves these bounds, and a deployment does not set the number back.',
  );
  for (const step of plan.steps) {
    decisions.choose(
      `scaling on ${step.metric}`,
      `${step.change > 0 ? 'add' : 'remove'} ${Math.abs(step.change)}`,
      DecisionSource.PROP,
      `Once it was ${step.when} ${step.threshold} % for ${step.periodSeconds * step.evaluationPeriods} s; then `
        + `nothing for ${step.cooldownSeconds} s.`,
    );
  }
  return plan;
}

/** A range without any policy would never be used. */
function targetsOf(
  settings: ReplicaSettings, hasBacklog: boolean, decisions: Decisions,
): readonly TargetTrackingSettings[] {
  const { targets = [] } = settings.scaling ?? {};
  for (const { metric, target } of targets) {
    decisions.choose(
      `scaling on ${metric}`, `near ${target}${metric === 'requests' ? ' a minute' : ' %'}`, DecisionSource.PROP,
      'You chose it.',
    );
  }
  if (!scalesByDefault(settings, hasBacklog)) return targets;
  decisions.choose(
    'scaling on cpu', `near ${CPU_TARGET.target} %`, DecisionSource.DEFAULT,
    'You gave a range of tasks, and the processor is what most tasks run out of first.',
  );
  return [CPU_TARGET];
}

function planTarget({ metric, target, ...pauses }: TargetTrackingSettings): TargetTrackingPlan {
  const { scaleInCooldownSeconds = COOLDOWN_SECONDS, scaleOutCooldownSeconds = COOLDOWN_SECONDS } = pauses;
  return { metric, target, scaleInCooldownSeconds, scaleOutCooldownSeconds };
}

function planStep({
  metric, threshold, change, when = change > 0 ? 'above' : 'below', ...rest
}: StepScalingSettings): StepScalingPlan {
  const { statistic = 'Average', periodSeconds = 60, evaluationPeriods = 1, cooldownSeconds = COOLDOWN_SECONDS } = rest;
  return { metric, threshold, change, when, statistic, periodSeconds, evaluationPeriods, cooldownSeconds };
}

/** What changes the number of instances and with it that of daemons; nothing unless it was asked for. */
export function planGroupScaling(
  scheduling: SchedulingSettings | undefined, decisions: Decisions,
): GroupScalingPlan | null {
  if (scheduling?.kind !== 'one-per-instance') return null;
  const { triggers = [], schedules = [], cooldownSeconds = GROUP_COOLDOWN_SECONDS } = scheduling;
  if (triggers.length + schedules.length === 0) return null;
  const planned = triggers.map(planTrigger);
  for (const { metric, statistic, unit, lowerThreshold, upperThreshold, periodMinutes, evaluationPeriods } of planned) {
    decisions.choose(
      `scaling on ${metric}`,
      `${statistic} of ${lowerThreshold} to ${upperThreshold} ${unit}`,
      DecisionSource.PROP,
      `Instances are added above and removed below, after ${periodMinutes * evaluationPeriods} minutes; each one `
        + 'runs the task.',
    );
  }
  return { cooldownSeconds, triggers: planned, schedules: planSchedules(schedules) };
}

/** Beanstalk's figures where the trigger says nothing; another metric brings its own unit. */
export function planTrigger(settings: TriggerSettings): TriggerPlan {
  const { metric = TRIGGER.metric, periodMinutes = TRIGGER.periodMinutes, breachDurationMinutes, ...rest } = settings;
  const given =
    breachDurationMinutes === undefined ? rest.evaluationPeriods : Math.ceil(breachDurationMinutes / periodMinutes);
  const evaluationPeriods = given ?? TRIGGER.evaluationPeriods;
  const plan = {
    ...TRIGGER,
    unit: TRIGGER_METRICS[metric].units[0],
    ...withoutUndefined(rest),
    metric,
    periodMinutes,
    evaluationPeriods,
  };
  return { ...plan, isLowWhenMissing: isSilentAtZero(metric) && plan.lowerThreshold > 0 };
}

/** Those that are not suspended. */
export function planSchedules(schedules: readonly GroupScheduleSettings[]): GroupSchedulePlan[] {
  return schedules.filter(({ suspend }) => suspend !== true).map(planSchedule);
}

function planSchedule(settings: GroupScheduleSettings): GroupSchedulePlan {
  const {
    name, minCapacity = null, maxCapacity = null, desiredCapacity = null, recurrence = '', startTime = '', endTime = '',
  } = settings;
  return { name, minCapacity, maxCapacity, desiredCapacity, recurrence, startTime, endTime };
}
