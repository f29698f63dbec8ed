import { Plan } from '../../lib/core/plan/ecs/plan';
import { ReplicaPlan } from '../../lib/core/plan/ecs/service/service-plan';
import { container, planning, Settings } from '../plan/helpers';
import { Cell, INSTANCE_KINDS, PortKind, Request } from './cells';
import { Situation } from './model/rollout';
import { ServiceFigures } from './model/scheduler';
import { TaskKind } from './model/world';

const MAPPINGS: Readonly<Record<PortKind, readonly object[]>> = {
  static: [{ hostPort: 80, containerPort: 80 }],
  unserved: [{ hostPort: 80, containerPort: 80 }, { hostPort: 8125, containerPort: 8125, protocol: 'udp' }],
  dynamic: [{ containerPort: 80 }],
  none: [],
};

export interface Answer {
  readonly request: Request;
  readonly plan: Plan | undefined;
  readonly codes: readonly string[];
}

const CPU = 256;
const MEMORY = 512;

/** What the planner makes of a request: figures, or nothing, and the codes of what it has to say. */
export function answer(request: Request): Answer {
  const {
    desired, range: [min, max] = [desired, desired], strategy, networkMode, ports, bounds: [minCapacity, maxCapacity],
    instanceType,
  } = request;
  const scheduling: Settings['scheduling'] =
    desired === undefined
      ? undefined
      : { kind: 'replicas', desired, min, max, strategy: strategy && { kind: strategy } };
  const task = container('web', { cpu: CPU, memory: MEMORY, portMappings: MAPPINGS[ports] });
  const { problems, plan } = planning({ networkMode, minCapacity, maxCapacity, instanceType, scheduling }, [task]);
  return { request, plan, codes: problems.map(({ rule }) => rule.code) };
}

/** What goes on in the account once the plan is deployed. */
export function situationOf(cell: Cell, { task, capacity, service }: Plan): Situation {
  const [min, max] = cell.bounds;
  const kind = kindOf(task);
  const { minHealthyPercent, maxHealthyPercent } = service;
  const figures = { kind, minHealthyPercent, maxHealthyPercent };
  const instance = INSTANCE_KINDS[cell.instanceType];
  const isDaemon = service.scheduling === 'DAEMON';
  const least = isDaemon
    ? min
    : Math.max(min, Math.ceil(service.desiredCount / holds(instance, kind, service.distinctInstance)));
  return {
    instance,
    zones: 2,
    running: cell.isFull ? max : least,
    group: {
      max,
      minInService: capacity.minInstancesInService,
      batch: 1,
      waitsForSignals: true,
      drains: true,
      signalsWithTask: isDaemon,
    },
    service: isDaemon ? { daemon: figures } : replicasOf(service, figures),
  };
}

function replicasOf(
  { desiredCount, distinctInstance, rollback, strategy }: ReplicaPlan, figures: ServiceFigures,
): Situation['service'] {
  const replicas = { ...figures, desired: desiredCount, isDistinct: distinctInstance };
  if (strategy.kind === 'rolling') return { replicas: { ...replicas, hasBreaker: rollback } };
  return { shifted: { ...replicas, shiftSeconds: 60 * (strategy.bakeTime + strategy.stepBakeTime) } };
}

function kindOf({ networkMode, containers }: Plan['task']): TaskKind {
  const mappings =
    networkMode === 'awsvpc'
      ? []
      : containers.flatMap(({ portMappings }) => portMappings).filter(({ hostPort }) => hostPort > 0);
  return {
    cpu: CPU,
    memory: MEMORY,
    interfaces: networkMode === 'awsvpc' ? 1 : 0,
    hostPorts: mappings.map(({ hostPort, protocol }) => `${hostPort}/${protocol}`),
  };
}

/** How many tasks an empty instance holds. */
function holds(instance: Situation['instance'], kind: TaskKind, isDistinct: boolean): number {
  if (isDistinct || kind.hostPorts.length > 0) return 1;
  const interfaces = kind.interfaces === 0 ? Infinity : Math.floor(instance.interfaces / kind.interfaces);
  return Math.min(Math.floor(instance.cpu / kind.cpu), Math.floor(instance.memory / kind.memory), interfaces);
}

/** Whether the largest group holds all tasks there may be, judged by the file alone. */
export function mayHold(request: Request): boolean {
  const {
    desired = 0, range: [, most] = [desired, desired], strategy, networkMode, ports, bounds: [, max], instanceType,
  } = request;
  const isBound = ports === 'unserved' || (networkMode === 'host' && ports === 'static');
  const kind: TaskKind = { cpu: CPU, memory: MEMORY, interfaces: networkMode === 'awsvpc' ? 1 : 0, hostPorts: [] };
  return most * (strategy ? 2 : 1) <= max * holds(INSTANCE_KINDS[instanceType], kind, isBound);
}
