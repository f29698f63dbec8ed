import { DockerrunSpec } from '../../spec/model';
import { instanceRange } from '../instances/instance-range';
import { EnvironmentSettings } from '../settings';
import { isNetworkProtocol } from '../traffic/protocols';
import { TrafficSettings } from '../traffic/traffic';
import { AlarmKind } from './alarms';
import { countRange } from './replica-counts';

/** Whether the cluster counts the tasks that run and those that should. */
export function countsTasks({ containerInsights }: Pick<EnvironmentSettings, 'containerInsights'>): boolean {
  return containerInsights === 'enabled' || containerInsights === 'enhanced';
}

/** How many tasks there are at least, at any time of the day. One while nobody knows the number of instances. */
export function fewestTasks(settings: EnvironmentSettings): number {
  const { scheduling } = settings;
  return scheduling?.kind === 'replicas' ? countRange(scheduling).min : instanceRange(settings).min;
}

/**
 * What the share of the CPU is taken of: what the containers reserve, if all of them do, else all that the instances
 * have.
 */
export function cpuMeasuredOf(
  { containers }: DockerrunSpec, { worker }: Pick<EnvironmentSettings, 'worker'>,
): 'service' | 'cluster' {
  return worker?.consumer.kind !== 'dispatcher' && containers.every(({ cpu = 0 }) => cpu > 0) ? 'service' : 'cluster';
}

/** The same for memory. What a container reserves is its limit unless it has both. */
export function memoryMeasuredOf({ containers }: DockerrunSpec): 'service' | 'cluster' {
  return containers.every(({ memory, memoryReservation }) => memory !== undefined && memoryReservation === undefined)
    ? 'service'
    : 'cluster';
}

/** Why there is nothing that an alarm could measure; nothing if there is. */
export function unmeasured(kind: AlarmKind, settings: TrafficSettings): string | undefined {
  const { worker, traffic } = settings;
  const reasons: Readonly<Record<AlarmKind, string | undefined>> = {
    'unhealthy-hosts': hasTargets(settings) ? undefined : 'no load balancer leads to the service',
    'server-errors': traffic.targets.some(({ target }) => !isNetworkProtocol(target.protocol))
      ? undefined
      : 'no Application Load Balancer leads to the service, and others know no answers',
    'missing-tasks':
      countsTasks(settings) || fewestTasks(settings) > 0
        ? undefined
        : 'there may be no task at all, and only Container Insights reports how many there should be',
    'cpu': undefined,
    'memory': undefined,
    'oldest-message': worker ? undefined : 'the service takes no work from a queue',
    'dead-letters': worker && !worker.queue ? undefined : 'no dead-letter queue is made for the service',
  };
  return reasons[kind];
}

/** Whether a load balancer leads to the service. */
export function hasTargets({ traffic }: Pick<TrafficSettings, 'traffic'>): boolean {
  return traffic.targets.length > 0;
}
