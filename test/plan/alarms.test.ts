import { AlarmPlan } from '../../lib/core/plan/ecs/service/alarm-plan';
import { AlarmsSettings } from '../../lib/core/settings/service/alarms';
import { container, decisionOf, planning, planOf, Settings, WEB } from './helpers';

const watched = (alarms: Partial<AlarmsSettings> = {}, settings: Settings = {}): Settings =>
  ({ alarms, ...settings });

const alarmsOf = (settings: Settings, containers?: readonly object[]): readonly AlarmPlan[] => planOf(settings, containers).alarms!.alarms;
const keysOf = (settings: Settings, containers?: readonly object[]): string[] => alarmsOf(settings, containers).map(({ key }) => key);
const alarmOf = (key: string, settings: Settings, containers?: readonly object[]): AlarmPlan | undefined =>
  alarmsOf(settings, containers).find((alarm) => alarm.key === key);

const WORKER = { consumer: { kind: 'polls' }, queue: false } as const;
const INSIGHTS = { containerInsights: 'enhanced' } as const;
const TCP = { port: 1883, protocol: 'TCP', instancePort: 80 } as const;
const replicas = (min: number): Settings => ({ scheduling: { kind: 'replicas', min, max: 4, desired: 2 } });

test('nothing is watched without a word', () => {
  expect(planOf()).toMatchObject({ alarms: null, dashboard: false });
});

test('an environment has the usual alarms, and a topic', () => {
  const plan = planOf(watched());
  expect(plan.alarms).toEqual({
    topic: 'new',
    alarms: [
      { key: 'UnhealthyHosts80', measure: { kind: 'unhealthy-hosts', front: 'application', target: 0, second: false }, threshold: 1, comparison: 'at-least', minutes: 5, missing: 'fine', rollsBack: false, description: 'Targets of listener 80 do not pass their health checks.' },
      { key: 'ServerErrors80', measure: { kind: 'server-errors', target: 0 }, threshold: 5, comparison: 'at-least', minutes: 5, missing: 'fine', rollsBack: false, description: 'Containers behind listener 80 answer with 5xx.' },
      { key: 'LoadBalancerErrors', measure: { kind: 'load-balancer-errors' }, threshold: 5, comparison: 'at-least', minutes: 5, missing: 'fine', rollsBack: false, description: 'The load balancer answers with 5xx itself, as when no container takes a request.' },
      { key: 'MissingTasks', measure: { kind: 'missing-tasks', of: 'service' }, threshold: 1, comparison: 'at-most', minutes: 10, missing: 'alarming', rollsBack: false, description: 'Fewer tasks run than should.' },
      { key: 'Cpu', measure: { kind: 'cpu', of: 'cluster' }, threshold: 90, comparison: 'at-least', minutes: 15, missing: 'fine', rollsBack: false, description: 'The CPU is almost used up.' },
      { key: 'Memory', measure: { kind: 'memory', of: 'service' }, threshold: 90, comparison: 'at-least', minutes: 15, missing: 'fine', rollsBack: false, description: 'The memory is almost used up.' },
    ],
  });
  expect(decisionOf(plan, 'alarm unhealthyHosts')).toMatchObject({ choice: '1 or more for 5 min', source: 'default' });
  expect(decisionOf(plan, 'alarm deadLetters')).toMatchObject({
    topic: 'alarm deadLetters', choice: 'none', source: 'derived', reason: 'There is nothing to measure: no dead-letter queue is made for the service.',
  });
});

test('thresholds and the time are yours', () => {
  const settings = watched({ topic: true, serverErrorPercent: 0.5, breachDuration: 2, without: ['cpu'] });
  expect(planOf(settings).alarms!.topic).toBe('given');
  expect(alarmsOf(settings).map(({ minutes }) => minutes)).toEqual([2, 2, 2, 2, 2]);
  expect(alarmOf('ServerErrors80', settings)).toMatchObject({ threshold: 0.5 });
  expect(alarmOf('LoadBalancerErrors', settings)).toMatchObject({ threshold: 0.5 });
  expect(decisionOf(planOf(settings), 'alarm serverErrorPercent')).toMatchObject({ choice: '0.5 % or more for 2 min', source: 'prop' });
  expect(decisionOf(planOf(settings), 'alarm cpuPercent')).toMatchObject({ choice: 'none', reason: 'You left it out.' });
});

