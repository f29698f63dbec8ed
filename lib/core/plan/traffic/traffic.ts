import { HTTPS_PORT, LISTENER_PORT } from '../../settings/constants';
import { NetworkModeName } from '../../settings/network/network';
import { hasSecondGroups } from '../../settings/service/scheduling';
import { ListenerSettings } from '../../settings/settings';
import { LoadBalancerSettings } from '../../settings/traffic/load-balancer';
import { ruleKey } from '../../settings/traffic/rule-priority';
import { Traffic, TrafficSettings } from '../../settings/traffic/traffic';
import { DockerrunSpec } from '../../spec/model';
import { Decisions, DecisionSource } from '../decision';
import { chose } from '../provenance';
import { showAction } from './action';
import { planBalancer, planNlb } from './balancer';
import { explainClients } from './clients';
import { planDomain } from './domain';
import { behindDoor, planDoor } from './front-door';
import { planListener, planNlbListener } from './listener';
import { FrontPlan, ListenerPlan, NlbListenerPlan, NlbPlan, NlbRoutePlan, RedirectPlan, RoutePlan } from './model';
import { explainChecks, explainNlbChecks, Routes, routesOf, showConditions, showListener } from './route';
import { showWay, Surroundings } from './target';

/** What clients connect to, and what leads from there to the service. */
export interface TrafficPlan extends Routes {
  /** Null when no listener speaks HTTP. */
  readonly front: FrontPlan | null;
  /** Null when every listener speaks HTTP. */
  readonly networkFront: NlbPlan | null;
}

export type PlannedSettings = LoadBalancerSettings
  & Pick<
    TrafficSettings,
    'traffic' | 'listeners' | 'certificates' | 'redirectHTTP' | 'frontDoor' | 'worker' | 'scheduling'
  >;

/**
 * Listener → host port → container, the way Beanstalk resolves its processes. The rules made sure that each leads to
 * one container.
 */
export function planTraffic(
  spec: DockerrunSpec, settings: PlannedSettings, networkMode: NetworkModeName, decisions: Decisions,
): TrafficPlan {
  const around = { spec, networkMode, scheduling: settings.scheduling };
  if (settings.traffic.listeners.length === 0) {
    decisions.choose(
      'load balancer',
      'none',
      DecisionSource.DERIVED,
      settings.worker
        ? 'Work comes from the queue.'
        : 'No container maps a TCP port, so there is nothing to forward to.',
    );
  }
  const front = planFront(settings, around, decisions);
  const networkFront = planNlbFront(settings, front, around, decisions);
  return { front, networkFront, ...routesOf({ front, networkFront }, hasSecondGroups(settings.scheduling)) };
}

function planFront(settings: PlannedSettings, around: Surroundings, decisions: Decisions): FrontPlan | null {
  const { traffic, redirectHTTP } = settings;
  if (traffic.main === undefined) return null;
  const own = traffic.requests.map((listener) => planListener(listener, around));
  const props = traffic.requests.map((listener) => propOf(listener, traffic));
  const loadBalancer = planBalancer(settings, decisions);
  own.forEach((listener, index) => explainListener(listener, props[index], traffic, decisions));
  own.forEach(({ port, access }, index) => explainClients(String(port), props[index], access, decisions));
  const main = own[traffic.requests.indexOf(traffic.main)];
  const door = planDoor(settings, main, decisions);
  const listeners = behindDoor(own, door);
  const redirects = traffic.redirects ? [planRedirect(own, redirectHTTP, decisions)] : [];
  const domain = planDomain(settings, { ...loadBalancer, listeners, door }, decisions);
  const { routes } = routesOf({ front: { ...loadBalancer, listeners }, networkFront: null }, true);
  explainChecks(routes, (route) => propOfRoute(route, traffic), decisions);
  return { ...loadBalancer, listeners, mainListener: main.port, redirects, door, domain };
}

/** The prop of a listener. */
function propOf(listener: ListenerSettings, { listeners }: Traffic): string {
  return `listeners[${listeners.indexOf(listener)}]`;
}

/** The prop of what a route leads from; a front door may have made a rule of what a listener does by default. */
function propOfRoute({ listener, rule }: RoutePlan, traffic: Traffic): string {
  const from = traffic.requests.find(({ port }) => String(port) === listener)!;
  const at = rule === null ? -1 : (from.rules ?? []).findIndex((own) => ruleKey(own) === rule.key);
  return `${propOf(from, traffic)}${at < 0 ? '' : `.rules[${at}]`}`;
}

/** What a listener speaks and where it leads. */
function wayProps(prop: string): string[] {
  return ['port', 'protocol', 'instancePort', 'containerName', 'containerPort'].map((name) => `${prop}.${name}`);
}

