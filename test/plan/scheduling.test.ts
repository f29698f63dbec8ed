import { DecisionSource } from '../../lib/core/plan/decision';
import { DaemonPlan, ReplicaPlan } from '../../lib/core/plan/ecs/service/service-plan';
import { ReplicaSettings } from '../../lib/core/settings/service/scheduling';
import { container, decisionOf, planning, planOf, Settings, WEB } from './helpers';

const BOUND = container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }, { hostPort: 8125, containerPort: 8125, protocol: 'udp' }] });

const DAY = { name: 'Day', schedule: 'cron(0 8 * * ? *)', min: 3, max: 3 };

const replicas = (rest: Omit<ReplicaSettings, 'kind'> = {}): Settings => ({ scheduling: { kind: 'replicas', ...rest } });
const daemon = (rest: object = {}): Settings => ({ scheduling: { kind: 'one-per-instance', ...rest } });

function replicaPlan(settings: Settings, containers: readonly object[] = [WEB], rest: object = {}): ReplicaPlan {
  const { service } = planOf(settings, containers, rest);
  if (service.scheduling !== 'REPLICA') throw new Error('expected replicas');
  return service;
}

test.each<[object, string, string, DecisionSource]>([
  [{}, '2', 'It starts at the minimum; one serves while the other rolls.', DecisionSource.DERIVED],
  [{ desired: 3 }, '3', 'You chose it.', DecisionSource.PROP],
  [{ min: 3, max: 6 }, '3', 'It starts at the minimum; one serves while the other rolls.', DecisionSource.DERIVED],
  [{ desired: 4, min: 2, max: 8 }, '2', 'Auto scaling starts at the minimum; a number in the template would set it back at each deployment.', DecisionSource.DERIVED],
])('says how many replicas %j start', (options, choice, reason, source) => {
  expect(decisionOf(planOf(replicas(options)), 'desired tasks')).toMatchObject({ topic: 'desired tasks', choice, reason, source });
});

describe('one task per instance', () => {
  const USUAL: DaemonPlan = {
    scheduling: 'DAEMON', minHealthyPercent: 50, maxHealthyPercent: 100, rollback: true, healthCheckGracePeriod: 60, alarmBakeTime: null,
    secondTargetGroups: false,
  };

  test('is what happens without a word', () => {
    expect(planOf().service).toEqual(USUAL);
    expect(planOf(daemon())).toEqual({ ...planOf(), decisions: expect.anything() });
    expect(planOf().capacity.scaling).toBeNull();
  });

  test.each<[string, Settings, Partial<DaemonPlan>]>([
    ['its minimum as it was given', daemon({ minHealthyPercent: 25 }), { minHealthyPercent: 25 }],
    ['five minutes for alarms', daemon({ deploymentAlarms: 2 }), { alarmBakeTime: 5 }],
    ['nothing at times with one instance', daemon({ schedules: [{ name: 'Night', recurrence: '0 20 * * *', minCapacity: 1 }] }), { minHealthyPercent: 0 }],
    ['half where a schedule only adds', daemon({ schedules: [{ name: 'Day', recurrence: '0 8 * * *', minCapacity: 3 }] }), { minHealthyPercent: 50 }],
  ])('plans %s', (_, settings, expected) => {
    expect(planOf(settings).service).toEqual({ ...USUAL, ...expected });
  });

  test('checks no minimum against a number of instances that is a token', () => {
    const plan = planOf({ ...daemon({ minHealthyPercent: 50 }), minCapacity: { unresolved: 'minCapacity' } });
    expect(decisionOf(plan, 'minimum healthy percent')).toMatchObject({
      choice: '50', source: DecisionSource.PROP,
      reason: 'You chose it; minCapacity is known only at deployment, so nothing checks that it leaves a task that may be stopped.',
    });
  });

  test('keeps fewer instances in service where a schedule lowers the maximum', () => {
    const schedule = { name: 'Night', recurrence: '0 20 * * *', minCapacity: 1, maxCapacity: 2 };
    expect(planOf({ minCapacity: 3, maxCapacity: 6, ...daemon({ schedules: [schedule] }) }).capacity.minInstancesInService).toBe(1);
    expect(planOf({ minCapacity: 3, maxCapacity: 6 }).capacity.minInstancesInService).toBe(3);
  });

  test('has triggers with the figures of Beanstalk, and the unit of their metric', () => {
    const cpu = { metric: 'CPUUtilization', lowerThreshold: 20, upperThreshold: 75, breachDuration: 3, period: 2 };
    const { scaling } = planOf(daemon({ triggers: [{}, cpu] })).capacity;
    expect(scaling).toEqual({
      cooldown: 360,
      triggers: [
        {
          metric: 'NetworkOut', statistic: 'Average', unit: 'Bytes', period: 5, evaluationPeriods: 1,
          lowerThreshold: 2000000, lowerBreachScaleIncrement: -1, upperThreshold: 6000000, upperBreachScaleIncrement: 1, isLowWhenMissing: false,
        },
        {
          metric: 'CPUUtilization', statistic: 'Average', unit: 'Percent', period: 2, evaluationPeriods: 2,
          lowerThreshold: 20, lowerBreachScaleIncrement: -1, upperThreshold: 75, upperBreachScaleIncrement: 1, isLowWhenMissing: false,
        },
      ],
      schedules: [],
    });
  });

  test('leaves out schedules that are suspended', () => {
    const day = { name: 'Day', recurrence: '0 8 * * *', minCapacity: 3, suspend: true };
    const schedules = [day, { name: 'Once', startTime: '2030-01-01T00:00:00Z', desiredCapacity: 4 }];
    expect(planOf(daemon({ schedules })).capacity.scaling?.schedules).toEqual([
      { name: 'Once', minCapacity: null, maxCapacity: null, desiredCapacity: 4, recurrence: '', startTime: '2030-01-01T00:00:00Z', endTime: '' },
    ]);
  });
});

