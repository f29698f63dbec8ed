import { HTTPS_PORT, LISTENER_PORT } from '../constants';
import { EnvironmentSettings, ListenerSettings } from '../settings';
import { beanstalkPriorities } from '../traffic/rule-priority';
import { TrafficSettings } from '../traffic/traffic';

/**
 * What brings work to the instances of an environment of Elastic Beanstalk: a queue, clients themselves, or a load
 * balancer of some kind.
 */
export type BeanstalkShape = 'worker' | 'single' | 'shared' | 'network' | 'application';

/** It is fixed when the environment is made. */
export function shapeOf({ worker, beanstalk = {}, traffic }: TrafficSettings): BeanstalkShape {
  if (worker) return 'worker';
  if (beanstalk.singleInstance) return 'single';
  if (beanstalk.sharedLoadBalancer) return 'shared';
  return traffic.connections.length > 0 && traffic.requests.length === 0 ? 'network' : 'application';
}

/**
 * The listener that leads to the process that Beanstalk always makes, whatever the order: 80, else 443, else the lowest
 * port.
 */
export function mainPort(ports: readonly number[]): number | undefined {
  return (
    [LISTENER_PORT, HTTPS_PORT].find((port) => ports.includes(port)) ?? [...ports].sort((one, other) => one - other)[0]
  );
}

/** What a Network Load Balancer of Beanstalk checks, where nobody says otherwise. */
export const NETWORK_HEALTH_CHECK = { interval: 30, healthyThresholdCount: 5, unhealthyThresholdCount: 5 } as const;

/** The choices with what the shape of the environment alone decides. */
export function settingsFor(shape: BeanstalkShape, given: EnvironmentSettings): EnvironmentSettings {
  const settings = { ...given, listeners: given.listeners?.map(withPriorities) };
  const { beanstalk = {}, listeners = [] } = settings;
  const alone: EnvironmentSettings = {
    ...settings,
    minCapacity: 1,
    maxCapacity: 1,
    beanstalk: { ...beanstalk, deployment: beanstalk.deployment ?? { policy: 'AllAtOnce' } },
  };
  if (beanstalk.singleInstance) return alone;
  if (shape !== 'network') return settings;
  return {
    ...settings,
    listeners: listeners.map((listener) => ({ ...listener, healthCheck: networkCheck(listener.healthCheck) })),
  };
}

/** Rules are numbered up to 1000, so that one that is added at the end moves none of them. */
function withPriorities<T extends ListenerSettings>(listener: T): T {
  if (!listener.rules) return listener;
  const priorities = beanstalkPriorities(listener.rules);
  return { ...listener, rules: listener.rules.map((rule, index) => ({ ...rule, priority: priorities[index] })) };
}

/** The two thresholds are one on a Network Load Balancer. */
function networkCheck(given: NonNullable<EnvironmentSettings['listeners']>[number]['healthCheck'] = {}) {
  const threshold =
    given.healthyThresholdCount ?? given.unhealthyThresholdCount ?? NETWORK_HEALTH_CHECK.healthyThresholdCount;
  return { ...NETWORK_HEALTH_CHECK, ...given, healthyThresholdCount: threshold, unhealthyThresholdCount: threshold };
}
