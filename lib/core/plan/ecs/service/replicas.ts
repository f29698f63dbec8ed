import { instanceRange } from '../../../settings/instances/instance-range';
import { PlacementSettings } from '../../../settings/instances/task-slots';
import { countRange, ReplicaCounts, replicaCounts } from '../../../settings/service/replica-counts';
import { highestPercent, mostKept, RolloutRoom } from '../../../settings/service/rollout-limits';
import { replicaRoom } from '../../../settings/service/rollout-room';
import { replicaFields, ReplicaSettings } from '../../../settings/service/scheduling';
import { hostBonds } from '../../../settings/traffic/host-bonds';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { chose } from '../../provenance';
import { planServiceScaling } from '../instances/scaling';
import { ReplicaPlan, RolloutPlan } from './service-plan';
import { planStrategy } from './strategy';

type Rest = Exclude<keyof RolloutPlan, 'minHealthyPercent' | 'maxHealthyPercent'>;

/**
 * A number of tasks on whatever instances have room, with the percentages that keep most of them and still let them
 * roll.
 */
export function planReplicas(
  spec: DockerrunSpec, scheduling: ReplicaSettings, settings: PlacementSettings, decisions: Decisions,
): Omit<ReplicaPlan, Rest> {
  const counts = replicaCounts(scheduling);
  const follows =
    settings.managedScaling === false
      ? 'the number of instances is not theirs to change'
      : 'the group of instances grows and shrinks with them';
  decisions.about('scheduling').chosen(
    'scheduling', 'replicas', `Amazon ECS places the tasks where there is room; ${follows}.`,
  );
  explainDesired(scheduling, counts, decisions.about('scheduling.desired'));
  const distinctInstance = planDistinct(spec, settings, decisions);
  const room = replicaRoom(spec, scheduling, settings);
  const minHealthyPercent = planMinimum(scheduling, room, settings, decisions);
  const maxHealthyPercent = decisions.about('scheduling.maxHealthyPercent').given(
    'maximum healthy percent', scheduling.maxHealthyPercent, replicaFields.maxHealthyPercent.fallback,
    'New tasks start before old ones stop, as far as there is room.',
  );
  const zoneRebalancing = planRebalancing(
    scheduling, maxHealthyPercent, decisions.about('scheduling.availabilityZoneRebalancing'),
  );
  const strategy = planStrategy(scheduling.strategy, decisions);
  const scaling = planServiceScaling(scheduling, settings.worker?.backlogPerTask !== undefined, decisions);
  return {
    scheduling: 'REPLICA',
    desiredCount: counts.desired,
    minHealthyPercent,
    maxHealthyPercent,
    distinctInstance,
    zoneRebalancing,
    strategy,
    scaling,
  };
}

/** More than the minimum is a range, which something always scales. */
function explainDesired(
  { desired: given }: ReplicaSettings, { desired, min }: ReplicaCounts, decisions: Decisions,
): void {
  if (desired > min) {
    decisions.choose(
      'desired tasks',
      min,
      DecisionSource.DERIVED,
      'Auto scaling starts at the minimum; a number in the template would set it back at each deployment.',
    );
  } else {
    decisions.given(
      'desired tasks', given, desired,
      desired === 1 ? 'It starts at the minimum.' : 'It starts at the minimum; one serves while the other rolls.',
      DecisionSource.DERIVED,
    );
  }
}

function planDistinct(spec: DockerrunSpec, settings: PlacementSettings, decisions: Decisions): boolean {
  const bonds = hostBonds(spec, settings);
  if (bonds.length === 0) return false;
  return decisions.choose(
    'placement', true, DecisionSource.DERIVED, `Two tasks on one instance would fight for ${bonds.join(', ')}.`,
    'one task per instance at most',
  );
}

function planMinimum(
  scheduling: ReplicaSettings, room: RolloutRoom, settings: PlacementSettings, decisions: Decisions,
): number {
  const { min, max } = countRange(scheduling);
  const percent = highestPercent(min, max, (count) => mostKept(count, room));
  return decisions.about('scheduling.minHealthyPercent').given(
    'minimum healthy percent', scheduling.minHealthyPercent, percent, explainMinimum(percent, room, settings),
    DecisionSource.DERIVED,
  );
}

function explainMinimum(percent: number, room: RolloutRoom, settings: PlacementSettings): string {
  const { isMinKnown, isMaxKnown } = instanceRange(settings);
  const assumed =
    isMinKnown && isMaxKnown
      ? ''
      : ' How many instances there are is known only at deployment and taken to be as few as can be.';
  if (percent === 100) {
    return (
      'No task stops before another one took its place: the instances have room for one more, also while one of '
      + `them is replaced.${assumed}`
    );
  }
  const full = `${room.instances.max} instances with ${room.slots} ${room.slots === 1 ? 'task' : 'tasks'} each`;
  if (percent === 0) {
    return (
      `With ${full}, any higher figure would leave no task that may be stopped, and no rollout could ever `
      + `finish.${assumed}`
    );
  }
  return (
    `So many tasks can stay while the others roll on ${full}; a higher figure could leave none that may be `
    + `stopped.${assumed}`
  );
}

/** Amazon ECS moves a task by starting another one first. */
function planRebalancing(
  { availabilityZoneRebalancing }: ReplicaSettings, maxHealthyPercent: number, decisions: Decisions,
): boolean {
  const topic = 'zone rebalancing';
  if (availabilityZoneRebalancing !== undefined) {
    return decisions.chosen(
      topic, availabilityZoneRebalancing, chose(),
      availabilityZoneRebalancing ? 'enabled' : 'disabled',
    );
  }
  if (maxHealthyPercent <= 100) {
    return decisions.choose(
      topic, false, DecisionSource.DERIVED,
      'Amazon ECS moves a task by starting another one first, which a maximum of 100 % does not allow.', 'disabled',
    );
  }
  return decisions.choose(
    topic, true, DecisionSource.DEFAULT,
    'After a zone was lost, tasks return to it; another one is started before any is stopped.', 'enabled',
  );
}
