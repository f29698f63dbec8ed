import { DaemonScheduler } from './daemon-scheduler';
import { GroupFigures, InstanceUpdate, scaleWithTasks } from './group';
import { ReplicaFigures, ReplicaScheduler } from './replica-scheduler';
import { Scheduler, ServiceFigures } from './scheduler';
import { InstanceKind, World } from './world';

export type Operation = 'deploy' | 'deploy-broken' | 'replace-instances';

/** How long anybody waits for a service; CloudFormation waits three hours. */
const PATIENCE_SECONDS = 3600;

/** A service on instances, in the middle of nothing. */
export interface Situation {
  readonly instance: InstanceKind;
  readonly zones: number;
  /** How many instances run. */
  readonly running: number;
  readonly service: { readonly daemon: ServiceFigures } | { readonly replicas: ReplicaFigures };
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
  const scheduler: Scheduler = 'daemon' in service ? new DaemonScheduler(service.daemon) : new ReplicaScheduler(service.replicas);
  let lowest = Infinity;
  const world: World = new World(instance, zones, () => {
    scheduler.react(world);
    lowest = Math.min(lowest, world.healthy);
  }, (task) => scheduler.failed(world, task));
  for (let count = 0; count < running; count++) world.launch('old');
  if (!world.clock.run(() => world.instances.every(({ state }) => state === 'active') && scheduler.isSteady(world))) return { end: 'unplaced', lowest: 0 };

  lowest = world.healthy;
  if (operation === 'replace-instances') {
    const update = new InstanceUpdate(world, group);
    return { end: world.clock.run(() => update.isDone && scheduler.isSteady(world)) ? 'finished' : 'stuck', lowest };
  }
  if (!('daemon' in service)) scaleWithTasks(world, scheduler, group.max);
  world.broken = operation === 'deploy-broken' ? 'new' : undefined;
  scheduler.target = 'new';
  world.settle();
  const deadline = world.clock.now + PATIENCE_SECONDS;
  const isOver = world.clock.run(() => scheduler.isSteady(world) || world.clock.now > deadline) && scheduler.isSteady(world);
  return { end: isOver ? (scheduler.target === 'new' ? 'finished' : 'rolled-back') : 'stuck', lowest };
}
