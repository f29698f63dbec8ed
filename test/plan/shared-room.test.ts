import { container, planning, planOf, Settings } from './helpers';

/** Six of them fit on a t3.micro, which registers 921 MiB. */
const SMALL = [container('web', { memory: 150 })];
const ON_TWO: Settings = { instanceType: 't3.micro', minCapacity: 2, maxCapacity: 2 };

function replicas(tasks: number, memoryMiB: number): object {
  return { name: `r${tasks}`, hostPorts: [], rules: [], tasks, demand: { memoryMiB, cpuUnits: 0, networkInterfaces: 0, gpus: 0 } };
}

function daemon(memoryMiB: number): object {
  return { name: 'agent', hostPorts: [], rules: [], demand: { memoryMiB, cpuUnits: 0, networkInterfaces: 0, gpus: 0 } };
}

function settings(desired: number, ...neighbors: readonly object[]): Settings {
  return { ...ON_TWO, scheduling: { kind: 'replicas', desired }, neighbors: neighbors as Settings['neighbors'] };
}

function codes(given: Settings): string[] {
  return planning(given, SMALL).problems.map(({ rule }) => rule.code).filter((code) => /^DR40(6|73|78)|^DR411/.test(code));
}

test('replicas of other services need no room on every instance, only on all of them together', () => {
  expect(codes(settings(1, replicas(1, 600), replicas(1, 600)))).toEqual([]);
  expect(codes(settings(1, daemon(600), daemon(600)))).toEqual(['DR4060']);
});

test.each<[string, Settings, string[]]>([
  ['what two instances surely have', settings(2, replicas(1, 1542)), []],
  ['one more', settings(2, replicas(1, 1543)), ['DR4117']],
  ['what two instances have if all goes well', settings(2, replicas(2, 874)), ['DR4117']],
  ['one more than that', settings(2, replicas(2, 875)), ['DR4116']],
  ['daemons on both instances, and replicas', settings(2, daemon(300), replicas(1, 942)), []],
  ['the same with one MiB more', settings(2, daemon(300), replicas(1, 943)), ['DR4117']],
  ['more than there is on a group of unknown size', { ...settings(2, replicas(9, 900)), maxCapacity: { unresolved: 'maxCapacity' } }, []],
  ['more than there is of an unknown type', { ...settings(2, replicas(9, 900)), instanceType: { unresolved: 'instanceType' } }, []],
  ['one task per instance beside replicas', { ...settings(2, replicas(2, 771)), scheduling: undefined }, []],
  ['the same with one MiB more', { ...settings(2, replicas(2, 772)), scheduling: undefined }, ['DR4117']],
])('services that take %s', (_, given, expected) => {
  expect(codes(given)).toEqual(expected);
});

test.each<[string, number, readonly object[]]>([
  ['all tasks where nobody else is', 100, []],
  ['all that fit beside others on the one instance that stays', 50, [replicas(1, 750)]],
  ['none where others may fill the instance that stays', 0, [replicas(1, 900)]],
  ['as many as there is room for beside daemons', 100, [daemon(150)]],
])('a rollout keeps %s', (_, percent, neighbors) => {
  expect(planOf(settings(2, ...neighbors), SMALL).service.minHealthyPercent).toBe(percent);
});

test('schedules of a group that another service brought count', () => {
  const night = [{ name: 'night', recurrence: '0 20 * * *', minCapacity: 1, maxCapacity: 1 }];
  const twice: Settings = { ...ON_TWO, scheduling: { kind: 'one-per-instance' } };
  expect(planOf(twice, SMALL).service.minHealthyPercent).toBe(50);
  expect(planOf({ ...twice, groupSchedules: night }, SMALL).service.minHealthyPercent).toBe(0);
});
