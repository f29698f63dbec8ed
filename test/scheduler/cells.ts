import { Operation } from './model/rollout';

/** One combination of everything that a rollout depends on. */
export interface Cell {
  /** How many replicas; nothing for one task on every instance. */
  readonly desired: number | undefined;
  /** Between which numbers service auto scaling may change that of replicas; nothing when it is fixed. */
  readonly range?: readonly [min: number, max: number];
  /** How requests move to a new version; rolling when absent. */
  readonly strategy?: 'blue-green' | 'linear' | 'canary';
  readonly networkMode: 'bridge' | 'awsvpc' | 'host' | 'none';
  readonly ports: PortKind;
  readonly bounds: readonly [min: number, max: number];
  readonly instanceType: string;
  /** Whether the group is at its maximum, or as small as its tasks let it be. */
  readonly isFull: boolean;
  readonly operation: Operation;
}

/** `unserved`: a port of the host that no listener leads to. */
export type PortKind = 'static' | 'unserved' | 'dynamic' | 'none';

const MODES: readonly [Cell['networkMode'], readonly PortKind[]][] = [
  ['bridge', ['static', 'unserved', 'dynamic', 'none']],
  ['awsvpc', ['static']],
  ['host', ['static']],
  ['none', ['none']],
];
const BOUNDS: readonly Cell['bounds'][] = [[1, 1], [1, 2], [2, 2], [1, 4], [2, 4], [3, 3], [3, 6], [6, 6]];
const COUNTS = [undefined, 1, 2, 3, 4, 6, 9];
const OPERATIONS: readonly Operation[] = ['deploy', 'deploy-broken', 'replace-instances'];

/** What the types have for tasks, as instances registered it. */
export const INSTANCE_KINDS: Readonly<
  Record<string, { readonly cpu: number; readonly memory: number; readonly interfaces: number }>
> = {
  't3.small': { cpu: 2048, memory: 1901, interfaces: 2 },
  'm5.large': { cpu: 2048, memory: 7680, interfaces: 2 },
};

/** What the planner is asked about; how the instances stand and what is done to them comes after. */
export type Request = Omit<Cell, 'isFull' | 'operation'>;

export function allRequests(instanceTypes: readonly string[]): Request[] {
  return COUNTS.flatMap((desired) =>
    MODES.flatMap(([networkMode, kinds]) =>
      kinds.flatMap((ports) =>
        BOUNDS.flatMap((bounds) =>
          instanceTypes.map((instanceType) => ({ desired, networkMode, ports, bounds, instanceType })),
        ),
      ),
    ),
  );
}

/** Replicas whose number changes: what is planned once has to hold for each of them. */
const RANGES: readonly (readonly [number, number])[] = [[1, 4], [3, 9]];

export function rangeRequests(instanceTypes: readonly string[]): Request[] {
  const requests = allRequests(instanceTypes).filter(({ desired }) => desired === 1);
  return requests.flatMap((request) => RANGES.flatMap((range) => {
    const [min, max] = range;
    return [min, min + 1, max - 1, max].map((desired) => ({ ...request, desired, range }));
  }));
}

/**
 * Replicas of which both versions run at once. Only some have a load balancer, without which nothing moves in steps.
 */
export function shiftRequests(instanceTypes: readonly string[]): Request[] {
  return allRequests(instanceTypes)
    .filter(({ desired }) => desired !== undefined)
    .flatMap((request) =>
      (request.ports === 'none' ? (['blue-green'] as const) : (['blue-green', 'canary'] as const)).map((strategy) => ({
        ...request, strategy,
      })),
    );
}

/** What may happen to a service. */
export function cellsOf(request: Request): Cell[] {
  return [true, false].flatMap((isFull) => OPERATIONS.map((operation) => ({ ...request, isFull, operation })));
}

export function show({ isFull, operation, ...request }: Cell): string {
  return `${operation}: ${showRequest(request)}${isFull ? ', all running' : ''}`;
}

export function showRequest({ desired, range, strategy, networkMode, ports, bounds, instanceType }: Request): string {
  const tasks = desired === undefined ? 'daemon' : `${desired} replicas${range ? ` of ${range.join(' to ')}` : ''}`;
  return (
    `${tasks}${strategy ? ` (${strategy})` : ''}, ${networkMode}, ${ports} ports, ${bounds.join(' to ')} `
    + `${instanceType}`
  );
}
