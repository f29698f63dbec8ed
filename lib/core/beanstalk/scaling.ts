import { CapacityPlan } from '../plan/plan';
import { GroupSchedulePlan, TriggerPlan } from '../plan/service-plan';
import { EcsSettings } from '../settings/settings';
import { GROUP_COOLDOWN_SECONDS, TRIGGER } from '../settings/trigger';
import { OptionPlan, optionsIn } from './option';

/** How many instances there are, and what changes that. */
export function scalingOptions(capacity: CapacityPlan, { scheduling }: EcsSettings): OptionPlan[] {
  const { minCapacity, maxCapacity, minInstancesInService, scaling, launch } = capacity;
  const chosen = scheduling?.kind === 'one-per-instance' ? scheduling.cooldownSeconds : undefined;
  return [
    ...optionsIn('aws:autoscaling:asg', {
      MinSize: minCapacity,
      MaxSize: maxCapacity,
      Cooldown: chosen ?? GROUP_COOLDOWN_SECONDS,
      EnableCapacityRebalancing: launch.mixed?.spot ?? false,
    }),
    ...triggerOptions(scaling?.triggers[0] ?? TRIGGER),
    ...(scaling?.schedules ?? []).flatMap(scheduleOptions),
    ...optionsIn('aws:autoscaling:updatepolicy:rollingupdate', {
      RollingUpdateEnabled: true,
      RollingUpdateType: 'Health',
      MaxBatchSize: 1,
      MinInstancesInService: minInstancesInService,
      Timeout: 'PT30M',
    }),
  ];
}

function triggerOptions(trigger: TriggerPlan): OptionPlan[] {
  return optionsIn('aws:autoscaling:trigger', {
    MeasureName: trigger.metric,
    Statistic: trigger.statistic,
    Unit: trigger.unit,
    Period: trigger.periodMinutes,
    EvaluationPeriods: trigger.evaluationPeriods,
    BreachDuration: trigger.periodMinutes * trigger.evaluationPeriods,
    LowerThreshold: trigger.lowerThreshold,
    LowerBreachScaleIncrement: trigger.lowerBreachScaleIncrement,
    UpperThreshold: trigger.upperThreshold,
    UpperBreachScaleIncrement: trigger.upperBreachScaleIncrement,
  });
}

/** What a schedule leaves as it is has no option. */
function scheduleOptions({ name, ...schedule }: GroupSchedulePlan): OptionPlan[] {
  const values = {
    MinSize: schedule.minCapacity, MaxSize: schedule.maxCapacity, DesiredCapacity: schedule.desiredCapacity,
    Recurrence: schedule.recurrence, StartTime: schedule.startTime, EndTime: schedule.endTime, Suspend: false,
  };
  const said = Object.entries(values).flatMap(([option, value]) => (value === null || value === '' ? [] : [[option, value]]));
  return optionsIn('aws:autoscaling:scheduledaction', Object.fromEntries(said), name);
}
