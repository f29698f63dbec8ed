import { DockerrunSpec } from '../../spec/model';
import { instanceRange } from '../instances/instance-range';
import { PlacementSettings, taskSlots } from '../instances/task-slots';
import { countRange } from './replica-counts';
import { RolloutRoom } from './rollout-limits';
import { replicaFields, ReplicaSettings, runsTwice } from './scheduling';

/** The room that replicas surely have. An upper bound that is a token is taken to be as low as their number allows. */
export function replicaRoom(
  spec: DockerrunSpec, scheduling: ReplicaSettings, settings: PlacementSettings,
): RolloutRoom {
  const range = instanceRange(settings);
  const { surely, lost } = taskSlots(spec, settings);
  const slots = Math.max(1, surely);
  const needed = Math.ceil((countRange(scheduling).max + lost) / slots);
  const instances = range.isMaxKnown ? range : { ...range, max: Math.max(range.max, needed) };
  return {
    instances,
    slots,
    lost,
    maxHealthyPercent: scheduling.maxHealthyPercent ?? replicaFields.maxHealthyPercent.fallback,
    runsTwice: runsTwice(scheduling),
  };
}
