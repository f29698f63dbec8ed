import { settled } from '../../../settings/fields/field';
import { replicaCounts, scalesByDefault } from '../../../settings/service/replica-counts';
import {
  groupScheduleFields,
  GroupScheduleSettings,
  isSilentAtZero,
  onePerInstanceFields,
  replicaFields,
  ReplicaSettings,
  SchedulingSettings,
  stepFields,
  StepSettings,
  TARGET_PROPS,
  targetsIn,
  taskScheduleFields,
  TRIGGER_METRICS,
  triggerFields,
  TriggerSettings,
} from '../../../settings/service/scheduling';
import { Decisions, DecisionSource } from '../../decision';
import {
  GroupSchedulePlan, GroupScalingPlan, ServiceScalingPlan, StepScalingPlan, TargetTrackingPlan, TriggerPlan,
} from '../service/service-plan';

/** High enough to pay for the task, low enough to start another one in time. */
const CPU_TARGET = { metric: 'cpu', target: 70 } as const;

/** What changes the number of replicas, beside the backlog of a queue; nothing when it is fixed. */
export function planServiceScaling(
  settings: ReplicaSettings, hasBacklog: boolean, decisions: Decisions,
): ServiceScalingPlan | null {
  const { min, max } = replicaCounts(settings);
  const { steps = [], schedules = [], scalingCooldown: cooldown = replicaFields.scalingCooldown.fallback } = settings;
  const targets = targetsOf(settings, hasBacklog, decisions);
  if (targets.length + steps.length + schedules.length === 0 && !hasBacklog) return null;
  const plan: ServiceScalingPlan = {
    min,
    max,
    targets: targets.map((target) => ({ ...target, cooldown })),
    steps: steps.map(planStep),
    schedules: schedules.map(({ name, schedule, ...rest }) => (
      { name, schedule, ...settled(taskScheduleFields, { name, schedule, ...rest }) })),
  };
  decisions.about('scheduling.min', 'scheduling.max').choose(
    'tasks while scaling', `${min} to ${max}`, DecisionSource.DERIVED,
    'Service auto scaling never leaves these bounds, and a deployment does not set the number back.',
  );
  for (const step of plan.steps) {
    decisions.about('scheduling.steps').chosen(
      `scaling on ${step.metric}`,
      `${step.change > 0 ? 'add' : 'remove'} ${Math.abs(step.change)}`,
      `Once it was ${step.when} ${step.threshold} % for ${60 * step.period * step.evaluationPeriods} s; then `
        + `nothing for ${step.cooldown} s.`,
    );
  }
  return plan;
}

/** A range without any policy would never be used. */
function targetsOf(
  settings: ReplicaSettings, hasBacklog: boolean, decisions: Decisions,
): readonly Omit<TargetTrackingPlan, 'cooldown'>[] {
  const targets = targetsIn(settings);
  for (const { metric, target } of targets) {
    decisions.about(`scheduling.${TARGET_PROPS[metric]}`).chosen(
      `scaling on ${metric}`, `near ${target}${metric === 'requests' ? ' a minute' : ' %'}`,
    );
  }
  if (!scalesByDefault(settings, hasBacklog)) return targets;
  decisions.about(`scheduling.${TARGET_PROPS.cpu}`).choose(
    'scaling on cpu', `near ${CPU_TARGET.target} %`, DecisionSource.DEFAULT,
    'You gave a range of tasks, and the processor is what most tasks run out of first.',
  );
  return [CPU_TARGET];
}

function planStep(step: StepSettings): StepScalingPlan {
  const { metric, threshold, change } = step;
  return { metric, threshold, change, when: change > 0 ? 'above' : 'below', ...settled(stepFields, step) };
}

/** What changes the number of instances and with it that of daemons; nothing unless it was asked for. */
export function planGroupScaling(
  scheduling: SchedulingSettings | undefined, decisions: Decisions,
): GroupScalingPlan | null {
  if (scheduling?.kind !== 'one-per-instance') return null;
  const { triggers = [], cooldown = onePerInstanceFields.cooldown.fallback } = scheduling;
  const schedules = planSchedules(scheduling.schedules ?? []);
  if (triggers.length + schedules.length === 0) return null;
  const planned = triggers.map(planTrigger);
  for (const { metric, statistic, unit, lowerThreshold, upperThreshold, period, evaluationPeriods } of planned) {
    decisions.about('scheduling.triggers').chosen(
      `scaling on ${metric}`,
      `${statistic} of ${lowerThreshold} to ${upperThreshold} ${unit}`,
      `Instances are added above and removed below, after ${period * evaluationPeriods} minutes; each one `
        + 'runs the task.',
    );
  }
  return { cooldown, triggers: planned, schedules };
}

/** Beanstalk's figures where the trigger says nothing; another metric brings its own unit. */
export function planTrigger(settings: TriggerSettings): TriggerPlan {
  const plan = settled(triggerFields, settings);
  const { breachDuration, unit = TRIGGER_METRICS[plan.metric].unit } = settings;
  const evaluationPeriods =
    breachDuration === undefined ? plan.evaluationPeriods : Math.ceil(breachDuration / plan.period);
  return {
    ...plan, unit, evaluationPeriods, isLowWhenMissing: isSilentAtZero(plan.metric) && plan.lowerThreshold > 0,
  };
}

/** Those that are not suspended. */
export function planSchedules(schedules: readonly GroupScheduleSettings[]): GroupSchedulePlan[] {
  return schedules.filter(({ suspend }) => suspend !== true)
    .map((schedule) => ({ name: schedule.name, ...settled(groupScheduleFields, schedule) }));
}
