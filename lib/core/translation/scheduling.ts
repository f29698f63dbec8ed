import { MIN_CAPACITY } from '../settings/defaults';
import { GroupScheduleSettings, SchedulingSettings } from '../settings/scheduling';
import { TriggerSettings } from '../settings/trigger';
import { defined } from './defined';
import { OptionValues } from './option-values';

const COMMAND = 'aws:elasticbeanstalk:command';
const SCHEDULED = 'aws:autoscaling:scheduledaction';
const TRIGGER = 'aws:autoscaling:trigger';

/** One task on every instance, and what Beanstalk does to the group around it. */
export function schedulingOf(values: OptionValues): SchedulingSettings | undefined {
  const schedules = values.resources(SCHEDULED).map((name) => scheduleOf(values, name));
  const trigger = triggerOf(values);
  const own = defined({
    triggers: trigger && [trigger],
    schedules: schedules.length > 0 ? schedules : undefined,
    cooldownSeconds: values.whole('aws:autoscaling:asg', 'Cooldown'),
    minHealthyPercent: minHealthyPercent(values),
  });
  return own && { kind: 'one-per-instance', ...own };
}

function triggerOf(values: OptionValues): TriggerSettings | undefined {
  return defined<TriggerSettings>({
    metric: values.choice(TRIGGER, 'MeasureName'),
    statistic: values.choice(TRIGGER, 'Statistic'),
    unit: values.choice(TRIGGER, 'Unit'),
    periodMinutes: values.whole(TRIGGER, 'Period'),
    evaluationPeriods: values.whole(TRIGGER, 'EvaluationPeriods'),
    breachDurationMinutes: values.whole(TRIGGER, 'BreachDuration'),
    lowerThreshold: values.whole(TRIGGER, 'LowerThreshold'),
    lowerBreachScaleIncrement: values.whole(TRIGGER, 'LowerBreachScaleIncrement'),
    upperThreshold: values.whole(TRIGGER, 'UpperThreshold'),
    upperBreachScaleIncrement: values.whole(TRIGGER, 'UpperBreachScaleIncrement'),
  });
}

function scheduleOf(values: OptionValues, name: string): GroupScheduleSettings {
  const own = defined({
    minCapacity: values.whole(SCHEDULED, 'MinSize', name),
    maxCapacity: values.whole(SCHEDULED, 'MaxSize', name),
    desiredCapacity: values.whole(SCHEDULED, 'DesiredCapacity', name),
    recurrence: values.text(SCHEDULED, 'Recurrence', name),
    startTime: values.text(SCHEDULED, 'StartTime', name),
    endTime: values.text(SCHEDULED, 'EndTime', name),
    suspend: values.flag(SCHEDULED, 'Suspend', name),
  });
  return { name, ...own };
}

/** The part of the instances that serves while a batch is deployed. Other policies need replicas. */
function minHealthyPercent(values: OptionValues): number | undefined {
  const policy = values.oneOf(COMMAND, 'DeploymentPolicy', ['AllAtOnce', 'Rolling']);
  if (policy === 'AllAtOnce') return 0;
  if (policy !== 'Rolling') return undefined;
  const size = values.whole(COMMAND, 'BatchSize') ?? 100;
  const isFixed = values.text(COMMAND, 'BatchSizeType') === 'Fixed';
  const isSingle = values.text('aws:elasticbeanstalk:environment', 'EnvironmentType') === 'SingleInstance';
  const instances = isSingle ? 1 : values.whole('aws:autoscaling:asg', 'MinSize') ?? MIN_CAPACITY;
  const staying = Math.floor((100 * (instances - (isFixed ? size : 1))) / instances);
  // A batch has one instance at least, however small its share is.
  return Math.max(0, isFixed ? staying : Math.min(staying, 100 - size));
}