describe('replicas', () => {
  test('are two, none of which stops before another one serves', () => {
    expect(replicaPlan(replicas())).toEqual({
      scheduling: 'REPLICA', desiredCount: 2, minHealthyPercent: 100, maxHealthyPercent: 200, distinctInstance: false, zoneRebalancing: true,
      strategy: { kind: 'rolling', bakeTime: 0, percent: 0, stepBakeTime: 0 }, scaling: null,
      rollback: true, healthCheckGracePeriod: 60, alarmBakeTime: null, secondTargetGroups: false,
    });
  });

  test.each<[string, Settings, readonly object[], number]>([
    ['one place more than tasks, on other instances too', { ...replicas({ desired: 2 }), maxCapacity: 3 }, [BOUND], 100],
    ['no place more', { ...replicas({ desired: 3 }), maxCapacity: 3 }, [BOUND], 66],
    ['no place more for two', { ...replicas({ desired: 2 }), maxCapacity: 2 }, [BOUND], 50],
    ['one instance', { ...replicas({ desired: 2 }), maxCapacity: 1 }, [WEB], 0],
    ['room for all, but none for those of an instance that is drained', { ...replicas({ desired: 15 }), maxCapacity: 3, instanceType: 't3.micro' }, [WEB], 93],
    ['a maximum of 100 %', replicas({ desired: 4, maxHealthyPercent: 100 }), [WEB], 75],
    ['an instance type that is a token', { ...replicas({ desired: 50 }), instanceType: { unresolved: 'instanceType' } }, [WEB], 100],
    ['a maximum that is a token', { ...replicas({ desired: 2 }), maxCapacity: { unresolved: 'maxCapacity' } }, [BOUND], 50],
    ['three tasks at times, and two instances in service meanwhile', { ...replicas({ desired: 2, schedules: [DAY] }), maxCapacity: 4 }, [BOUND], 66],
  ])('keep what they can with %s', (_, settings, containers, percent) => {
    expect(replicaPlan(settings, containers).minHealthyPercent).toBe(percent);
  });

  test.each<[string, Settings, readonly object[], object, string]>([
    ['a host port that no listener leads to', {}, [BOUND], {}, 'host port 8125/udp'],
    ['every port in host mode', { networkMode: 'host' }, [WEB], {}, 'host port 8080/tcp'],
    [
      'a folder of the host that they write', {}, [container('web', { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] })],
      { volumes: [{ name: 'data', host: { sourcePath: '/srv/data' } }] }, '/srv/data',
    ],
    [
      'the log folder of Beanstalk', {}, [container('web', { mountPoints: [{ sourceVolume: 'awseb-logs-web', containerPath: '/l' }] })],
      {}, '/var/log/containers/web',
    ],
  ])('do not share an instance because of %s', (_, settings, containers, rest, bond) => {
    const plan = planOf({ ...replicas(), ...settings }, containers, rest);
    expect(plan.service).toMatchObject({ distinctInstance: true });
    expect(decisionOf(plan, 'placement')).toMatchObject({
      topic: 'placement', choice: 'one task per instance at most', source: DecisionSource.DERIVED, reason: `Two tasks on one instance would fight for ${bond}.`,
    });
  });

  test.each<[string, Settings, readonly object[], object]>([
    ['a port that a listener leads to', {}, [WEB], {}],
    ['ports in awsvpc mode', { networkMode: 'awsvpc' }, [WEB], {}],
    [
      'a folder of the host that they only read, and sockets',
      {}, [container('web', { mountPoints: [{ sourceVolume: 'data', containerPath: '/d', readOnly: true }, { sourceVolume: 'docker', containerPath: '/s' }] })],
      { volumes: [{ name: 'data', host: { sourcePath: '/srv/data' } }, { name: 'docker', host: { sourcePath: '/var/run/docker.sock' } }] },
    ],
    ['a folder of their own', {}, [container('web', { mountPoints: [{ sourceVolume: 'scratch', containerPath: '/d' }] })], { volumes: [{ name: 'scratch' }] }],
  ])('may share an instance in spite of %s', (_, settings, containers, rest) => {
    expect(replicaPlan({ ...replicas(), ...settings }, containers, rest).distinctInstance).toBe(false);
  });

  test('leave the ports behind listeners to the instance, in task and target alike', () => {
    const plan = planOf(replicas(), [BOUND]);
    expect(plan.task.containers[0].portMappings.map(({ hostPort }) => hostPort)).toEqual([0, 8125]);
    expect(plan.front!.listeners[0].action).toMatchObject({ kind: 'forward', target: { containerPort: 8080, hostPort: 0 } });
    expect(decisionOf(plan, 'host ports')).toMatchObject({
      topic: 'host ports', choice: 'dynamic', source: DecisionSource.DERIVED,
      reason: 'Replicas share an instance, which picks a port for each of them instead of 80 for web:8080; the load balancer knows them all.',
    });
    expect(planOf({ ...replicas(), networkMode: 'host' }).task.containers[0].portMappings[0].hostPort).toBe(8080);
  });

  test.each<[string, ReplicaSettings, boolean]>([
    ['where it is legal', { kind: 'replicas' }, true],
    ['not with a maximum of 100 %', { kind: 'replicas', maxHealthyPercent: 100 }, false],
    ['not where it was turned off', { kind: 'replicas', availabilityZoneRebalancing: false }, false],
  ])('are balanced over zones %s', (_, scheduling, expected) => {
    expect(replicaPlan({ scheduling }).zoneRebalancing).toBe(expected);
  });

  test.each<[string, ReplicaSettings['strategy'], ReplicaPlan['strategy']]>([
    ['blue-green', { kind: 'blue-green' }, { kind: 'blue-green', bakeTime: 10, percent: 0, stepBakeTime: 0 }],
    ['linear', { kind: 'linear' }, { kind: 'linear', bakeTime: 10, percent: 10, stepBakeTime: 6 }],
    ['canary', { kind: 'canary', bakeTime: 0, percent: 20 }, { kind: 'canary', bakeTime: 0, percent: 20, stepBakeTime: 10 }],
  ])('state every time of the strategy %s', (_, strategy, expected) => {
    expect(replicaPlan(replicas({ strategy })).strategy).toEqual(expected);
  });

  test.each<[string, ReplicaSettings['strategy'], readonly object[], boolean]>([
    ['two behind a load balancer with a canary', { kind: 'canary' }, [WEB], true],
    ['two where they roll on the way to one', { kind: 'rolling', secondTargetGroups: true }, [WEB], true],
    ['one where they roll', { kind: 'rolling' }, [WEB], false],
    ['none without a load balancer', { kind: 'blue-green' }, [container('jobs')], false],
  ])('have for each route target groups: %s', (_, strategy, containers, expected) => {
    const plan = planOf(replicas({ strategy }), containers);
    expect(plan.service.secondTargetGroups).toBe(expected);
    expect(plan.decisions.filter(({ topic }) => topic === 'target groups')).toMatchObject(expected ? [{
      topic: 'target groups', choice: 'two for each route', source: DecisionSource.DERIVED,
      reason: 'The versions take turns in them, and Amazon ECS moves requests from one to the other by the weights of a rule.',
    }] : []);
  });

  test('scale on the processor when there is a range and no word of how', () => {
    expect(replicaPlan(replicas({ min: 2, max: 4 })).scaling).toEqual({
      min: 2, max: 4, targets: [{ metric: 'cpu', target: 70, cooldown: 300 }], steps: [], schedules: [],
    });
  });

  test('add tasks while CPU is above 75 % for one minute', () => {
    const plan = planOf(replicas({ min: 2, max: 4, steps: [{ metric: 'cpu', threshold: 75, change: 1, cooldown: 120 }] }));
    const step = { metric: 'cpu', threshold: 75, change: 1, when: 'above', period: 1, evaluationPeriods: 1, cooldown: 120 };
    expect(plan.service).toMatchObject({ scaling: { targets: [], steps: [step] } });
    expect(decisionOf(plan, 'scaling on cpu')).toMatchObject({ choice: 'add 1', reason: 'Once it was above 75 % for 60 s; then nothing for 120 s.' });
  });

  test.each<[string, Omit<ReplicaSettings, 'kind'>, [number, number, number]]>([
    ['nothing', {}, [2, 2, 2]],
    ['the desired number', { desired: 5 }, [5, 5, 5]],
    ['the minimum', { min: 3 }, [3, 3, 3]],
    ['the maximum', { max: 1 }, [1, 1, 1]],
    ['the maximum above two', { max: 6 }, [2, 2, 6]],
    ['a target, which asks for a range', { targetCpuPercent: 50 }, [2, 2, 4]],
  ])('follow %s', (_, counts, [min, desired, max]) => {
    const { desiredCount, scaling } = replicaPlan(replicas(counts));
    expect([scaling?.min ?? desiredCount, desiredCount, scaling?.max ?? desiredCount]).toEqual([min, desired, max]);
  });

  test('are refused for a minimum that never lets any of them stop, and for nothing less', () => {
    const codes = (minHealthyPercent: number) =>
      planning({ ...replicas({ desired: 3, minHealthyPercent }), maxCapacity: 3 }, [BOUND]).problems.map(({ rule }) => rule.code);
    expect(codes(67)).toContain('DR4072');
    expect(codes(66)).not.toContain('DR4072');
  });
});
