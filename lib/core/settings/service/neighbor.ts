import { DockerrunSpec, PortMappingSpec } from '../../spec/model';
import { TaskDemand } from '../instances/types/fit';
import { NetworkModeName, sharesInterface } from '../network/network';

/** What a service takes of what it shares with the others on the same instances and listeners. */
export interface Neighbor {
  /** What the user calls it. */
  readonly name: string;
  /** The host ports that it holds on every instance, such as `80/tcp`. */
  readonly hostPorts: readonly string[];
  readonly rules: readonly NeighborRule[];
  /** How many target groups lead to it from the listeners that are shared; absent when that is not known. */
  readonly targetGroups?: number;
  /** What its task takes of the instance; absent when that is not known. */
  readonly demand?: TaskDemand;
  /** How many of its tasks there may be at once, wherever there is room; absent when one runs on every instance. */
  readonly tasks?: number;
}

export interface NeighborRule {
  readonly listener: string;
  /** Stands for its conditions. */
  readonly key: string;
  readonly priority: number;
}

/** A mapping that holds a port of the instance. */
export interface HeldPort {
  readonly mapping: PortMappingSpec;
  /** Such as `80/tcp`. */
  readonly port: string;
}

/** The ports that a task holds on its instance. A task with an address of its own, or with none, holds no port. */
export function heldPorts(spec: DockerrunSpec, networkMode: NetworkModeName | undefined): HeldPort[] {
  if (networkMode === 'awsvpc' || networkMode === 'none') return [];
  return spec.containers.flatMap((container) => container.portMappings ?? []).flatMap((mapping) => {
    const { containerPort = 0, hostPort = 0, protocol = 'tcp' } = mapping;
    const held = sharesInterface(networkMode) ? containerPort : hostPort;
    return held === 0 ? [] : [{ mapping, port: `${held}/${protocol}` }];
  });
}

/** Whether it runs a task on every instance and tells what that takes. */
export function isOnEveryInstance<S extends Pick<Neighbor, 'demand' | 'tasks'>>(
  service: S,
): service is S & { readonly demand: TaskDemand } {
  return service.demand !== undefined && service.tasks === undefined;
}
