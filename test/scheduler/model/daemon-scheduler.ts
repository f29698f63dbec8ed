import { hasRoom } from './placement';
import { lowest, PATIENCE_SECONDS, Scheduler, ServiceFigures, stopSpare } from './scheduler';
import { Instance, Version, World } from './world';

/**
 * One task on every active instance, never two. No circuit breaker: nobody documents that one works for daemons.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html
 */
export class DaemonScheduler implements Scheduler {
  readonly patienceSeconds = PATIENCE_SECONDS;
  target: Version = 'old';
  unplaced = 0;

  constructor(private readonly figures: ServiceFigures) {}

  react(world: World): void {
    const active = world.instances.filter(({ state }) => state === 'active');
    for (const task of world.tasks) {
      if (task.instance.state === 'draining' && task.state !== 'stopping') world.stop(task);
    }
    for (const instance of active) {
      if (world.on(instance).length === 0 && hasRoom(world, instance, this.figures.kind, true)) {
        world.start(this.target, instance);
      }
    }
    const outdated = world.tasks.filter(({ version, state }) => version !== this.target && state !== 'stopping');
    stopSpare(world, outdated, lowest(active.length, this.figures.minHealthyPercent));
  }

  failed(): void {}

  healthy(world: World): number {
    return world.healthy;
  }

  isSteady(world: World): boolean {
    const serves = (instance: Instance) =>
      world.on(instance).every(({ version, state }) => version === this.target && state === 'healthy');
    return (
      world.tasks.length === world.instances.length
      && world.instances.every((instance) => world.on(instance).length === 1 && serves(instance))
    );
  }
}

