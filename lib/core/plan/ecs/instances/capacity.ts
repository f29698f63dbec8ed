import { capacityBounds, instanceRange } from '../../../settings/instances/instance-range';
import { capacityFields, CapacitySettings, LaunchSettings, chosenTypes } from '../../../settings/instances/instances';
import { architectureOf } from '../../../settings/instances/types/instance-type';
import { EnvironmentSettings, isUnresolved, Setting, showSetting } from '../../../settings/settings';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { CapacityPlan } from '../plan';
import { planBoot } from './boot';
import { planLaunch } from './launch';
import { planGroupScaling } from './scaling';

const INSTANCE_TYPE = capacityFields.instanceType.fallback;

type Settings = Pick<EnvironmentSettings, 'sourceBundle' | 'scheduling'> & CapacitySettings & LaunchSettings;

/** Why there are at least so many instances. */
export const WITH_TWO = 'With two, one serves while the other rolls.';

/** How many instances of what type there are, whatever runs on them. */
export type GroupPlan = Pick<
  CapacityPlan, 'instanceType' | 'architecture' | 'minCapacity' | 'maxCapacity' | 'minInstancesInService'
>;

export function groupOf(settings: Settings): GroupPlan {
  const { min, max } = capacityBounds(settings);
  const { instanceType = INSTANCE_TYPE, minCapacity = min, maxCapacity = max } = settings;
  const architecture = architectureOf(chosenTypes(settings)[0]?.name ?? INSTANCE_TYPE);
  return {
    instanceType, architecture, minCapacity, maxCapacity, minInstancesInService: instanceRange(settings).inService,
  };
}

export function planCapacity(
  spec: DockerrunSpec, settings: Settings & Pick<TrafficSettings, 'traffic'>, decisions: Decisions,
): CapacityPlan {
  const group = groupOf(settings);
  explainGroup(group, settings, decisions);
  const launch = planLaunch(settings, group.architecture, decisions);
  const boot = planBoot(spec, settings, decisions);
  const scaling = planGroupScaling(settings.scheduling, decisions);
  return { ...group, managedScaling: settings.scheduling?.kind === 'replicas', scaling, launch, boot };
}

function explainGroup({ minInstancesInService }: GroupPlan, settings: Settings, decisions: Decisions): void {
  explainInstanceType(settings, decisions);
  const { min, max } = capacityBounds(settings);
  const [low, lowSource] =
    min < capacityFields.minCapacity.fallback
      ? (['It cannot be above the maximum that you chose.', DecisionSource.DERIVED] as const)
      : ([WITH_TWO, DecisionSource.DEFAULT] as const);
  choose('minimum instances', settings.minCapacity, min, low, decisions.about('minCapacity'), lowSource);
  const [high, highSource] =
    max > capacityFields.maxCapacity.fallback
      ? (['It cannot be below the minimum that you chose.', DecisionSource.DERIVED] as const)
      : (['Beanstalk allows four.', DecisionSource.BEANSTALK] as const);
  choose('maximum instances', settings.maxCapacity, max, high, decisions.about('maxCapacity'), highSource);
  decisions
    .about('minCapacity', 'maxCapacity')
    .choose(
      'instances in service during a change',
      minInstancesInService,
      DecisionSource.DERIVED,
      'Instances are replaced one by one; the group may not grow beyond its maximum meanwhile.',
    );
}

export function explainInstanceType(
  { instanceType }: Pick<EnvironmentSettings, 'instanceType'>, decisions: Decisions,
): void {
  choose(
    'instance type', instanceType, INSTANCE_TYPE,
    'Two vCPUs and 4 GiB carry the usual task of 1 GiB or less beside the agent.', decisions.about('instanceType'),
  );
}

function choose<T extends string | number>(
  topic: string,
  setting: Setting<T> | undefined,
  fallback: T,
  reason: string,
  decisions: Decisions,
  source = DecisionSource.DEFAULT,
): Setting<T> {
  if (setting !== undefined && isUnresolved(setting)) {
    return decisions.chosen(
      topic, setting, 'It is known only at deployment, so the checks that need it were skipped.',
      showSetting(setting),
    );
  }
  return decisions.given(topic, setting, fallback, reason, source);
}
