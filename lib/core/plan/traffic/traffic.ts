import { HTTPS_PORT, LISTENER_PORT } from '../../settings/defaults';
import { NetworkModeName } from '../../settings/network/network-modes';
import { LoadBalancerSettings } from '../../settings/traffic/load-balancer';
import { Traffic, TrafficSettings } from '../../settings/traffic/traffic';
import { DockerrunSpec } from '../../spec/model';
import { Decisions, DecisionSource } from '../decision';
import { showAction } from './action';
import { planBalancer, planNlb } from './balancer';
import { explainClients } from './clients';
import { planDomain } from './domain';
import { behindDoor, planDoor } from './front-door';
import { planListener, planNlbListener } from './listener';
import { FrontPlan, ListenerPlan, NlbListenerPlan, NlbPlan, RedirectPlan } from './model';
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
  & Pick<TrafficSettings, 'traffic' | 'listeners' | 'certificates' | 'redirectHTTP' | 'frontDoor' | 'worker'>;

/**
 * Listener → host port → container, the way Beanstalk resolves its processes. The rules made sure that each leads to
 * one container.
 */
export function planTraffic(
  spec: DockerrunSpec, settings: PlannedSettings, networkMode: NetworkModeName, decisions: Decisions,
): TrafficPlan {
  const around = { spec, networkMode };
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
  return { front, networkFront, ...routesOf({ front, networkFront }) };
}

function planFront(settings: PlannedSettings, around: Surroundings, decisions: Decisions): FrontPlan | null {
  const { traffic, redirectHTTP } = settings;
  if (traffic.main === undefined) return null;
  const own = traffic.requests.map((listener) => planListener(listener, around));
  const loadBalancer = planBalancer(settings, decisions);
  for (const listener of own) explainListener(listener, traffic, decisions);
  for (const { port, access } of own) explainClients(String(port), access, decisions);
  const main = own[traffic.requests.indexOf(traffic.main)];
  const door = planDoor(settings, main, decisions);
  const listeners = behindDoor(own, door);
  const redirects = traffic.redirects ? [planRedirect(own, redirectHTTP, decisions)] : [];
  const domain = planDomain(settings, { ...loadBalancer, listeners, door }, decisions);
  explainChecks(routesOf({ front: { ...loadBalancer, listeners }, networkFront: null }).routes, decisions);
  return { ...loadBalancer, listeners, mainListener: main.port, redirects, door, domain };
}

/** Clients of port 80 are those of the port that it leads to. */
function planRedirect(
  listeners: readonly ListenerPlan[], wanted: boolean | undefined, decisions: Decisions,
): RedirectPlan {
  decisions.choose(
    `listener ${LISTENER_PORT}`,
    `redirect to HTTPS ${HTTPS_PORT}`,
    wanted ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'There is a certificate, so nobody has to speak plain HTTP; the redirect is permanent.',
  );
  const { access } = listeners.find(({ port }) => port === HTTPS_PORT)!;
  return { port: LISTENER_PORT, toPort: HTTPS_PORT, access };
}

function explainListener(
  { port, protocol, action, rules }: ListenerPlan, { kind }: Traffic, decisions: Decisions,
): void {
  const reasons: Readonly<Partial<Record<Traffic['kind'], string>>> = {
    'port-80': 'The file maps host port 80, where Beanstalk sends the traffic.',
    'only-port': 'It is the only TCP port that the file maps.',
  };
  const source = kind === 'given' ? DecisionSource.PROP : DecisionSource.FILE;
  decisions.choose(
    `listener ${port}`, `${protocol} ${port} → ${showAction(action)}`, source, reasons[kind] ?? 'You chose it.',
  );
  for (const rule of rules) {
    const choice = `priority ${rule.priority} → ${showAction(rule.action)}`;
    decisions.choose(
      `listener ${port}, ${showConditions(rule)}`,
      choice,
      DecisionSource.PROP,
      'You chose it; a priority that is left out depends on the conditions alone.',
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
  for (const listener of listeners) explainNlbListener(listener, front, decisions);
  for (const { port, protocol, access } of listeners) {explainClients(showListener(String(port), protocol), access, decisions);}
  explainNlbChecks(routesOf({ front: null, networkFront: { ...loadBalancer, listeners } }).networkRoutes, decisions);
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

function explainNlbListener(listener: NlbListenerPlan, front: FrontPlan | null, decisions: Decisions): void {
  const { port, protocol, target, tcpIdleTimeout } = listener;
  const isTaken = [...front?.listeners ?? [], ...front?.redirects ?? []].some((other) => other.port === port);
  const reason = isTaken
    ? `You chose it; port ${port} of the application load balancer is another one, at another address.`
    : 'You chose it.';
  const topic = `listener ${showListener(String(port), protocol)}`;
  decisions.choose(
    topic, `${protocol} ${port} → ${target ? showWay(target) : 'the service that asks for it'}`, DecisionSource.PROP,
    reason,
  );
  if (target && target.preserveClientIp !== null) {
    const whose = target.preserveClientIp
      ? 'their own'
      : 'those of the load balancer, so that a container reaches itself through it';
    decisions.choose(`addresses of clients of ${topic}`, whose, DecisionSource.PROP, 'You chose it.');
  }
  if (tcpIdleTimeout > 0) {decisions.choose(`idle timeout of ${topic}`, `${tcpIdleTimeout} s`, DecisionSource.PROP, 'You chose it.');}
}
