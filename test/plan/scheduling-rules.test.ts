import { OnePerInstanceSettings, ReplicaSettings, TriggerSettings } from '../../lib/core/settings/service/scheduling';
import { container, planning, Settings, WEB } from './helpers';

/*
 * Where each rule about scheduling begins and ends. The whole messages with their hints are in test/cases/target.
 */

const WORKER = container('worker');

function codes(settings: Settings, containers: readonly object[] = [WEB]): string[] {
  return planning(settings, containers).problems.map(({ rule }) => rule.code).filter((code) => code.startsWith('DR407'));
}

const replicas = (rest: Omit<ReplicaSettings, 'kind'>): Settings => ({ scheduling: { kind: 'replicas', ...rest } });
const daemon = (rest: Omit<OnePerInstanceSettings, 'kind'>): Settings => ({ scheduling: { kind: 'one-per-instance', ...rest } });
const trigger = (rest: TriggerSettings): Settings => daemon({ triggers: [rest] });
const LARGE: Settings = { maxCapacity: 5000, instanceType: 'm7i.4xlarge' };

test.each<[string, Settings]>([
  ['no task for now', replicas({ desired: 0, max: 1 })],
  ['as many tasks as a service may have', { ...LARGE, ...replicas({ desired: 5000 }) }],
  ['a minimum of 0 %', replicas({ minHealthyPercent: 0 })],
  ['a minimum of 100 %', replicas({ minHealthyPercent: 100 })],
  ['a maximum of 100 %', replicas({ maxHealthyPercent: 100 })],
  ['half of two daemons', daemon({ minHealthyPercent: 50 })],
  ['three of four daemons', { minCapacity: 4, ...daemon({ minHealthyPercent: 75 }) }],
  ['a target of all the CPU', replicas({ targetCpuPercent: 100 })],
  ['more than 100 requests a minute', replicas({ requestsPerTarget: 1000 })],
  ['a step at 0 and one at 100 %', replicas({ max: 4, steps: [{ metric: 'cpu', threshold: 0, change: -1 }, { metric: 'cpu', threshold: 100, change: 5 }] })],
  ['a trigger of one minute', trigger({ period: 1, breachDuration: 1 })],
  ['a trigger of ten hours', trigger({ breachDuration: 600 })],
  ['a trigger without pause', daemon({ triggers: [{}], cooldown: 0 })],
  ['a trigger with the longest pause', daemon({ triggers: [{}], cooldown: 10000 })],
  ['a trigger on the load balancer', trigger({ metric: 'RequestCount', statistic: 'Sum', lowerThreshold: 10, upperThreshold: 100 })],
  ['rebalancing of replicas', replicas({ availabilityZoneRebalancing: true })],
  ['the longest bake time', replicas({ strategy: { kind: 'blue-green', bakeTime: 1440 } })],
  ['a deployment of 33 hours in two steps', replicas({ strategy: { kind: 'linear', stepPercent: 50, stepBakeTime: 1440, bakeTime: 540 } })],
  ['a deployment of 33 hours in three', replicas({ strategy: { kind: 'linear', stepPercent: 33.4, stepBakeTime: 990, bakeTime: 0 } })],
  ['a canary of 33 hours', replicas({ strategy: { kind: 'canary', stepBakeTime: 1440, bakeTime: 540 } })],
  ['a canary of a thousandth', replicas({ strategy: { kind: 'canary', percent: 0.1 } })],
])('nothing is said about %s', (_, settings) => {
  expect(codes(settings)).toEqual([]);
});

test.each<[string, Settings, string]>([
  ['tasks beyond what a service may have', { ...LARGE, ...replicas({ desired: 5001 }) }, 'DR4070'],
  ['a negative minimum', replicas({ minHealthyPercent: -1 }), 'DR4070'],
  ['a maximum of 99 %', replicas({ maxHealthyPercent: 99 }), 'DR4070'],
  ['a desired number below the minimum', replicas({ desired: 1, min: 2 }), 'DR4070'],
  ['a target of 0', replicas({ targetMemoryPercent: 0 }), 'DR4070'],
  ['half a task', replicas({ max: 4, steps: [{ metric: 'cpu', threshold: 75, change: 0.5 }] }), 'DR4070'],
  ['a breach of no time', trigger({ breachDuration: 0 }), 'DR4070'],
  ['half a minute', trigger({ period: 0.5 }), 'DR4070'],
  ['no period at all', trigger({ evaluationPeriods: 0 }), 'DR4070'],
  ['one threshold for both sides', trigger({ lowerThreshold: 6000000 }), 'DR4071'],
  ['a pause that is too long', daemon({ triggers: [{}], cooldown: 10001 }), 'DR4070'],
  ['a statistic that nobody knows', trigger({ statistic: 'Median' as 'Average' }), 'DR4070'],
  ['51 % of two daemons', daemon({ minHealthyPercent: 51 }), 'DR4072'],
  ['76 % of four daemons', { minCapacity: 4, ...daemon({ minHealthyPercent: 76 }) }, 'DR4072'],
  ['1 % of a single daemon', { minCapacity: 1, ...daemon({ minHealthyPercent: 1 }) }, 'DR4072'],
  ['a bake time beyond a day', replicas({ strategy: { kind: 'blue-green', bakeTime: 1441 } }), 'DR4070'],
  ['a deployment beyond 33 hours', replicas({ strategy: { kind: 'linear', stepPercent: 50, stepBakeTime: 1440, bakeTime: 541 } }), 'DR4075'],
  ['one step more', replicas({ strategy: { kind: 'linear', stepPercent: 33.3, stepBakeTime: 990, bakeTime: 0 } }), 'DR4075'],
  ['33 hours and the usual ten minutes', replicas({ strategy: { kind: 'linear', stepPercent: 33.4, stepBakeTime: 990 } }), 'DR4075'],
  ['a canary beyond 33 hours', replicas({ strategy: { kind: 'canary', stepBakeTime: 1440, bakeTime: 541 } }), 'DR4075'],
])('%s: refused', (_, settings, code) => {
  const { plan } = planning(settings, [WEB]);
  expect(codes(settings)).toContain(code);
  expect(plan).toBeUndefined();
});