describe('missing tasks', () => {
  test.each<[string, Settings, Partial<AlarmPlan> | undefined]>([
    ['the minimum of replicas', watched({}, replicas(2)), { threshold: 1, comparison: 'at-most', missing: 'alarming' }],
    ['two below the minimum', watched({ missingTasks: 2 }, replicas(2)), { threshold: 0, comparison: 'at-most', missing: 'alarming' }],
    ['one instance at least when nobody knows', watched({}, { minCapacity: { unresolved: 'minCapacity' } }), { threshold: 0, comparison: 'at-most', missing: 'alarming' }],
    ['Container Insights', watched({}, { ...INSIGHTS, ...replicas(2) }), { measure: { kind: 'missing-tasks', of: 'insights' }, threshold: 1, comparison: 'at-least', missing: 'alarming' }],
    ['Container Insights where there may be no task', watched({}, { ...INSIGHTS, ...replicas(0) }), { threshold: 1, comparison: 'at-least', missing: 'fine' }],
    ['nothing where there may be no task', watched({}, replicas(0)), undefined],
  ])('are counted with %s', (_, settings, expected) => {
    const alarm = alarmOf('MissingTasks', settings);
    if (!expected) expect(alarm).toBeUndefined();
    else expect(alarm).toMatchObject(expected);
  });
});

describe('CPU and memory are shares', () => {
  test.each<[string, object, string, string]>([
    ['of what is reserved', { cpu: 256 }, 'service', 'service'],
    ['of the instances where nothing is reserved', {}, 'cluster', 'service'],
    ['of the instances where less is reserved than the limit', { cpu: 256, memoryReservation: 64 }, 'service', 'cluster'],
    ['of the instances without a limit', { memory: undefined, memoryReservation: 64 }, 'cluster', 'cluster'],
  ])('%s', (_, rest, cpu, memory) => {
    const containers = [container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }], ...rest })];
    expect(alarmOf('Cpu', watched(), containers)!.measure).toEqual({ kind: 'cpu', of: cpu });
    expect(alarmOf('Memory', watched(), containers)!.measure).toEqual({ kind: 'memory', of: memory });
  });

  test('the dispatcher reserves no CPU', () => {
    const containers = [container('web', { cpu: 256, portMappings: [{ hostPort: 80, containerPort: 80 }] })];
    const worker = { consumer: { kind: 'dispatcher' }, queue: false } as const;
    expect(alarmOf('Cpu', watched({}, { worker }), containers)!.measure).toEqual({ kind: 'cpu', of: 'cluster' });
  });

  test('a service may use more CPU than it reserves', () => {
    const containers = [container('web', { cpu: 256 })];
    expect(alarmOf('Cpu', watched({ cpuPercent: 1000 }), containers)!.threshold).toBe(1000);
    expect(planning(watched({ cpuPercent: 1000.5 }), containers).problems.map(({ message }) => message))
      .toContain('alarms.cpuPercent must be above 0 and at most 1000, got 1000.5.');
  });
});

describe('what is watched', () => {
  test('each target group, also those of a Network Load Balancer', () => {
    const rule = { pathPatterns: ['/api/*'], instancePort: 80 };
    const keys = keysOf(watched({}, { listeners: [{ port: 80, rules: [rule] }, TCP] }));
    expect(keys).toEqual([
      'UnhealthyHosts80', expect.stringMatching(/^UnhealthyHosts80Rule/), 'NetworkUnhealthyHosts1883',
      'ServerErrors80', expect.stringMatching(/^ServerErrors80Rule/), 'LoadBalancerErrors', 'MissingTasks', 'Cpu', 'Memory',
    ]);
  });

  test('no answers of a Network Load Balancer', () => {
    expect(keysOf(watched({}, { listeners: [TCP] }))).toEqual(['NetworkUnhealthyHosts1883', 'MissingTasks', 'Cpu', 'Memory']);
  });

  test('the second target groups too', () => {
    const settings = watched({}, { scheduling: { kind: 'replicas', strategy: { kind: 'canary' }, deploymentAlarms: 1 } });
    expect(keysOf(settings).filter((key) => key.includes('UnhealthyHosts'))).toEqual(['UnhealthyHosts80', 'SecondUnhealthyHosts80']);
  });

  test('the queues of a worker', () => {
    expect(keysOf(watched({}, { worker: WORKER }))).toEqual(['MissingTasks', 'Cpu', 'Memory', 'OldestMessage', 'DeadLetters']);
    expect(keysOf(watched({}, { worker: { ...WORKER, queue: true } }))).toEqual(['MissingTasks', 'Cpu', 'Memory', 'OldestMessage']);
  });

  test.each<[number | undefined, number | undefined, number]>([
    [undefined, undefined, 3600], [1801, undefined, 3602], [1800, 7200, 3600], [3600, 7200, 3600], [undefined, 3600, 1800],
  ])('a message that is worked on for up to %p s and kept for %p s is old after %d s', (visibilityTimeout, retentionPeriod, threshold) => {
    expect(alarmOf('OldestMessage', watched({}, { worker: { ...WORKER, visibilityTimeout, retentionPeriod } }))!.threshold).toBe(threshold);
  });

  test('a queue of yours has an hour', () => {
    expect(alarmOf('OldestMessage', watched({}, { worker: { ...WORKER, queue: true } }))!.threshold).toBe(3600);
  });
});

