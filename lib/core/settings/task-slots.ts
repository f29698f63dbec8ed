import { DockerrunSpec } from '../spec/model';
import { hostBonds } from './host-bonds';
import { chosenType } from './instance-types/chosen-types';
import { demandOf, sumOf, TaskDemand } from './instance-types/fit';
import { instanceTypeOf } from './instance-types/instance-type';
import { registeredMemory } from './instance-types/registered-memory';
import { EcsSettings } from './settings';

export type PlacementSettings = Pick<EcsSettings,
'networkMode' | 'listeners' | 'rules' | 'certificates' | 'instanceType' | 'neighbors' | 'minCapacity' | 'maxCapacity' | 'scheduling'>;

/** How many tasks one instance holds: for sure, and if all goes well. Infinite when the type is a token and nothing else limits them. */
export interface TaskSlots {
  readonly surely: number;
  readonly atMost: number;
}

export function taskSlots(spec: DockerrunSpec, settings: PlacementSettings): TaskSlots {
  const most = hostBonds(spec, settings).length > 0 ? 1 : Infinity;
  const type = instanceTypeOf(chosenType(settings) ?? '');
  if (!type) return { surely: most, atMost: most };
  const demand = demandOf(spec, settings.networkMode);
  const taken = sumOf((settings.neighbors ?? []).flatMap((neighbor) => neighbor.demand ?? []));
  const interfaces = type.networkInterfaces - 1;
  const held = (memoryMiB: number, networkInterfaces: number) =>
    Math.min(most, countOf(demand, taken, { memoryMiB, networkInterfaces, cpuUnits: type.cpuUnits, gpus: type.gpus }));
  return { surely: held(registeredMemory(type).memoryMiB, interfaces), atMost: held(type.memoryMiB, Math.max(interfaces, type.trunkedTasks)) };
}

/** How often `demand` goes into what others leave of an instance. */
function countOf(demand: TaskDemand, taken: TaskDemand, whole: TaskDemand): number {
  const keys = ['memoryMiB', 'cpuUnits', 'networkInterfaces', 'gpus'] as const;
  return Math.max(0, Math.min(...keys.filter((key) => demand[key] > 0).map((key) => Math.floor((whole[key] - taken[key]) / demand[key]))));
}
