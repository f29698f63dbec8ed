import { CapacityPlan } from '../plan/plan';
import { GroupSchedulePlan, TriggerPlan } from '../plan/service-plan';
import { EnvironmentSettings } from '../settings/settings';
import { GROUP_COOLDOWN_SECONDS, TRIGGER, TriggerSettings } from '../settings/trigger';
import { OptionPlan, optionsIn } from './option';

const SCHEDULE = 'aws:autoscaling:scheduledaction';
/** The longest breach that an option may ask for. */
const MAX_BREACH_MINUTES = 600;

const ROLLING_UPDATE = 'aws:autoscaling:updatepolicy:rollingupdate';

/** How many instances there are, and what changes that. */
export function scalingOptions(capacity: CapacityPlan, { scheduling, beanstalk = {} }: EnvironmentSettings): OptionPlan[] {
  const { minCapacity, maxCapacity, minInstancesInService, scaling, launch } = capacity;
  const { cooldownSeconds = GROUP_COOLDOWN_SECONDS, triggers = [] } = scheduling?.kind === 'one-per-instance' ? scheduling : {};
  return [
    ...optionsIn('aws:autoscaling:asg', {
      MinSize: minCapacity,
      MaxSize: maxCapacity,
      Cooldown: cooldownSeconds,
      EnableCapacityRebalancing: launch.mixed?.spot ?? false,
    }),
    ...beanstalk.singleInstance ? [] : triggerOptions(scaling?.triggers[0] ?? TRIGGER, triggers[0]),
    ...(scaling?.schedules ?? []).flatMap(scheduleOptions),
    ...(beanstalk.retiredSchedules ?? []).flatMap((name) => optionsIn(SCHEDULE, { Suspend: true }, name)),
    ...beanstalk.singleInstance ? optionsIn(ROLLING_UPDATE, { RollingUpdateEnabled: false }) : optionsIn(ROLLING_UPDATE, {
      RollingUpdateEnabled: true,
      RollingUpdateType: 'Health',
      MaxBatchSize: 1,
      MinInstancesInService: minInstancesInService,
      Timeout: 'PT30M',
    }),
  ];
}

/** Either of the two figures that tell how long a breach lasts is left as it was chosen. */
function triggerOptions(trigger: Omit<TriggerPlan, 'isLowWhenMissing'>, { evaluationPeriods, breachDurationMinutes }: TriggerSettings = {}): OptionPlan[] {
  return optionsIn('aws:autoscaling:trigger', {
    MeasureName: trigger.metric,
    Statistic: trigger.statistic,
    Unit: trigger.unit,
    Period: trigger.periodMinutes,
    EvaluationPeriods: evaluationPeriods ?? trigger.evaluationPeriods,
    BreachDuration: breachDurationMinutes ?? Math.min(MAX_BREACH_MINUTES, trigger.periodMinutes * trigger.evaluationPeriods),
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
  return optionsIn(SCHEDULE, Object.fromEntries(said), name);
}
