import { InstanceRange } from '../instances/instance-range';
import { MAX_TASKS } from './scheduling';

/** What a rollout has to get along with. */
export interface RolloutRoom {
  readonly instances: InstanceRange;
  /** How many tasks an instance holds. */
  readonly slots: number;
  /** How many fewer all of them hold together, because of the replicas of other services. */
  readonly lost: number;
  readonly maxHealthyPercent: number;
  /** Whether all tasks of both versions run at once. */
  readonly runsTwice: boolean;
}

/** The lowest number of healthy tasks that Amazon ECS keeps: it rounds up. */
export function healthyTasks(count: number, minHealthyPercent: number): number {
  return Math.ceil(count * minHealthyPercent / 100);
}

/** The highest number of tasks that Amazon ECS runs: it rounds down. */
export function mostTasks(count: number, maxHealthyPercent: number): number {
  return Math.floor(count * maxHealthyPercent / 100);
}

/** The most of `count` replicas that can stay healthy while tasks, or the instances below them, are replaced. */
export function mostKept(count: number, room: RolloutRoom): number {
  const { instances, slots, lost, maxHealthyPercent, runsTwice } = room;
  const mayStart = mostTasks(count, maxHealthyPercent) > count;
  const hasRoom = instances.max * slots - lost > count;
  const duringDeployment = runsTwice || (mayStart && hasRoom) ? count : count - 1;
  const duringReplacement = mayStart ? count : count - 1;
  return Math.max(0, Math.min(duringDeployment, duringReplacement, placesDuringReplacement(count, room)));
}

/**
 * The tasks that the other instances hold while one is drained. The group is taken to be packed as tightly as managed
 * scaling packs it, and cannot grow on its own meanwhile; CloudFormation lets it grow by one if too few stayed in
 * service.
 */
function placesDuringReplacement(count: number, { instances, slots, lost }: RolloutRoom): number {
  const running = Math.min(instances.max, Math.max(instances.min, Math.ceil((count + lost) / slots), 1));
  const others = running - 1 < instances.inService && running < instances.max ? running : running - 1;
  return others === 0 ? 0 : Math.max(0, others * slots - lost);
}

/** The most of the tasks on `count` instances that can stay healthy while each instance replaces its own. */
export function mostDaemonsKept(count: number): number {
  return Math.max(0, count - 1);
}

/** The highest percentage that is never more than `kept` tells of any number of tasks. */
export function highestPercent(from: number, to: number, kept: (count: number) => number): number {
  let percent = 100;
  for (let count = Math.max(1, from); count <= Math.min(to, MAX_TASKS); count++) {
    percent = Math.min(percent, Math.floor((100 * kept(count)) / count));
  }
  return percent;
}

/** The least number of tasks of which a percentage keeps so many healthy that nothing could be replaced. */
export function stalledAt(
  from: number, to: number, minHealthyPercent: number, kept: (count: number) => number,
): number | undefined {
  for (let count = Math.max(1, from); count <= Math.min(to, MAX_TASKS); count++) {
    if (healthyTasks(count, minHealthyPercent) > kept(count)) return count;
  }
  return undefined;
}
