import { DockerrunSpec } from '../../../spec/model';
import { NetworkModeName } from '../../network/network';
import { WorkerSettings, dispatcherFields } from '../../worker/worker';
import { allInstanceTypes, InstanceType } from './instance-type';
import { registeredMemory } from './registered-memory';

/** What one task takes away from its instance. */
export interface TaskDemand {
  readonly memoryMiB: number;
  readonly cpuUnits: number;
  readonly networkInterfaces: number;
  readonly gpus: number;
}

/** `tight`: it may fit, or does under a condition. */
export type Verdict = 'fits' | 'tight' | 'exceeds';

/** How tasks that share an instance fit on a type. */
export interface Fit {
  readonly demand: TaskDemand;
  /** `tight`: below the nominal memory, but above what such instances are sure to register. */
  readonly memory: Verdict;
  readonly cpu: Verdict;
  /** `tight`: only with the account setting awsvpcTrunking. */
  readonly networkInterfaces: Verdict;
  readonly gpus: Verdict;
}

/** Where to look when the family has nothing large enough: what is on sale in all larger regions. */
const ALTERNATIVES = { x86_64: ['m7i', 'r7i'], arm64: ['m7g', 'r7g'] } as const;
const ALTERNATIVES_WITH_GPUS = ['g6'] as const;

/** What decides beside the file on how much a task takes. */
export interface TaskShape {
  readonly networkMode?: NetworkModeName;
  readonly worker?: WorkerSettings;
  /** Present on Beanstalk, whose daemon is in the place of a dispatcher. */
  readonly beanstalk?: object;
}

/**
 * What Amazon ECS reserves for a task without limits of its own: for each container its soft limit, else its hard one.
 */
export function demandOf(spec: DockerrunSpec, { networkMode, ...shape }: TaskShape): TaskDemand {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const gpus = spec.containers
    .flatMap(({ resourceRequirements = [] }) => resourceRequirements)
    .filter(({ type }) => type === 'GPU');
  return {
    memoryMiB:
      sum(spec.containers.map(({ memoryReservation, memory = 0 }) => memoryReservation ?? memory))
      + dispatcherMemory(shape),
    cpuUnits: sum(spec.containers.map(({ cpu = 0 }) => cpu)),
    networkInterfaces: networkMode === 'awsvpc' ? 1 : 0,
    gpus: sum(gpus.map(({ value }) => Number(value) || 0)),
  };
}

/** What the container takes that posts messages. */
function dispatcherMemory({ worker, beanstalk }: TaskShape): number {
  if (beanstalk || worker?.consumer.kind !== 'dispatcher') return 0;
  return worker.consumer.memoryLimitMiB ?? dispatcherFields.memoryLimitMiB.fallback;
}

/** What tasks that share an instance take together. */
export function sumOf(demands: readonly TaskDemand[]): TaskDemand {
  const sum = (key: keyof TaskDemand) => demands.reduce((total, demand) => total + demand[key], 0);
  return {
    memoryMiB: sum('memoryMiB'),
    cpuUnits: sum('cpuUnits'),
    networkInterfaces: sum('networkInterfaces'),
    gpus: sum('gpus'),
  };
}

/** What an instance surely has for tasks. */
export function sureRoom(type: InstanceType): TaskDemand {
  const { cpuUnits, gpus, networkInterfaces } = type;
  return { memoryMiB: registeredMemory(type).memoryMiB, cpuUnits, gpus, networkInterfaces: networkInterfaces - 1 };
}

/** What an instance has for tasks if all goes well: all its memory, and the interfaces that awsvpcTrunking gives. */
export function bestRoom({ memoryMiB, cpuUnits, gpus, networkInterfaces, trunkedTasks }: InstanceType): TaskDemand {
  return { memoryMiB, cpuUnits, gpus, networkInterfaces: Math.max(networkInterfaces - 1, trunkedTasks) };
}

export function fitOf(demands: readonly TaskDemand[], type: InstanceType): Fit {
  const demand = sumOf(demands);
  const [sure, best] = [sureRoom(type), bestRoom(type)];
  const verdictOn = (key: keyof TaskDemand) => verdict(demand[key], sure[key], best[key]);
  return {
    demand,
    memory: verdictOn('memoryMiB'),
    cpu: verdictOn('cpuUnits'),
    networkInterfaces: verdictOn('networkInterfaces'),
    gpus: verdictOn('gpus'),
  };
}

/**
 * The smallest type that surely fits: of the same family, else of the same architecture or with GPUs; none when no type
 * does.
 */
export function smallestFit(demands: readonly TaskDemand[], like: InstanceType): string | undefined {
  const candidates = [...allInstanceTypes()].filter((type) => isOrdinary(type) && fits(fitOf(demands, type)));
  const smallestOf = (...families: readonly string[]) =>
    smallest(candidates.filter(({ family }) => families.includes(family)));
  const alternatives = sumOf(demands).gpus > 0 ? ALTERNATIVES_WITH_GPUS : ALTERNATIVES[like.architecture];
  return smallestOf(like.family) ?? smallestOf(...alternatives);
}

function fits({ memory, cpu, networkInterfaces, gpus }: Fit): boolean {
  return [memory, cpu, networkInterfaces, gpus].every((each) => each === 'fits');
}

function smallest(types: readonly InstanceType[]): string | undefined {
  return [...types].sort((a, b) => a.memoryMiB - b.memoryMiB || a.cpuUnits - b.cpuUnits)[0]?.name;
}

/** Bare metal costs as much as the largest size and starts slowly. */
function isOrdinary({ name }: InstanceType): boolean {
  return !name.includes('.metal');
}

function verdict(demand: number, surely: number, atMost: number): Verdict {
  if (demand <= surely) return 'fits';
  return demand <= atMost ? 'tight' : 'exceeds';
}
