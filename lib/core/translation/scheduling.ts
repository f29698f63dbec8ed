import { capacityFields } from '../settings/instances/instances';
import { GroupScheduleSettings, OnePerInstanceSettings, SchedulingSettings } from '../settings/service/scheduling';
import { TriggerSettings } from '../settings/service/trigger';
import { filled, OptionValues } from './option-values';
import { TranslationTarget } from './target';

const COMMAND = 'aws:elasticbeanstalk:command';
const SCHEDULED = 'aws:autoscaling:scheduledaction';
const TRIGGER = 'aws:autoscaling:trigger';

/**
 * One task on every instance, and what Beanstalk does to the group around it. How a version replaces another is a prop
 * of its own there.
 */
export function schedulingOf(values: OptionValues, target: TranslationTarget): SchedulingSettings | undefined {
  const own = values.object<OnePerInstanceSettings>({
    kind: () => 'one-per-instance',
    triggers: () => asList(triggerOf(values)),
    schedules: () => filled(schedulesOf(values, target)),
    cooldownSeconds: () => values.whole('aws:autoscaling:asg', 'Cooldown'),
    minHealthyPercent: () => (target === 'ecs' ? minHealthyPercent(values) : undefined),
  })!;
  return Object.keys(own).length > 1 ? own : undefined;
}

function asList<T>(item: T | undefined): T[] | undefined {
  return item === undefined ? undefined : [item];
}

/** Elastic Beanstalk keeps a schedule that is suspended, so that it gets it as it is. */
function schedulesOf(values: OptionValues, target: TranslationTarget): GroupScheduleSettings[] {
  const names = values
    .resources(SCHEDULED)
    .filter((name) => target === 'ecs' || values.peek(SCHEDULED, 'Suspend', name) !== 'true');
  return names.map((name) => scheduleOf(values, name));
}

function triggerOf(values: OptionValues): TriggerSettings | undefined {
  return values.object<TriggerSettings>({
    metric: () => values.choice(TRIGGER, 'MeasureName'),
    statistic: () => values.choice(TRIGGER, 'Statistic'),
    unit: () => values.choice(TRIGGER, 'Unit'),
    periodMinutes: () => values.whole(TRIGGER, 'Period'),
    evaluationPeriods: () => values.whole(TRIGGER, 'EvaluationPeriods'),
    breachDurationMinutes: () => values.whole(TRIGGER, 'BreachDuration'),
    lowerThreshold: () => values.whole(TRIGGER, 'LowerThreshold'),
    lowerBreachScaleIncrement: () => values.whole(TRIGGER, 'LowerBreachScaleIncrement'),
    upperThreshold: () => values.whole(TRIGGER, 'UpperThreshold'),
    upperBreachScaleIncrement: () => values.whole(TRIGGER, 'UpperBreachScaleIncrement'),
  });
}

function scheduleOf(values: OptionValues, name: string): GroupScheduleSettings {
  return values.object<GroupScheduleSettings>({
    name: () => name,
    minCapacity: () => values.whole(SCHEDULED, 'MinSize', name),
    maxCapacity: () => values.whole(SCHEDULED, 'MaxSize', name),
    desiredCapacity: () => values.whole(SCHEDULED, 'DesiredCapacity', name),
    recurrence: () => values.text(SCHEDULED, 'Recurrence', name),
    startTime: () => values.text(SCHEDULED, 'StartTime', name),
    endTime: () => values.text(SCHEDULED, 'EndTime', name),
    suspend: () => values.flag(SCHEDULED, 'Suspend', name),
  })!;
}

/** The part of the instances that serves while a batch is deployed. Other policies need replicas. */
function minHealthyPercent(values: OptionValues): number | undefined {
  const policy = values.oneOf(COMMAND, 'DeploymentPolicy', ['AllAtOnce', 'Rolling']);
  if (policy === 'AllAtOnce') return 0;
  if (policy !== 'Rolling') return undefined;
  const size = values.whole(COMMAND, 'BatchSize') ?? 100;
  const isFixed = values.is(COMMAND, 'BatchSizeType', 'Fixed');
  const isSingle = values.is('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance');
  const instances = isSingle
    ? 1
    : (values.whole('aws:autoscaling:asg', 'MinSize') ?? capacityFields.minCapacity.fallback);
  const staying = Math.floor((100 * (instances - (isFixed ? size : 1))) / instances);
  // A batch has one instance at least, however small its share is.
  return Math.max(0, isFixed ? staying : Math.min(staying, 100 - size));
}