describe('unhealthy targets take a deployment back', () => {
  test('when they are told to', () => {
    const plan = planOf(watched({ rollbackOnUnhealthyHosts: true }, { listeners: [{ port: 80 }, TCP] }));
    expect(plan.alarms!.alarms.filter(({ rollsBack }) => rollsBack).map(({ key }) => key)).toEqual(['UnhealthyHosts80', 'NetworkUnhealthyHosts1883']);
    expect(plan.service.alarmBakeTime).toBe(5);
    expect(decisionOf(plan, 'deployment alarms').choice).toBe('2');
    expect(decisionOf(plan, 'rollback on unhealthy targets').choice).toBe('yes');
  });

  test('beside the alarms that you name', () => {
    expect(decisionOf(planOf(watched({ rollbackOnUnhealthyHosts: true }, { scheduling: { kind: 'one-per-instance', deploymentAlarms: 2 } })), 'deployment alarms').choice).toBe('3');
  });

  test('for as long as the alarm takes', () => {
    expect(planOf(watched({ rollbackOnUnhealthyHosts: true, breachDuration: 12 })).service.alarmBakeTime).toBe(12);
    expect(planOf(watched({ breachDuration: 12 })).service.alarmBakeTime).toBeNull();
  });

  test('so that a blue/green deployment is watched', () => {
    const codes = (alarms: Partial<AlarmsSettings>) => planning(watched(alarms, { scheduling: { kind: 'replicas', strategy: { kind: 'blue-green' } } })).problems.map(({ rule }) => rule.code);
    expect(codes({ rollbackOnUnhealthyHosts: true })).not.toContain('DR4086');
    expect(codes({})).toContain('DR4086');
  });
});

test('a dashboard is asked for', () => {
  const plan = planOf({ dashboard: true });
  expect(plan.dashboard).toBe(true);
  expect(decisionOf(plan, 'dashboard')).toMatchObject({ choice: 'yes', source: 'prop' });
});

test('every boundary of a figure is allowed', () => {
  const most = { unhealthyHosts: 1000, serverErrorPercent: 100, missingTasks: 2, cpuPercent: 100, memoryPercent: 100 } as const;
  const least = { unhealthyHosts: 1, serverErrorPercent: 0.01, missingTasks: 1, cpuPercent: 0.01, memoryPercent: 0.01 } as const;
  expect(alarmsOf(watched({ ...most, breachDuration: 1440 }), [WEB])).toHaveLength(6);
  expect(alarmsOf(watched({ ...least, breachDuration: 1 }), [WEB])).toHaveLength(6);
  const messages = (seconds: number) => watched({ oldestMessageAge: seconds }, { worker: WORKER });
  expect([60, 345_599].map((seconds) => alarmOf('OldestMessage', messages(seconds))!.threshold)).toEqual([60, 345_599]);
  expect([59, 345_600].flatMap((seconds) => planning(messages(seconds)).problems.map(({ rule }) => rule.code)).filter((code) => ['DR4004', 'DR4125'].includes(code))).toHaveLength(2);
  expect(planning(watched({ missingTasks: 5000 }, INSIGHTS)).plan).toBeDefined();
  expect(planning(watched({ missingTasks: 5001 }, INSIGHTS)).plan).toBeUndefined();
});
