import { DockerrunSpec } from '../../spec/model';
import { isOnEveryInstance, Neighbor } from '../service/neighbor';
import { hostBonds } from '../traffic/host-bonds';
import { TrafficSettings } from '../traffic/traffic';
import { chosenTypes } from './instances';
import { bestRoom, demandOf, sumOf, sureRoom, TaskDemand } from './types/fit';
import { instanceTypeOf } from './types/instance-type';

export type PlacementSettings = Pick<
  TrafficSettings,
  | 'traffic'
  | 'networkMode'
  | 'instanceType'
  | 'alternativeInstanceTypes'
  | 'neighbors'
  | 'minCapacity'
  | 'maxCapacity'
  | 'scheduling'
  | 'groupSchedules'
  | 'managedScaling'
  | 'worker'
  | 'volumes'
  | 'beanstalk'
>;

export const RESOURCES = ['memoryMiB', 'cpuUnits', 'networkInterfaces', 'gpus'] as const;

/**
 * How many tasks one instance holds: for sure, and if all goes well. Infinite when the type is a token and nothing else
 * limits them.
 */
export interface TaskSlots {
  readonly surely: number;
  readonly atMost: number;
  /** For how many tasks, on all instances together, others may take the room that is there for sure. */
  readonly lost: number;
}

/** Of several types, the smallest and the largest count. */
export function taskSlots(spec: DockerrunSpec, settings: PlacementSettings): TaskSlots {
  const most = hostBonds(spec, settings).length > 0 ? 1 : Infinity;
  const types = chosenTypes(settings).flatMap(({ name }) => instanceTypeOf(name) ?? []);
  if (types.length === 0) return { surely: most, atMost: most, lost: 0 };
  const demand = demandOf(spec, settings);
  const { neighbors = [] } = settings;
  const taken = sumOf(neighbors.filter(isOnEveryInstance).map((neighbor) => neighbor.demand));
  const surely = Math.min(...types.map((type) => countOf(demand, taken, sureRoom(type))));
  const atMost = Math.max(...types.map((type) => countOf(demand, taken, bestRoom(type))));
  const lost = placesLost(demand, neighbors);
  return {
    surely: Math.min(most, surely),
    atMost: Math.min(most, atMost),
    lost: most === 1 && surely > 0 ? Math.floor(lost / surely) : lost,
  };
}

/** For how many tasks there is no room because replicas of others are there, wherever these are. */
function placesLost(demand: TaskDemand, neighbors: readonly Neighbor[]): number {
  const each = (other: TaskDemand) =>
    Math.max(0, ...RESOURCES.filter((key) => demand[key] > 0).map((key) => Math.ceil(other[key] / demand[key])));
  return neighbors.reduce((lost, { demand: other, tasks = 0 }) => lost + (other ? tasks * each(other) : 0), 0);
}

/** How often `demand` goes into what others leave of an instance. */
function countOf(demand: TaskDemand, taken: TaskDemand, whole: TaskDemand): number {
  return Math.max(
    0,
    Math.min(
      ...RESOURCES.filter((key) => demand[key] > 0).map((key) => Math.floor((whole[key] - taken[key]) / demand[key])),
    ),
  );
}
