import { capacityBounds } from '../settings/capacity-bounds';
import { capacityFields, CapacitySettings, LaunchSettings } from '../settings/fields/instances';
import { instanceRange } from '../settings/instance-range';
import { architectureOf } from '../settings/instance-types/instance-type';
import { chosenTypes } from '../settings/launch';
import { EnvironmentSettings, isUnresolved, Setting, showSetting } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { planBoot } from './boot';
import { Decisions, DecisionSource } from './decision';
import { planLaunch } from './launch';
import { CapacityPlan } from './plan';
import { planGroupScaling } from './scaling';

const INSTANCE_TYPE = capacityFields.instanceType.fallback;

type Settings = Pick<EnvironmentSettings, 'sourceBundle' | 'scheduling'> & CapacitySettings & LaunchSettings;

export function planCapacity(spec: DockerrunSpec, settings: Settings, decisions: Decisions): CapacityPlan {
  const instanceType = choose('instance type', settings.instanceType, INSTANCE_TYPE, 'Two vCPUs and 4 GiB carry the usual task of 1 GiB or less beside the agent.', decisions);
  const bounds = capacityBounds(settings);
  const minCapacity = bounds.min < capacityFields.minCapacity.fallback
    ? choose('minimum instances', settings.minCapacity, bounds.min, 'It cannot be above the maximum that you chose.', decisions, DecisionSource.DERIVED)
    : choose('minimum instances', settings.minCapacity, bounds.min, 'With two, one serves while the other rolls.', decisions);
  const maxCapacity = bounds.max > capacityFields.maxCapacity.fallback
    ? choose('maximum instances', settings.maxCapacity, bounds.max, 'It cannot be below the minimum that you chose.', decisions, DecisionSource.DERIVED)
    : choose('maximum instances', settings.maxCapacity, bounds.max, 'Beanstalk allows four.', decisions, DecisionSource.BEANSTALK);
  const minInstancesInService = instanceRange(settings).inService;
  decisions.choose('instances in service during a change', minInstancesInService, DecisionSource.DERIVED,
    'Instances are replaced one by one; the group may not grow beyond its maximum meanwhile.');
  const architecture = architectureOf(chosenTypes(settings)[0]?.name ?? INSTANCE_TYPE);
  const launch = planLaunch(settings, architecture, decisions);
  const boot = planBoot(spec, settings, decisions);
  const scaling = planGroupScaling(settings.scheduling, decisions);
  return { instanceType, architecture, minCapacity, maxCapacity, minInstancesInService, managedScaling: settings.scheduling?.kind === 'replicas', scaling, launch, boot };
}

function choose<T extends string | number>(
  topic: string, setting: Setting<T> | undefined, fallback: T, reason: string, decisions: Decisions, source = DecisionSource.DEFAULT,
): Setting<T> {
  if (setting !== undefined && isUnresolved(setting)) {
    return decisions.choose(topic, setting, DecisionSource.PROP, 'It is known only at deployment, so the checks that need it were skipped.', showSetting(setting));
  }
  return decisions.given(topic, setting, fallback, reason, source);
}
