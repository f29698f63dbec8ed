import { capacityBounds } from '../settings/capacity-bounds';
import { INSTANCE_TYPE, MAX_CAPACITY, MIN_CAPACITY, ROOT_VOLUME_GIB } from '../settings/defaults';
import { instanceRange } from '../settings/instance-range';
import { EcsSettings, isUnresolved, known, Setting } from '../settings/settings';
import { Decisions, DecisionSource } from './decision';
import { CapacityPlan } from './plan';
import { planGroupScaling } from './scaling';

export type CapacitySettings = Pick<EcsSettings, 'instanceType' | 'minCapacity' | 'maxCapacity' | 'scheduling'>;

export function planCapacity(settings: CapacitySettings, decisions: Decisions): CapacityPlan {
  const instanceType = choose('instance type', settings.instanceType, INSTANCE_TYPE, 'Two vCPUs and 4 GiB carry the usual task of 1 GiB or less beside the agent.', decisions);
  const bounds = capacityBounds(settings);
  const minCapacity = bounds.min < MIN_CAPACITY
    ? choose('minimum instances', settings.minCapacity, bounds.min, 'It cannot be above the maximum that you chose.', decisions, DecisionSource.DERIVED)
    : choose('minimum instances', settings.minCapacity, bounds.min, 'With two, one serves while the other rolls.', decisions);
  const maxCapacity = bounds.max > MAX_CAPACITY
    ? choose('maximum instances', settings.maxCapacity, bounds.max, 'It cannot be below the minimum that you chose.', decisions, DecisionSource.DERIVED)
    : choose('maximum instances', settings.maxCapacity, bounds.max, 'Beanstalk allows four.', decisions, DecisionSource.BEANSTALK);
  const minInstancesInService = instanceRange(settings).inService;
  decisions.choose('instances in service during a change', minInstancesInService, DecisionSource.DERIVED,
    'Instances are replaced one by one; the group may not grow beyond its maximum meanwhile.');
  const architecture = planImage(settings.instanceType, decisions);
  const scaling = planGroupScaling(settings.scheduling, decisions);
  return { instanceType, architecture, minCapacity, maxCapacity, minInstancesInService, scaling, rootVolumeGiB: ROOT_VOLUME_GIB };
}

function planImage(instanceType: CapacitySettings['instanceType'], decisions: Decisions): CapacityPlan['architecture'] {
  const architecture = architectureOf(known(instanceType) ?? INSTANCE_TYPE);
  const isKnown = instanceType === undefined || !isUnresolved(instanceType);
  const match = isKnown ? 'It matches the instance type' : 'The instance type is known only at deployment and has to be of this architecture; the image';
  const lookup = 'is looked up when an instance starts, so a new image replaces nothing by itself.';
  decisions.choose('machine image', `ECS-optimized Amazon Linux 2023, ${architecture}`, DecisionSource.DERIVED, `${match} ${isKnown ? 'and ' : ''}${lookup}`);
  return architecture;
}

function choose<T extends string | number>(
  topic: string, setting: Setting<T> | undefined, fallback: T, reason: string, decisions: Decisions, source = DecisionSource.DEFAULT,
): Setting<T> {
  if (setting !== undefined && isUnresolved(setting)) {
    return decisions.choose(topic, setting, DecisionSource.PROP, 'It is known only at deployment, so the checks that need it were skipped.', `\${${setting.unresolved}}`);
  }
  return decisions.given(topic, setting, fallback, reason, source);
}

/** Graviton families carry a `g` behind their generation: t4g, m7gd, c8gn; the first of them was a1. */
function architectureOf(instanceType: string): 'x86_64' | 'arm64' {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType) ? 'arm64' : 'x86_64';
}
