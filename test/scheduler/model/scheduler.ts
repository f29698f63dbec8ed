import { Task, TaskKind, Version, World } from './world';

/** What Amazon ECS is told about a service. */
export interface ServiceFigures {
  readonly kind: TaskKind;
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
}

/** Amazon ECS, as far as one service goes. */
export interface Scheduler {
  /** The version that it brings about. */
  target: Version;
  /** How long anybody waits for it. */
  readonly patienceSeconds: number;
  /** How many tasks found no room. */
  readonly unplaced: number;
  /** Starts and stops what it may at this moment. */
  react(world: World): void;
  failed(world: World, task: Task): void;
  /** How many tasks clients can count on. */
  healthy(world: World): number;
  /** Whether exactly the tasks that should run do, and answer. */
  isSteady(world: World): boolean;
}

/** Less than the three hours after which CloudFormation gives up. */
export const PATIENCE_SECONDS = 3600;

/** The lower bound: rounded up. */
export function lowest(count: number, percent: number): number {
  return Math.ceil((count * percent) / 100);
}

/** The upper bound: rounded down. */
export function highest(count: number, percent: number): number {
  return Math.floor((count * percent) / 100);
}

/** Stops what has to go, as long as enough tasks stay healthy; those that answer nobody go at once. */
export function stopSpare(world: World, toGo: readonly Task[], keep: number): void {
  for (const task of toGo) {
    if (task.state !== 'healthy') world.stop(task);
    else if (world.healthy - 1 >= keep) world.stop(task);
  }
}
