import { DaemonScheduler } from './daemon-scheduler';
import { GroupFigures, InstanceUpdate, scaleWithTasks } from './group';
import { ReplicaFigures, ReplicaScheduler } from './replica-scheduler';
import { Scheduler, ServiceFigures } from './scheduler';
import { ShiftFigures, ShiftScheduler } from './shift-scheduler';
import { InstanceKind, World } from './world';

export type Operation = 'deploy' | 'deploy-broken' | 'replace-instances';

/** A service on instances, in the middle of nothing. */
export interface Situation {
  readonly instance: InstanceKind;
  readonly zones: number;
  /** How many instances run. */
  readonly running: number;
  readonly service:
    { readonly daemon: ServiceFigures } | { readonly replicas: ReplicaFigures } | { readonly shifted: ShiftFigures };
  readonly group: GroupFigures;
}

export interface Outcome {
  /** `unplaced`: the tasks never came up in the first place. */
  readonly end: 'finished' | 'rolled-back' | 'stuck' | 'unplaced';
  /** The lowest number of healthy tasks on the way. */
  readonly lowest: number;
}

/** What becomes of a service while its task or its instances are replaced. */
export function roll({ instance, zones, running, service, group }: Situation, operation: Operation): Outcome {
  const scheduler = schedulerOf(service);
  let lowest = Infinity;
  const world: World = new World(instance, zones, () => {
    scheduler.react(world);
    lowest = Math.min(lowest, scheduler.healthy(world));
  }, (task) => scheduler.failed(world, task));
  for (let count = 0; count < running; count++) world.launch('old');
  if (!world.clock.run(() => world.instances.every(({ state }) => state === 'active') && scheduler.isSteady(world))) {
    return { end: 'unplaced', lowest: 0 };
  }

  lowest = scheduler.healthy(world);
  if (operation === 'replace-instances') {
    const update = new InstanceUpdate(world, group);
    return { end: world.clock.run(() => update.isDone && scheduler.isSteady(world)) ? 'finished' : 'stuck', lowest };
  }
  if (!('daemon' in service)) scaleWithTasks(world, scheduler, group.max);
  world.broken = operation === 'deploy-broken' ? 'new' : undefined;
  scheduler.target = 'new';
  world.settle();
  const deadline = world.clock.now + scheduler.patienceSeconds;
  const isOver =
    world.clock.run(() => scheduler.isSteady(world) || world.clock.now > deadline) && scheduler.isSteady(world);
  return { end: isOver ? (scheduler.target === 'new' ? 'finished' : 'rolled-back') : 'stuck', lowest };
}

function schedulerOf(service: Situation['service']): Scheduler {
  if ('daemon' in service) return new DaemonScheduler(service.daemon);
  return 'shifted' in service ? new ShiftScheduler(service.shifted) : new ReplicaScheduler(service.replicas);
}