/** Clients of port 80 are those of the port that it leads to. */
function planRedirect(
  listeners: readonly ListenerPlan[], wanted: boolean | undefined, decisions: Decisions,
): RedirectPlan {
  decisions.about('redirectHTTP').choose(
    `listener ${LISTENER_PORT}`,
    `redirect to HTTPS ${HTTPS_PORT}`,
    wanted ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'There is a certificate, so nobody has to speak plain HTTP; the redirect is permanent.',
  );
  const { access } = listeners.find(({ port }) => port === HTTPS_PORT)!;
  return { port: LISTENER_PORT, toPort: HTTPS_PORT, access };
}

function explainListener(
  { port, protocol, action, rules }: ListenerPlan, prop: string, { kind }: Traffic, decisions: Decisions,
): void {
  const reasons: Readonly<Partial<Record<Traffic['kind'], string>>> = {
    'port-80': 'The file maps host port 80, where Beanstalk sends the traffic.',
    'only-port': 'It is the only TCP port that the file maps.',
  };
  const source = kind === 'given' ? DecisionSource.PROP : DecisionSource.FILE;
  decisions.about(...wayProps(prop)).choose(
    `listener ${port}`, `${protocol} ${port} → ${showAction(action)}`, source, reasons[kind] ?? chose(),
  );
  for (const [index, rule] of rules.entries()) {
    const choice = `priority ${rule.priority} → ${showAction(rule.action)}`;
    decisions.about(`${prop}.rules[${index}]`).chosen(
      `listener ${port}, ${showConditions(rule)}`,
      choice,
      chose('; a priority that is left out depends on the conditions alone.'),
    );
  }
}

/** What passes connections on, beside the load balancer for requests if there is one. */
function planNlbFront(
  settings: PlannedSettings, front: FrontPlan | null, around: Surroundings, decisions: Decisions,
): NlbPlan | null {
  const listeners = settings.traffic.connections.map((listener) => planNlbListener(listener, around));
  if (listeners.length === 0) return null;
  const loadBalancer = planNlb(settings, listeners, front !== null, decisions);
  explainAddresses(around.networkMode, decisions);
  const props = settings.traffic.connections.map((listener) => propOf(listener, settings.traffic));
  listeners.forEach((listener, index) => explainNlbListener(listener, props[index], front, decisions));
  for (const [index, { port, protocol, access }] of listeners.entries()) {
    explainClients(showListener(String(port), protocol), props[index], access, decisions);
  }
  const { networkRoutes } = routesOf({ front: null, networkFront: { ...loadBalancer, listeners } }, true);
  const at = ({ listener }: NlbRoutePlan) => props[listeners.findIndex(({ port }) => String(port) === listener)];
  explainNlbChecks(networkRoutes, at, decisions);
  return { ...loadBalancer, listeners };
}

/** AWS keeps the addresses of clients where targets are instances, and for UDP. */
function explainAddresses(networkMode: NetworkModeName, decisions: Decisions): void {
  const [choice, reason] =
    networkMode === 'awsvpc'
      ? [
        'those of the load balancer for TCP and TLS',
        'AWS keeps the addresses of clients for UDP only where tasks have addresses of their own.',
      ]
      : [
        'their own',
        'AWS keeps them where targets are instances; so a container cannot reach itself through the load balancer.',
      ];
  decisions.choose('network load balancer, addresses of clients', choice, DecisionSource.DERIVED, reason);
}

function explainNlbListener(
  listener: NlbListenerPlan, prop: string, front: FrontPlan | null, decisions: Decisions,
): void {
  const { port, protocol, target, tcpIdleTimeout } = listener;
  const isTaken = [...front?.listeners ?? [], ...front?.redirects ?? []].some((other) => other.port === port);
  const reason = isTaken
    ? `; port ${port} of the application load balancer is another one, at another address.`
    : '.';
  const topic = `listener ${showListener(String(port), protocol)}`;
  decisions.about(...wayProps(prop)).chosen(
    topic, `${protocol} ${port} → ${target ? showWay(target) : 'the service that asks for it'}`, chose(reason),
  );
  if (target && target.preserveClientIp !== null) {
    const whose = target.preserveClientIp
      ? 'their own'
      : 'those of the load balancer, so that a container reaches itself through it';
    decisions.about(`${prop}.preserveClientIp`).chosen(`addresses of clients of ${topic}`, whose);
  }
  if (tcpIdleTimeout > 0) {
    decisions.about(`${prop}.tcpIdleTimeout`).chosen(`idle timeout of ${topic}`, `${tcpIdleTimeout} s`);
  }
}
