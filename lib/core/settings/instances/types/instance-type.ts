import { Architecture, FAMILIES } from './families';

/** What is known of an instance type. */
export interface InstanceType {
  readonly name: string;
  readonly family: string;
  readonly architecture: Architecture;
  readonly cpuUnits: number;
  /** What AWS advertises; Amazon ECS registers less. */
  readonly memoryMiB: number;
  /** The primary interface of the instance is one of them. */
  readonly networkInterfaces: number;
  /**
   * How many tasks get an interface of their own with the account setting awsvpcTrunking; 0 when the type has no
   * trunks.
   */
  readonly trunkedTasks: number;
  readonly gpus: number;
}

const UNITS_PER_CPU = 1024;
const MIB_PER_GIB = 1024;

/** Every size, in the order of FAMILIES. */
const TYPES: ReadonlyMap<string, InstanceType> = new Map(FAMILIES.flatMap(([architecture, families, sizes]) =>
  families.split(' ').flatMap((entry) => sizes.split(', ').map((size) => parseSize(architecture, entry, size))))
  .map((type) => [type.name, type]));

/** The type of that name, unless the table does not have it. */
export function instanceTypeOf(name: string): InstanceType | undefined {
  return TYPES.get(name);
}

export function allInstanceTypes(): Iterable<InstanceType> {
  return TYPES.values();
}

/** Graviton families carry a `g` behind their generation: t4g, m7gd, c8gn; the first of them was a1. */
export function architectureOf(name: string): Architecture {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(name) ? 'arm64' : 'x86_64';
}

/** `m6a*4` and `large 2/3/10@8+1`, as FAMILIES explains them. */
function parseSize(architecture: Architecture, entry: string, text: string): InstanceType {
  const [family, ratio] = entry.split('*');
  const [size, figures] = text.split(' ');
  const [, cpus, interfaces, tasks = 0, gib, gpus = 0] = /^(\d+)\/(\d+)(?:\/(\d+))?(?:@([\d.]+))?(?:\+(\d+))?$/.exec(
    figures,
  )!;
  return {
    name: `${family}.${size}`, family, architecture,
    cpuUnits: Number(cpus) * UNITS_PER_CPU,
    memoryMiB: Math.round((gib === undefined ? Number(cpus) * Number(ratio) : Number(gib)) * MIB_PER_GIB),
    networkInterfaces: Number(interfaces),
    trunkedTasks: Number(tasks),
    gpus: Number(gpus),
  };
}
