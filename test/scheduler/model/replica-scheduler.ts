import { place } from './placement';
import { highest, lowest, PATIENCE_SECONDS, Scheduler, ServiceFigures, stopSpare } from './scheduler';
import { Task, Version, World } from './world';

export interface ReplicaFigures extends ServiceFigures {
  readonly desired: number;
  readonly isDistinct: boolean;
  readonly hasBreaker: boolean;
}

/**
 * A number of tasks, wherever there is room.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html
 */
export class ReplicaScheduler implements Scheduler {
  readonly patienceSeconds = PATIENCE_SECONDS;
  target: Version = 'old';
  unplaced = 0;
  private failures = 0;

  constructor(private readonly figures: ReplicaFigures) {}

  react(world: World): void {
    const { desired, kind, isDistinct, minHealthyPercent, maxHealthyPercent } = this.figures;
    const staying = world.tasks.filter((task) => this.stays(task));
    const room = highest(desired, maxHealthyPercent) - world.tasks.length;
    this.unplaced = 0;
    for (let count = Math.min(desired - staying.length, room); count > 0; count--) {
      const instance = place(world, kind, isDistinct);
      if (instance) {
        world.start(this.target, instance);
      } else {
        this.unplaced++;
      }
    }
    const going = world.tasks.filter((task) => task.state !== 'stopping' && !this.stays(task));
    const drained = (task: Task) => (task.instance.state === 'draining' ? 0 : 1);
    stopSpare(world, [...going].sort((a, b) => drained(a) - drained(b)), lowest(desired, minHealthyPercent));
  }

  /** The circuit breaker goes back to the version that last worked. */
  failed(_world: World, { version }: Task): void {
    if (version !== this.target) return;
    this.failures++;
    const threshold = Math.min(200, Math.max(3, Math.ceil(this.figures.desired / 2)));
    if (this.figures.hasBreaker && this.failures >= threshold) this.target = 'old';
  }

  healthy(world: World): number {
    return world.healthy;
  }

  isSteady(world: World): boolean {
    return (
      world.tasks.length === this.figures.desired
      && world.tasks.every((task) => this.stays(task) && task.state === 'healthy')
    );
  }

  private stays({ version, instance, state }: Task): boolean {
    return version === this.target && instance.state === 'active' && state !== 'stopping';
  }
}
