import { DaemonScheduler } from './model/daemon-scheduler';
import { GroupFigures } from './model/group';
import { place } from './model/placement';
import { ReplicaFigures } from './model/replica-scheduler';
import { Operation, Outcome, roll, Situation } from './model/rollout';
import { highest, lowest } from './model/scheduler';
import { ShiftFigures } from './model/shift-scheduler';
import { World } from './model/world';

/*
 * The model against what the pages of AWS say in words and figures.
 */

const TASK = { cpu: 256, memory: 512, interfaces: 0, hostPorts: [] };
const GROUP: GroupFigures = {
  max: 4, minInService: 2, batch: 1, waitsForSignals: true, drains: true, signalsWithTask: false,
};

type Rest = Partial<Omit<Situation, 'group'>> & { readonly group?: Partial<GroupFigures> };

function outcome(operation: Operation, replicas: Partial<ReplicaFigures>, rest: Rest = {}): Outcome {
  const figures = {
    kind: TASK,
    desired: 4,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    isDistinct: false,
    hasBreaker: true,
    ...replicas,
  };
  const { group, ...around } = rest;
  const usual = {
    instance: { cpu: 2048, memory: 2048, interfaces: 2 }, zones: 2, running: 2, service: { replicas: figures },
  };
  return roll({ ...usual, ...around, group: { ...GROUP, ...group } }, operation);
}

describe('Amazon ECS rounds', () => {
  test.each([
    [4, 50, 2], [2, 75, 2], [3, 67, 3], [3, 66, 2], [1, 1, 1], [1, 0, 0],
  ])('the minimum of %d tasks and %d %% up to %d', (count, percent, expected) => {
    expect(lowest(count, percent)).toBe(expected);
  });

  test.each([
    [4, 200, 8], [3, 125, 3], [3, 134, 4], [1, 199, 1],
  ])('the maximum of %d tasks and %d %% down to %d', (count, percent, expected) => {
    expect(highest(count, percent)).toBe(expected);
  });
});

describe('a deployment of replicas', () => {
  test('keeps every task where there is room for twice as many', () => {
    expect(outcome('deploy', {})).toEqual({ end: 'finished', lowest: 4 });
  });

  test('finishes with room for a single task more', () => {
    expect(outcome('deploy', { desired: 7 }, { group: { max: 2 } })).toEqual({ end: 'finished', lowest: 7 });
  });

  test('adds instances where there is none', () => {
    expect(outcome('deploy', { desired: 8 })).toEqual({ end: 'finished', lowest: 8 });
  });

  test('is stuck where it may add none either', () => {
    expect(outcome('deploy', { desired: 8 }, { group: { max: 2 } })).toEqual({ end: 'stuck', lowest: 8 });
  });

  test('stops two of four tasks to make room, at half of them', () => {
    expect(outcome('deploy', { minHealthyPercent: 50, maxHealthyPercent: 100 })).toEqual({
      end: 'finished', lowest: 2,
    });
  });

  test('is stuck between 75 % of two and 100 %', () => {
    expect(outcome('deploy', { desired: 2, minHealthyPercent: 75, maxHealthyPercent: 100 })).toEqual({
      end: 'stuck', lowest: 2,
    });
  });

  test('is stuck when it may run 125 % of three', () => {
    expect(outcome('deploy', { desired: 3, maxHealthyPercent: 125 })).toEqual({ end: 'stuck', lowest: 3 });
  });

  test('finds a host port in use on every instance', () => {
    expect(outcome('deploy', { desired: 2, kind: { ...TASK, hostPorts: ['80/tcp'] } }, { group: { max: 2 } })).toEqual({
      end: 'stuck', lowest: 2,
    });
    expect(outcome('deploy', { desired: 2, kind: { ...TASK, hostPorts: ['80/tcp'] } }, { group: { max: 3 } })).toEqual({
      end: 'finished', lowest: 2,
    });
  });

  test('runs out of network interfaces before memory', () => {
    const kind = { ...TASK, interfaces: 1 };
    expect(outcome('deploy', { kind }, { group: { max: 2 } })).toEqual({ end: 'stuck', lowest: 4 });
    expect(outcome('deploy', { kind, desired: 3 }, { group: { max: 2 } })).toEqual({ end: 'finished', lowest: 3 });
  });

  test('takes cpu for full, too', () => {
    expect(outcome('deploy', { kind: { ...TASK, cpu: 1024 } }, { group: { max: 2 } })).toEqual({
      end: 'stuck', lowest: 4,
    });
  });

  test('goes back once three tasks failed, and stays as it is without the circuit breaker', () => {
    expect(outcome('deploy-broken', {})).toEqual({ end: 'rolled-back', lowest: 4 });
    expect(outcome('deploy-broken', { hasBreaker: false })).toEqual({ end: 'stuck', lowest: 4 });
  });

  test('never begins where the tasks do not fit', () => {
    expect(outcome('deploy', { desired: 9 })).toEqual({ end: 'unplaced', lowest: 0 });
  });
});

