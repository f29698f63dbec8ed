import { servedMappings } from '../../../settings/traffic/host-bonds';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { TaskPlan } from '../plan';
import { ServicePlan } from '../service/service-plan';

interface Ported {
  readonly task: TaskPlan;
  readonly service: ServicePlan;
}

/** A container port behind a load balancer. */
interface Target {
  readonly containerName: string;
  readonly containerPort: number;
  readonly hostPort: number;
}

/**
 * In bridge mode, what a load balancer leads to needs no port of its own on the instance, so that replicas can share
 * one.
 */
export function withDynamicPorts<P extends Ported>(
  plan: P, spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions,
): P {
  if (plan.service.scheduling !== 'REPLICA' || plan.task.networkMode !== 'bridge') return plan;
  const served = new Set(servedMappings(spec, settings).filter(({ hostPort = 0 }) => hostPort > 0));
  const freed = spec.containers.flatMap(({ name = '', portMappings = [] }) =>
    portMappings
      .filter((mapping) => served.has(mapping))
      .map(({ containerPort = 0, hostPort = 0 }): Target => ({ containerName: name, containerPort, hostPort })),
  );
  if (freed.length === 0) return plan;
  const isFree = (target: Target) =>
    freed.some(
      ({ containerName, containerPort, hostPort }) =>
        target.containerName === containerName
        && target.containerPort === containerPort
        && target.hostPort === hostPort,
    );
  decisions.choose(
    'host ports',
    'dynamic',
    DecisionSource.DERIVED,
    `Replicas share an instance, which picks a port for each of them instead of ${freed
      .map(({ hostPort, containerName, containerPort }) => `${hostPort} for ${containerName}:${containerPort}`)
      .join(', ')}; the load balancer knows them all.`,
  );
  const containers = plan.task.containers.map((container) => ({
    ...container,
    portMappings: container.portMappings.map((mapping) =>
      isFree({ ...mapping, containerName: container.name }) && mapping.protocol === 'tcp'
        ? { ...mapping, hostPort: 0 }
        : mapping,
    ),
  }));
  return { ...freeTargets(plan, isFree), task: { ...plan.task, containers } };
}

/** The same with other host ports, wherever in it a target stands. */
function freeTargets<T>(part: T, isFree: (target: Target) => boolean): T {
  if (Array.isArray(part)) return part.map((item) => freeTargets(item, isFree)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, freeTargets(value, isFree)])) as T
    & object;
  return isTarget(copy) && isFree(copy) ? { ...copy, hostPort: 0 } : copy;
}

function isTarget(value: object): value is Target {
  return 'containerName' in value && 'containerPort' in value && 'hostPort' in value;
}
