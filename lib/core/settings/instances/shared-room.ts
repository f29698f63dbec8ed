import { DockerrunSpec } from '../../spec/model';
import { isOnEveryInstance, Neighbor } from '../service/neighbor';
import { neededPlaces } from '../service/replica-counts';
import { instanceRange } from './instance-range';
import { chosenTypes } from './instances';
import { PlacementSettings, RESOURCES } from './task-slots';
import { bestRoom, demandOf, sumOf, sureRoom, TaskDemand } from './types/fit';
import { instanceTypeOf } from './types/instance-type';

export type Resource = keyof TaskDemand;

/** What all services take of one resource, and what the largest number of instances has of it. */
export interface SharedRoom {
  readonly resource: Resource;
  readonly instances: number;
  readonly taken: number;
  readonly surely: number;
  readonly atMost: number;
  /** How many instances would surely have enough; nothing when no number has. */
  readonly enough: number | undefined;
}

/**
 * How the tasks of all services share the instances; empty when no other service has tasks that may run anywhere, or
 * when a token hides something.
 */
export function sharedRooms(spec: DockerrunSpec, settings: PlacementSettings): SharedRoom[] {
  const { neighbors = [] } = settings;
  const { max: instances, isMaxKnown } = instanceRange(settings);
  const types = chosenTypes(settings).map(({ name }) => instanceTypeOf(name));
  if (!isMaxKnown || types.length === 0 || !types.every((type) => type !== undefined)) return [];
  if (neighbors.every(({ tasks }) => tasks === undefined)) return [];
  const own = { demand: demandOf(spec, settings), tasks: neededPlaces(settings) };
  const { everywhere, anywhere } = demandsOf([own, ...neighbors]);
  const [sure, best] = [types.map(sureRoom), types.map(bestRoom)];
  return RESOURCES.map((resource): SharedRoom => {
    const least = Math.min(...sure.map((type) => type[resource]));
    const left = least - everywhere[resource];
    return {
      resource, instances,
      taken: everywhere[resource] * instances + anywhere[resource],
      surely: least * instances,
      atMost: Math.max(...best.map((type) => type[resource])) * instances,
      enough: left > 0 ? Math.ceil(anywhere[resource] / left) : undefined,
    };
  });
}

/** What is taken of every instance, and what of any. */
function demandsOf(
  services: ReadonlyArray<Pick<Neighbor, 'demand' | 'tasks'>>,
): Record<'everywhere' | 'anywhere', TaskDemand> {
  const times = ({ memoryMiB, cpuUnits, networkInterfaces, gpus }: TaskDemand, count: number): TaskDemand => ({
    memoryMiB: memoryMiB * count,
    cpuUnits: cpuUnits * count,
    networkInterfaces: networkInterfaces * count,
    gpus: gpus * count,
  });
  return {
    everywhere: sumOf(services.filter(isOnEveryInstance).map(({ demand }) => demand)),
    anywhere: sumOf(
      services.flatMap(({ demand, tasks }) => (tasks !== undefined && demand && times(demand, tasks)) || []),
    ),
  };
}
