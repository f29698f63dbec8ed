import { HTTPS_PORT, LISTENER_PORT } from '../settings/defaults';
import { tcpCandidates } from '../settings/listeners';
import { NetworkModeName } from '../settings/network-modes';
import { RouteSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';
import { planConditions, planTarget } from './listener';
import { ActionPlan, ConditionsPlan, FrontPlan, ListenerPlan, RoutePlan, TargetPlan } from './plan';

/** Everything behind a load balancer: for each listener in order its own target, then those of its rules. */
export function routesOf({ scheme, listeners }: Pick<FrontPlan, 'scheme' | 'listeners'>): RoutePlan[] {
  // Another scheme is another load balancer, and a target group cannot change over to it while it is at the old one.
  const prefix = scheme === 'internal' ? 'Internal' : '';
  return listeners.flatMap(({ port, action, rules }) => [
    ...toRoute(prefix, String(port), null, action),
    ...rules.flatMap(({ action: answer, ...conditions }) => toRoute(prefix, String(port), conditions, answer)),
  ]);
}

function toRoute(prefix: string, listener: string, rule: ConditionsPlan | null, action: ActionPlan): RoutePlan[] {
  return action.kind === 'forward' ? [{ key: `${prefix}${keyOf(listener, rule)}`, listener, rule, shiftRule: null, target: action.target }] : [];
}

/** The listener that is meant when none is named: 443 if clients speak HTTPS there, else the first. */
export function mainListener(listeners: readonly ListenerPlan[]): number {
  return (listeners.find(({ port, protocol }) => port === HTTPS_PORT && protocol === 'HTTPS') ?? listeners[0])?.port ?? LISTENER_PORT;
}

/** What leads to a service from listeners that are there already. */
export function planRoutes(spec: DockerrunSpec, rules: readonly RouteSettings[], networkMode: NetworkModeName, decisions: Decisions): RoutePlan[] {
  const candidates = tcpCandidates(spec);
  const routes = rules.map((settings): RoutePlan => {
    const { pathPatterns = [], hostHeaders = [], listener } = settings;
    const rule = pathPatterns.length + hostHeaders.length > 0 ? planConditions(settings) : null;
    return { key: keyOf(listener, rule), listener, rule, shiftRule: null, target: planTarget(settings, { candidates, networkMode }) };
  });
  for (const { listener, rule, target } of routes) {
    const choice = `${rule ? `priority ${rule.priority} → ` : ''}${showWay(target)}`;
    decisions.choose(`listener ${listener}, ${rule ? showConditions(rule) : 'all other requests'}`, choice, DecisionSource.PROP,
      'You chose it; a priority that is left out depends on the conditions alone.');
  }
  return routes;
}

function keyOf(listener: string, rule: ConditionsPlan | null): string {
  return rule && rule.key !== '' ? `${listener}Rule${rule.key}` : listener;
}

/** `example.com, /api/*`. */
export function showConditions({ hostHeaders, pathPatterns }: ConditionsPlan): string {
  return [...hostHeaders, ...pathPatterns].join(', ') || 'all other requests';
}

/** `host port 80 → web:80`. */
export function showWay({ targetType, hostPort, containerName, containerPort, protocol, protocolVersion }: TargetPlan): string {
  const via = targetType === 'ip' ? 'its own address' : `host port ${hostPort === 0 ? '(dynamic)' : hostPort}`;
  const speaks = [...protocol === 'HTTP' ? [] : [protocol], ...protocolVersion === 'HTTP1' ? [] : [protocolVersion]];
  return `${via} → ${containerName}:${containerPort}${speaks.length === 0 ? '' : ` (${speaks.join(', ')})`}`;
}
