import { capacityFields } from '../settings/instances/instances';
import {
  groupScheduleFields, GroupScheduleSettings, onePerInstanceFields, OnePerInstanceSettings, SchedulingSettings,
  triggerFields, TriggerSettings,
} from '../settings/service/scheduling';
import { filled, OptionValues } from './option-values';
import { readsOf } from './read-fields';
import { TranslationTarget } from './target';

const COMMAND = 'aws:elasticbeanstalk:command';
const SCHEDULED = 'aws:autoscaling:scheduledaction';

/**
 * One task on every instance, and what Beanstalk does to the group around it. How a version replaces another is a prop
 * of its own there.
 */
export function schedulingOf(values: OptionValues, target: TranslationTarget): SchedulingSettings | undefined {
  const own = values.object<OnePerInstanceSettings>({
    kind: () => 'one-per-instance',
    triggers: () => asList(values.object<TriggerSettings>(readsOf(triggerFields, { values }))),
    schedules: () => filled(schedulesOf(values, target)),
    ...readsOf({ cooldown: onePerInstanceFields.cooldown }, { values }),
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

function scheduleOf(values: OptionValues, name: string): GroupScheduleSettings {
  return values.object<GroupScheduleSettings>({
    ...readsOf(groupScheduleFields, { values, resource: name }), name: () => name,
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
