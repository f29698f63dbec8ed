import { allInstanceTypes, architectureOf, InstanceType, instanceTypeOf } from '../../lib/core/settings/instances/types/instance-type';

const types = [...allInstanceTypes()];

function typeOf(name: string): InstanceType {
  const type = instanceTypeOf(name);
  if (!type) throw new Error(`no ${name}`);
  return type;
}

/** vCPUs, GiB, tasks with an interface of their own without and with trunking; 0 for no trunking. */
function figuresOf(name: string): readonly number[] {
  const { cpuUnits, memoryMiB, networkInterfaces, trunkedTasks } = typeOf(name);
  return [cpuUnits / 1024, memoryMiB / 1024, networkInterfaces - 1, trunkedTasks];
}

/* From the pages of AWS, by hand: the sizes at the ends of families, and those that break a row. */
test.each<[string, number, number, number, number]>([
  ['t2.micro', 1, 1, 1, 0], ['t2.2xlarge', 8, 32, 2, 0], ['t3.nano', 2, 0.5, 1, 0], ['t3.medium', 2, 4, 2, 0], ['t3.2xlarge', 8, 32, 3, 0],
  ['t3a.small', 2, 2, 1, 0], ['t4g.small', 2, 2, 2, 0], ['a1.medium', 1, 2, 1, 10], ['a1.metal', 16, 32, 7, 0],
  ['m4.large', 2, 8, 1, 0], ['c4.large', 2, 3.75, 2, 0], ['c4.8xlarge', 36, 60, 7, 0], ['r4.large', 2, 15.25, 2, 0], ['m3.medium', 1, 3.75, 1, 0],
  ['m5.large', 2, 8, 2, 10], ['m5.metal', 96, 384, 14, 0], ['m5d.metal', 96, 384, 14, 120], ['c5.large', 2, 4, 2, 10], ['c5.18xlarge', 72, 144, 14, 120],
  ['c5a.8xlarge', 32, 64, 7, 0], ['r5.8xlarge', 32, 256, 7, 0], ['c5n.large', 2, 5.25, 2, 0], ['c5n.18xlarge', 72, 192, 14, 0], ['m5n.large', 2, 8, 2, 0],
  ['m6i.8xlarge', 32, 128, 7, 90], ['m6i.12xlarge', 48, 192, 7, 120], ['m6g.medium', 1, 4, 1, 4], ['m6g.12xlarge', 48, 192, 7, 60],
  ['m6in.32xlarge', 128, 512, 15, 120], ['r6id.xlarge', 4, 32, 3, 20], ['m7i-flex.large', 2, 8, 2, 4], ['m7i-flex.4xlarge', 16, 64, 7, 40],
  ['c7g.medium', 1, 2, 1, 4], ['m8i.12xlarge', 48, 192, 11, 120], ['m8i.96xlarge', 384, 1536, 23, 120], ['r8gn.24xlarge', 96, 768, 23, 120],
  ['x2gd.medium', 1, 16, 1, 10], ['x2iedn.xlarge', 4, 128, 3, 13], ['i4i.32xlarge', 128, 1024, 14, 498], ['i7i.12xlarge', 48, 384, 7, 90],
  ['i8ge.3xlarge', 12, 96, 5, 29], ['g5.48xlarge', 192, 768, 6, 120], ['g6e.48xlarge', 192, 1536, 39, 120], ['p4d.24xlarge', 96, 1152, 59, 120],
  ['p5.48xlarge', 192, 2048, 63, 242],
])('%s has %d vCPUs, %d GiB, %d interfaces for tasks, %d with trunking', (name, ...figures) => {
  expect(figuresOf(name)).toEqual(figures);
});

test.each([['t3.medium', 0], ['g4dn.xlarge', 1], ['g4dn.12xlarge', 4], ['g5.16xlarge', 1], ['g6.48xlarge', 8], ['gr6.4xlarge', 1], ['p4de.24xlarge', 8]])('%s has %d GPUs', (name, gpus) => {
  expect(typeOf(name).gpus).toBe(gpus);
});

test('no type is listed twice', () => {
  const names = types.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.length).toBeGreaterThan(1200);
});

test('every figure is a whole number that a machine can have', () => {
  const odd = types.filter(({ cpuUnits, memoryMiB, networkInterfaces, trunkedTasks, gpus }) =>
    [cpuUnits, memoryMiB, networkInterfaces, trunkedTasks, gpus].some((figure) => !Number.isInteger(figure) || figure < 0)
    || cpuUnits < 1024 || memoryMiB < 512 || networkInterfaces < 2);
  expect(odd).toEqual([]);
});

test('a larger size of a family has no less of anything', () => {
  const ordinary = types.filter(({ name, gpus }) => !name.includes('.metal') && gpus === 0 && !name.startsWith('d3'));
  const shrunk = ordinary.filter((type, index) => ordinary[index + 1]?.family === type.family)
    .filter((type) => {
      const next = ordinary[ordinary.indexOf(type) + 1];
      return next.memoryMiB <= type.memoryMiB || next.cpuUnits < type.cpuUnits || next.networkInterfaces < type.networkInterfaces;
    });
  expect(shrunk).toEqual([]);
});

test('the name tells the architecture of every type', () => {
  expect(types.filter(({ name, architecture }) => architectureOf(name) !== architecture)).toEqual([]);
});

test.each(['t3.huge', 'c10x.large', '', 'constructor', 't3'])('%j is unknown', (name) => {
  expect(instanceTypeOf(name)).toBeUndefined();
});
