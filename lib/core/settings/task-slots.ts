import { DockerrunSpec } from '../spec/model';
import { hostBonds } from './host-bonds';
import { demandOf, sumOf, TaskDemand } from './instance-types/fit';
import { InstanceType, instanceTypeOf } from './instance-types/instance-type';
import { registeredMemory } from './instance-types/registered-memory';
import { chosenTypes } from './launch';
import { EcsSettings } from './settings';

export type PlacementSettings = Pick<EcsSettings,
'networkMode' | 'listeners' | 'rules' | 'certificates' | 'instanceType' | 'alternativeInstanceTypes' | 'neighbors' | 'minCapacity' | 'maxCapacity' | 'scheduling' | 'managedScaling' | 'worker' | 'volumes'>;

/** How many tasks one instance holds: for sure, and if all goes well. Infinite when the type is a token and nothing else limits them. */
export interface TaskSlots {
  readonly surely: number;
  readonly atMost: number;
}

/** Of several types, the smallest and the largest count. */
export function taskSlots(spec: DockerrunSpec, settings: PlacementSettings): TaskSlots {
  const most = hostBonds(spec, settings).length > 0 ? 1 : Infinity;
  const types = chosenTypes(settings).flatMap(({ name }) => instanceTypeOf(name) ?? []);
  if (types.length === 0) return { surely: most, atMost: most };
  const demand = demandOf(spec, settings.networkMode);
  const taken = sumOf((settings.neighbors ?? []).flatMap((neighbor) => neighbor.demand ?? []));
  const held = ({ cpuUnits, gpus }: InstanceType, memoryMiB: number, networkInterfaces: number) =>
    Math.min(most, countOf(demand, taken, { memoryMiB, networkInterfaces, cpuUnits, gpus }));
  return {
    surely: Math.min(...types.map((type) => held(type, registeredMemory(type).memoryMiB, type.networkInterfaces - 1))),
    atMost: Math.max(...types.map((type) => held(type, type.memoryMiB, Math.max(type.networkInterfaces - 1, type.trunkedTasks)))),
  };
}

/** How often `demand` goes into what others leave of an instance. */
function countOf(demand: TaskDemand, taken: TaskDemand, whole: TaskDemand): number {
  const keys = ['memoryMiB', 'cpuUnits', 'networkInterfaces', 'gpus'] as const;
  return Math.max(0, Math.min(...keys.filter((key) => demand[key] > 0).map((key) => Math.floor((whole[key] - taken[key]) / demand[key]))));
}