describe('the replacement of instances', () => {
  test('adds one first when too few would stay in service', () => {
    expect(outcome('replace-instances', { desired: 8 })).toEqual({ end: 'finished', lowest: 8 });
  });

  test('is stuck when all tasks have to stay and the others are full', () => {
    expect(outcome('replace-instances', { desired: 8 }, { group: { minInService: 1 } })).toEqual({
      end: 'stuck', lowest: 8,
    });
    expect(outcome('replace-instances', { desired: 8, minHealthyPercent: 50 }, { group: { minInService: 1 } })).toEqual(
      { end: 'finished', lowest: 4 },
    );
  });

  test('is stuck when tasks may neither stop nor start', () => {
    expect(outcome('replace-instances', { maxHealthyPercent: 100 })).toEqual({ end: 'stuck', lowest: 4 });
  });

  test('loses the tasks of an instance that is not drained, and the next ones before those are back', () => {
    expect(outcome('replace-instances', {}, { group: { drains: false } })).toEqual({ end: 'finished', lowest: 0 });
  });
});

describe('a deployment that moves requests', () => {
  const FIGURES = {
    kind: TASK, desired: 4, minHealthyPercent: 100, maxHealthyPercent: 200, isDistinct: false, shiftSeconds: 600,
  };
  const shifted = (operation: Operation, figures: Partial<ShiftFigures> = {}, group: Partial<GroupFigures> = {}) =>
    outcome(operation, {}, { group, service: { shifted: { ...FIGURES, ...figures } } });

  test('keeps both versions at full count meanwhile', () => {
    expect(shifted('deploy')).toEqual({ end: 'finished', lowest: 4 });
  });

  test('adds instances for the second version', () => {
    expect(shifted('deploy', { desired: 8 })).toEqual({ end: 'finished', lowest: 8 });
  });

  test('goes back after a day without room for both, and the old version serves all the time', () => {
    expect(shifted('deploy', { desired: 8 }, { max: 3 })).toEqual({ end: 'rolled-back', lowest: 8 });
    expect(shifted('deploy', { desired: 8 }, { max: 4 })).toEqual({ end: 'finished', lowest: 8 });
  });

  test('needs twice as many instances where two tasks would fight for one', () => {
    expect(shifted('deploy', { desired: 2, isDistinct: true }, { max: 3 })).toEqual({ end: 'rolled-back', lowest: 2 });
    expect(shifted('deploy', { desired: 2, isDistinct: true }, { max: 4 })).toEqual({ end: 'finished', lowest: 2 });
  });

  test('goes back when the new version never comes up, without a circuit breaker', () => {
    expect(shifted('deploy-broken')).toEqual({ end: 'rolled-back', lowest: 4 });
  });

  test('minds its percentages while instances are replaced', () => {
    expect(shifted('replace-instances', { desired: 8 }, { minInService: 1 })).toEqual({ end: 'stuck', lowest: 8 });
    expect(shifted('replace-instances', { desired: 8, minHealthyPercent: 50 }, { minInService: 1 })).toEqual({
      end: 'finished', lowest: 4,
    });
  });
});

test('a task goes to the zone with the fewest, and there to the instance with the fewest', () => {
  const world = new World({ cpu: 2048, memory: 2048, interfaces: 2 }, 2, () => undefined, () => undefined);
  for (let count = 0; count < 3; count++) world.change(world.launch('old'), 'active');
  const places = [1, 2, 3, 4, 5].map(() => {
    const instance = place(world, TASK, false)!;
    world.start('old', instance);
    return [instance.id, instance.zone];
  });
  expect(places).toEqual([[1, 0], [2, 1], [3, 0], [2, 1], [1, 0]]);
});

describe('daemons', () => {
  const daemons = (operation: Operation, minHealthyPercent: number, rest: Partial<GroupFigures> = {}, running = 4) =>
    outcome(
      operation,
      {},
      {
        running,
        service: { daemon: { kind: TASK, minHealthyPercent, maxHealthyPercent: 100 } },
        group: { signalsWithTask: true, ...rest },
      },
    );

  test.each([
    [0, 'finished', 0], [50, 'finished', 2], [75, 'finished', 3], [76, 'stuck', 4], [100, 'stuck', 4],
  ])('keep %d %% of four: %s with %d', (percent, end, kept) => {
    expect(daemons('deploy', percent)).toEqual({ end, lowest: kept });
  });

  test('have nothing that takes a broken version back, but keep serving with the others', () => {
    expect(daemons('deploy-broken', 50)).toEqual({ end: 'stuck', lowest: 2 });
  });

  test('stop with their instance, whatever the percentage', () => {
    expect(daemons('replace-instances', 100)).toEqual({ end: 'finished', lowest: 3 });
    expect(daemons('replace-instances', 50, {}, 2)).toEqual({ end: 'finished', lowest: 2 });
  });

  test('count as served only once they answer', () => {
    expect(daemons('replace-instances', 50, { signalsWithTask: false }, 2)).toEqual({ end: 'finished', lowest: 1 });
    expect(daemons('replace-instances', 50, { waitsForSignals: false }, 2)).toEqual({ end: 'finished', lowest: 0 });
  });

  test('never find a place of their own', () => {
    expect(new DaemonScheduler({ kind: TASK, minHealthyPercent: 50, maxHealthyPercent: 100 }).unplaced).toBe(0);
  });
});
