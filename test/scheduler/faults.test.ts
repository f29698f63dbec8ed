/*
 * The planner with one of its functions replaced by one with a fault. What follows from it is its own work, and the
 * grid has to object; one of its objections is written out.
 */

type Grid = typeof import('./grid');
type Limits = typeof import('../../lib/core/settings/service/rollout-limits');
type Range = typeof import('../../lib/core/settings/instances/instance-range');
type Bonds = typeof import('../../lib/core/settings/traffic/host-bonds');
type Counts = typeof import('../../lib/core/settings/service/replica-counts');
type Capacity = typeof import('../../lib/core/plan/ecs/instances/capacity');
type Replicas = typeof import('../../lib/core/plan/ecs/service/replicas');

interface Fault {
  readonly module: string;
  /** The module with the fault, from the one without. */
  readonly replace: (actual: never) => object;
}

/** The objections of the grid to what a planner with a fault says. */
function objections({ module, replace }: Fault, which: 'answersFor' | 'answersForShifts'): string[] {
  const found: string[] = [];
  jest.isolateModules(() => {
    jest.doMock(module, () => ({
      ...jest.requireActual<object>(module), ...replace(jest.requireActual<never>(module)),
    }));
    const grid = jest.requireActual<Grid>('./grid');
    found.push(...grid.complaints(grid.deploy(grid[which]('t3.small'))));
  });
  jest.unmock(module);
  return found;
}

const fault = <M>(module: string, replace: (actual: M) => Partial<M>): Fault => ({
  module: `../../lib/core/${module}`, replace,
});
const limits = (replace: (actual: Limits) => Partial<Limits>) => fault<Limits>('settings/service/rollout-limits', replace);
const requireCounts = (): Counts => jest.requireActual('../../lib/core/settings/service/replica-counts');

test('nothing is wrong with what the planner says by itself', () => {
  expect(objections(limits(() => ({})), 'answersFor')).toEqual([]);
});

test.each<[string, Fault, 'answersFor' | 'answersForShifts', string]>([
  [
    'takes the most instances for the fewest',
    fault<Range>('settings/instances/instance-range', ({ instanceRange }) => ({
      instanceRange: (settings) => ({ ...instanceRange(settings), min: instanceRange(settings).max }),
    })),
    'answersFor',
    'deploy: daemon, bridge, static ports, 1 to 4 t3.small: stuck instead of finished',
  ],
  [
    'rounds a percentage up',
    limits(() => ({
      highestPercent: (from, to, kept) => {
        const counts = Array.from(
          { length: Math.min(to, 5000) - Math.max(1, from) + 1 }, (_, index) => Math.max(1, from) + index,
        );
        return Math.min(100, ...counts.map((count) => Math.ceil((100 * kept(count)) / count)));
      },
    })),
    'answersFor',
    'deploy: 3 replicas, host, static ports, 3 to 3 t3.small: stuck instead of finished',
  ],
  [
    'sees room for one more where there is none',
    limits(() => ({ mostKept: (count) => count })),
    'answersFor',
    'deploy: 3 replicas, bridge, unserved ports, 3 to 3 t3.small: stuck instead of finished',
  ],
  [
    'forgets that instances are drained',
    limits(({ mostKept }) => ({ mostKept: (count, room) => Math.max(count - 1, mostKept(count, room)) })),
    'answersFor',
    'replace-instances: 6 replicas, bridge, static ports, 2 to 2 t3.small: stuck instead of finished',
  ],
  [
    'lets replicas share an instance that fight for it',
    fault<Bonds>('settings/traffic/host-bonds', () => ({ hostBonds: () => [] })),
    'answersFor',
    'deploy: 2 replicas, bridge, unserved ports, 1 to 1 t3.small, all running: unplaced instead of finished',
  ],
  [
    'asks for no room for a second version',
    fault<Counts>('settings/service/replica-counts', () => ({
      neededPlaces: ({ scheduling }) =>
        scheduling?.kind === 'replicas' ? requireCounts().countRange(scheduling).max : undefined,
    })),
    'answersForShifts',
    'deploy: 2 replicas (blue-green), host, static ports, 3 to 3 t3.small: rolled-back instead of finished',
  ],
  [
    'keeps no instance in service while they are replaced',
    fault<Capacity>('plan/ecs/instances/capacity', ({ planCapacity }) => ({
      planCapacity: (...given) => ({ ...planCapacity(...given), minInstancesInService: 0 }),
    })),
    'answersFor',
    'replace-instances: daemon, bridge, static ports, 2 to 4 t3.small: 1 healthy instead of 2',
  ],
  [
    'lets no task start before one stopped, and keeps them all',
    fault<Replicas>('plan/ecs/service/replicas', ({ planReplicas }) => ({
      planReplicas: (...given) => ({ ...planReplicas(...given), maxHealthyPercent: 100 }),
    })),
    'answersFor',
    'deploy: 2 replicas, bridge, dynamic ports, 2 to 4 t3.small: stuck instead of finished',
  ],
])('a planner that %s', (_, made, which, objection) => {
  expect(objections(made, which)).toContain(objection);
});