test('blue and green need no load balancer, a canary does', () => {
  expect(codes(replicas({ strategy: { kind: 'blue-green' } }), [WORKER])).toEqual([]);
  expect(codes(replicas({ strategy: { kind: 'canary' } }), [WORKER])).toEqual(['DR4075']);
});

test('what fits exactly is not refused, one more is', () => {
  const on = (desired: number, settings: Settings = {}) => codes({ maxCapacity: 2, instanceType: 'm5.large', networkMode: 'awsvpc', ...replicas({ desired }), ...settings });
  expect([on(4), on(5), on(20), on(21)]).toEqual([[], ['DR4078'], ['DR4078'], ['DR4073']]);
});

test('both versions have to fit where both run at once', () => {
  const twice = (desired: number) => codes({ maxCapacity: 2, instanceType: 't3.micro', ...replicas({ desired, strategy: { kind: 'blue-green' } }) });
  expect([twice(7), twice(8), twice(9)]).toEqual([[], ['DR4078'], ['DR4073']]);
});

test('nothing is refused for a number of instances that is a token', () => {
  const later: Settings = { minCapacity: { unresolved: 'minCapacity' }, maxCapacity: { unresolved: 'maxCapacity' } };
  expect(codes({ ...later, ...daemon({ minHealthyPercent: 100 }) })).toEqual([]);
  expect(codes({ ...later, networkMode: 'host', ...replicas({ desired: 50, minHealthyPercent: 100 }) })).toEqual([]);
});

test('daemons are proposed for replicas that fill each instance, and the other way round where one instance is too few', () => {
  const bound: Settings = { networkMode: 'host', maxCapacity: 3 };
  expect(codes({ ...bound, ...replicas({ desired: 3 }) })).toEqual(['DR4079']);
  expect(codes({ ...bound, ...replicas({ desired: 2 }) })).toEqual([]);
  expect(codes({ minCapacity: 1 })).toEqual(['DR4079']);
  expect(codes({ minCapacity: 1, networkMode: 'host' })).toEqual([]);
  expect(codes({ minCapacity: 1, maxCapacity: 1 })).toEqual([]);
});

test.each<[string, number, readonly object[], readonly string[]]>([
  ['none', 0, [WEB], []],
  ['the longest', 2_147_483_647, [WEB], []],
  ['more', 2_147_483_648, [WEB], ['must be a whole number of seconds between 0 and 2147483647, got 2147483648.']],
  ['a fraction', 1.5, [WEB], ['must be a whole number of seconds between 0 and 2147483647, got 1.5.']],
  ['some without a load balancer', 30, [WORKER], ['must be left out where no load balancer leads to the service, got 30 seconds.']],
])('a health check grace: %s', (_, healthCheckGracePeriod, containers, expected) => {
  for (const scheduling of [replicas({ healthCheckGracePeriod }), daemon({ healthCheckGracePeriod })]) {
    const said = planning(scheduling, containers).problems.filter(({ rule }) => ['DR4070', 'DR4172'].includes(rule.code)).map(({ message }) => message);
    expect(said).toEqual(expected.map((message) => `scheduling.healthCheckGracePeriod ${message}`));
  }
});

describe('scaling on the CPU', () => {
  const warned = (scheduling: object, settings: Settings = {}, rest: object = {}) => planning({ ...settings, scheduling: { kind: 'replicas', min: 1, ...scheduling } }, [{ ...WEB, ...rest }])
    .problems.filter(({ rule }) => rule.code === 'DR4171').map(({ message }) => message.split(' should')[0]);

  test.each<[string, object, Settings, object, readonly string[]]>([
    ['a range that nothing else scales', { max: 2 }, {}, {}, ['scheduling.max, which the CPU decides on,']],
    ['a number that is fixed', { max: 1 }, {}, {}, []],
    ['a target', { targetCpuPercent: 60 }, {}, {}, ['scheduling.targetCpuPercent']],
    ['a target with a reservation', { targetCpuPercent: 60 }, {}, { cpu: 1 }, []],
    ['a reservation of nothing', { targetCpuPercent: 60 }, {}, { cpu: 0 }, ['scheduling.targetCpuPercent']],
    ['another target', { max: 2, requestsPerTarget: 100 }, {}, {}, []],
    ['the backlog of a queue', { max: 2 }, { worker: { consumer: { kind: 'polls' }, queue: false, backlogPerTask: 10 }, listeners: [] }, {}, []],
    ['the clock', { max: 2, schedules: [{ name: 'Night', schedule: 'rate(1 day)', max: 1 }] }, {}, {}, []],
  ])('without reservations is warned of: %s', (_, scheduling, settings, rest, expected) => {
    expect(warned(scheduling, settings, rest)).toEqual(expected);
  });
});
