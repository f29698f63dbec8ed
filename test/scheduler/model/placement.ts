import { Instance, TaskKind, World } from './world';

/** Whether an instance still has what one more task takes. Tasks that are stopping hold theirs. */
export function hasRoom(world: World, instance: Instance, kind: TaskKind, isDistinct: boolean): boolean {
  const tasks = world.on(instance).length;
  if (isDistinct && tasks > 0) return false;
  if (kind.hostPorts.length > 0 && tasks > 0) return false;
  const after = tasks + 1;
  return (
    after * kind.cpu <= world.kind.cpu
    && after * kind.memory <= world.kind.memory
    && after * kind.interfaces <= world.kind.interfaces
  );
}

/**
 * The instance that a replica goes to: in the zone with the fewest tasks, and there where the fewest are; none without
 * room.
 */
export function place(world: World, kind: TaskKind, isDistinct: boolean): Instance | undefined {
  const free = world.instances.filter(
    (instance) => instance.state === 'active' && hasRoom(world, instance, kind, isDistinct),
  );
  const inZone = (zone: number) => world.tasks.filter(({ instance }) => instance.zone === zone).length;
  return [...free].sort(
    (a, b) => inZone(a.zone) - inZone(b.zone) || world.on(a).length - world.on(b).length || a.id - b.id,
  )[0];
}
