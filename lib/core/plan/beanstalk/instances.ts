import { launchFields } from '../../settings/instances/instances';
import { onePerInstanceFields, TriggerSettings } from '../../settings/service/scheduling';
import { EnvironmentSettings, showSetting } from '../../settings/settings';
import { Decisions, DecisionSource } from '../decision';
import { explainInstanceType, groupOf, WITH_TWO } from '../ecs/instances/capacity';
import { mixedInstancesOf } from '../ecs/instances/launch';
import { planSchedules, planTrigger } from '../ecs/instances/scaling';
import { chose } from '../provenance';
import { InstanceScalingPlan, InstancesPlan, InstanceTriggerPlan } from './plan';

/** The longest breach that an option may ask for. */
const MAX_BREACH_MINUTES = 600;

/** All instances are paid on demand. */
const ON_DEMAND = { spot: false, onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 100 } as const;

/** The instances themselves; their image and agent are the platform's affair. */
export function planInstances(settings: EnvironmentSettings, decisions: Decisions): InstancesPlan {
  const {
    rootVolumeSize = launchFields.rootVolumeSize.fallback, detailedMonitoring = false, keyPair = false,
  } = settings;
  const { beanstalk: { singleInstance: single = false } = {} } = settings;
  const group = groupOf(settings);
  const mixed = mixedInstancesOf(settings) ?? { ...ON_DEMAND, instanceTypes: [group.instanceType] };
  explainInstanceType(settings, decisions);
  const isChosen = settings.minCapacity !== undefined || settings.maxCapacity !== undefined;
  const shown = `${showSetting(group.minCapacity)} to ${showSetting(group.maxCapacity)}`;
  const bounds = decisions.about('minCapacity', 'maxCapacity');
  if (isChosen) bounds.chosen('instances', shown);
  else bounds.choose('instances', shown, DecisionSource.DEFAULT, WITH_TWO);
  return { ...group, single, mixed, rootVolumeSize, detailedMonitoring, keyPair };
}

/** Beanstalk always scales, unless there is one instance. */
export function planInstanceScaling(
  { scheduling, beanstalk = {} }: EnvironmentSettings, decisions: Decisions,
): InstanceScalingPlan {
  const group = scheduling?.kind === 'one-per-instance' ? scheduling : undefined;
  const { cooldown = onePerInstanceFields.cooldown.fallback, triggers: [given] = [], schedules = [] } = group ?? {};
  const { singleInstance = false, retiredSchedules = [] } = beanstalk;
  const trigger = planInstanceTrigger(given);
  if (!singleInstance) {
    decisions.about('scheduling.triggers').choose(
      'scaling',
      trigger.metric,
      given ? DecisionSource.PROP : DecisionSource.DEFAULT,
      given
        ? chose()
        : 'Beanstalk always scales; without a trigger it follows the bytes that leave the instances.',
    );
  }
  return { cooldown, trigger, schedules: planSchedules(schedules), retiredSchedules };
}

/** Either of the two figures that tell how long a breach lasts is left as it was chosen. */
function planInstanceTrigger(given: TriggerSettings = {}): InstanceTriggerPlan {
  const trigger = planTrigger(given);
  const lasts = Math.min(MAX_BREACH_MINUTES, trigger.period * trigger.evaluationPeriods);
  const { evaluationPeriods = trigger.evaluationPeriods, breachDuration = lasts } = given;
  return { ...trigger, evaluationPeriods, breachDuration };
}
