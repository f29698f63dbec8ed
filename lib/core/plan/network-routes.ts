import { HEALTH_CHECK } from '../settings/defaults';
import { NetworkModeName } from '../settings/network-modes';
import { NetworkProtocol } from '../settings/protocols';
import { NetworkRouteSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';
import { planNetworkTarget } from './network-listener';
import { NetworkFrontPlan, NetworkHealthCheckPlan, NetworkRoutePlan, NetworkTargetPlan } from './network-plan';

/** What stands behind the listeners of a Network Load Balancer, in their order. */
export function networkRoutesOf({ scheme, listeners }: Pick<NetworkFrontPlan, 'scheme' | 'listeners'>): NetworkRoutePlan[] {
  // Another scheme is another load balancer, and a target group cannot change over to it while it is at the old one.
  const prefix = scheme === 'internal' ? 'Internal' : '';
  return listeners.flatMap(({ port, protocol, target }) => (target ? [{ key: `${prefix}${port}`, listener: String(port), protocol, target }] : []));
}

/** What leads to a service from listeners that are there already. */
export function planNetworkRoutes(
  spec: DockerrunSpec, settings: readonly NetworkRouteSettings[], networkMode: NetworkModeName, decisions: Decisions,
): NetworkRoutePlan[] {
  const routes = settings.map((route): NetworkRoutePlan =>
    ({ key: route.listener, listener: route.listener, protocol: route.protocol, target: planNetworkTarget(route, spec, networkMode)! }));
  for (const { listener, protocol, target } of routes) {
    decisions.choose(`listener ${showListener(listener, protocol)}`, showNetworkWay(target), DecisionSource.PROP, 'You chose it.');
  }
  explainNetworkHealthChecks(routes, decisions);
  return routes;
}

/** How each target shows that it is well. */
export function explainNetworkHealthChecks(routes: readonly NetworkRoutePlan[], decisions: Decisions): void {
  for (const { listener, protocol, target: { healthCheck } } of routes) {
    decisions.choose(`health check of listener ${showListener(listener, protocol)}`, showCheck(healthCheck), ...reasonOf(protocol, healthCheck));
  }
}

/** `53/udp`. */
export function showListener(listener: string, protocol: NetworkProtocol): string {
  return `${listener}/${protocol.toLowerCase()}`;
}

/** `host port 1883 → broker:1883`. */
export function showNetworkWay({ targetType, hostPort, containerName, containerPort }: NetworkTargetPlan): string {
  const via = targetType === 'ip' ? 'its own address' : `host port ${hostPort === 0 ? '(dynamic)' : hostPort}`;
  return `${via} → ${containerName}:${containerPort}`;
}

function showCheck({ protocol, port, path, httpCodes }: NetworkHealthCheckPlan): string {
  const where = port === 0 ? '' : ` on port ${port}`;
  return protocol === 'HTTP' ? `GET ${path}${where}, ${httpCodes}` : `TCP connection${where}`;
}

function reasonOf(protocol: NetworkProtocol, check: NetworkHealthCheckPlan): [DecisionSource, string] {
  const { intervalSeconds: every } = check;
  if (check.protocol === 'HTTP') return [DecisionSource.PROP, `You chose it; every ${every} s.`];
  const source = every === HEALTH_CHECK.intervalSeconds ? DecisionSource.BEANSTALK : DecisionSource.PROP;
  const reason = protocol === 'UDP' ? 'Nothing answers a check over UDP, so the container shows over TCP that it is there' : 'It is enough that the container takes the connection';
  return [source, `${reason}; every ${every} s.`];
}
