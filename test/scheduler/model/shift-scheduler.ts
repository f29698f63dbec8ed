import { place } from './placement';
import { ReplicaFigures } from './replica-scheduler';
import { highest, lowest, Scheduler, stopSpare } from './scheduler';
import { Task, Version, World } from './world';

export interface ShiftFigures extends Omit<ReplicaFigures, 'hasBreaker'> {
  /** How long requests take to move, with all bake times. */
  readonly shiftSeconds: number;
}

/** How long a version may take to come up. */
const STAGE_SECONDS = 24 * 3600;

/** How long Amazon ECS waits before it tries again to start a task that keeps failing: at first, and at most. */
const PAUSES = [10, 27 * 60] as const;

/**
 * Blue/green, linear and canary deployments: the new version comes up as a whole beside the old one, requests move, and
 * only then the old one stops. No circuit breaker: AWS says both that it is for these too and that it is not.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
export class ShiftScheduler implements Scheduler {
  readonly patienceSeconds = 36 * 3600;
  target: Version = 'old';
  unplaced = 0;
  /** The version that clients count on. */
  private serving: Version = 'old';
  private stage: 'none' | 'scaling up' | 'shifting' = 'none';
  private pause: number = PAUSES[0];
  private isPaused = false;

  constructor(private readonly figures: ShiftFigures) {}

  react(world: World): void {
    this.unplaced = 0;
    if (this.target !== this.serving && this.stage === 'none') this.begin(world);
    for (const version of new Set([this.serving, this.target])) this.fill(world, version);
    this.stopOthers(world);
    if (this.stage === 'scaling up' && this.count(world, this.target, 'healthy') === this.figures.desired) {
      this.shift(world);
    }
  }

  failed(world: World, { version }: Task): void {
    if (version === this.serving || this.isPaused) return;
    this.isPaused = true;
    world.clock.after(this.pause, () => {
      this.isPaused = false;
      world.settle();
    });
    this.pause = Math.min(this.pause * 2, PAUSES[1]);
  }

  isSteady(world: World): boolean {
    const { desired } = this.figures;
    return (
      this.target === this.serving
      && world.tasks.length === desired
      && this.count(world, this.serving, 'healthy') === desired
    );
  }

  /** While requests move, both versions have some: what counts is the one with fewer tasks. */
  healthy(world: World): number {
    const versions = this.stage === 'shifting' ? [this.serving, this.target] : [this.serving];
    return Math.min(
      ...versions.map(
        (version) => world.tasks.filter((task) => task.version === version && task.state === 'healthy').length,
      ),
    );
  }

  private begin(world: World): void {
    this.stage = 'scaling up';
    world.clock.after(STAGE_SECONDS, () => {
      if (this.stage === 'scaling up') this.finish(world, this.serving);
    });
  }

  private shift(world: World): void {
    this.stage = 'shifting';
    world.clock.after(this.figures.shiftSeconds, () => this.finish(world, this.target));
  }

  private finish(world: World, version: Version): void {
    this.stage = 'none';
    this.target = version;
    this.serving = version;
    world.settle();
  }

  private fill(world: World, version: Version): void {
    const { desired, kind, isDistinct, maxHealthyPercent } = this.figures;
    if (version !== this.serving && this.isPaused) return;
    const running = world.tasks.filter((task) => task.version === version).length;
    for (
      let count = Math.min(desired - this.count(world, version), highest(desired, maxHealthyPercent) - running);
      count > 0;
      count--
    ) {
      const instance = place(world, kind, isDistinct);
      if (instance) {
        world.start(version, instance);
      } else {
        this.unplaced++;
      }
    }
  }

  private stopOthers(world: World): void {
    const { desired, minHealthyPercent } = this.figures;
    const isWanted = ({ version }: Task) => version === this.serving || version === this.target;
    const going = world.tasks.filter(({ state }) => state !== 'stopping');
    for (const task of going.filter((each) => !isWanted(each))) world.stop(task);
    stopSpare(
      world, going.filter((task) => isWanted(task) && task.instance.state === 'draining'),
      lowest(desired, minHealthyPercent),
    );
  }

  private count(world: World, wanted: Version, only?: Task['state']): number {
    const stays = ({ version, instance, state }: Task) =>
      version === wanted && instance.state === 'active' && state !== 'stopping';
    return world.tasks.filter((task) => stays(task) && (only === undefined || task.state === only)).length;
  }
}
