import { HTTPS_PORT, LISTENER_PORT } from '../settings/defaults';
import { Candidate, chooseListeners, ListenerChoice, tcpCandidates } from '../settings/listeners';
import { LoadBalancerSettings } from '../settings/load-balancer';
import { NetworkModeName } from '../settings/network-modes';
import { isNetwork } from '../settings/protocols';
import { EnvironmentSettings, ListenerSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { explainAccess } from './access';
import { showAnswer } from './action';
import { Decisions, DecisionSource } from './decision';
import { planDomain } from './domain';
import { behindDoor, planDoor } from './door';
import { explainHealthChecks } from './health-checks';
import { planListener } from './listener';
import { planLoadBalancer } from './load-balancer';
import { ActionPlan, FrontPlan, ListenerPlan, RedirectPlan } from './plan';
import { routesOf, showConditions, showWay } from './routes';

export type FrontSettings = Pick<EnvironmentSettings, 'listeners' | 'certificates' | 'redirectHTTP' | 'frontDoor' | 'worker'> & LoadBalancerSettings;

/** Listener → host port → container, the way Beanstalk resolves its processes. The rules made sure that each leads to one container. */
export function planFront(spec: DockerrunSpec, settings: FrontSettings, networkMode: NetworkModeName, decisions: Decisions): FrontPlan | null {
  const choice = chooseListeners(spec, settings);
  const all: readonly ListenerSettings[] = choice.listeners;
  const chosen = all.filter((listener) => !isNetwork(listener));
  if (all.length === 0) decisions.choose('load balancer', 'none', DecisionSource.DERIVED, settings.worker ? 'Work comes from the queue.' : 'No container maps a TCP port, so there is nothing to forward to.');
  if (chosen.length === 0) return null;
  const candidates: readonly Candidate[] = tcpCandidates(spec);
  const own = chosen.map((listener) => planListener(listener, candidates, networkMode));
  const loadBalancer = planLoadBalancer(settings, decisions);
  for (const listener of own) explainListener(listener, choice, decisions);
  for (const { port, access } of own) explainAccess(String(port), access, decisions);
  const door = planDoor(settings, own, decisions);
  const listeners = behindDoor(own, door);
  const redirects = door.kind === 'load-balancer' ? planRedirects(listeners, settings.redirectHTTP, decisions) : [];
  const domain = planDomain(settings, { ...loadBalancer, listeners, door }, decisions);
  explainHealthChecks(routesOf({ ...loadBalancer, listeners }), decisions);
  return { ...loadBalancer, listeners, redirects, door, domain };
}

/** Port 80 leads to 443 when that has a certificate, unless 80 is a listener of its own or the redirect is not wanted. */
function planRedirects(listeners: readonly ListenerPlan[], wanted: boolean | undefined, decisions: Decisions): RedirectPlan[] {
  const secure = listeners.find(({ port, protocol }) => port === HTTPS_PORT && protocol === 'HTTPS');
  if (!secure || wanted === false || listeners.some(({ port }) => port === LISTENER_PORT)) return [];
  decisions.choose(`listener ${LISTENER_PORT}`, `redirect to HTTPS ${HTTPS_PORT}`, wanted ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'There is a certificate, so nobody has to speak plain HTTP; the redirect is permanent.');
  return [{ port: LISTENER_PORT, toPort: HTTPS_PORT, access: secure.access }];
}

function explainListener({ port, protocol, action, rules }: ListenerPlan, { kind }: ListenerChoice, decisions: Decisions): void {
  const reason = {
    'given': 'You chose it.',
    'port-80': 'The file maps host port 80, where Beanstalk sends the traffic.',
    'only-port': 'It is the only TCP port that the file maps.',
  }[kind as 'given' | 'port-80' | 'only-port'];
  decisions.choose(`listener ${port}`, `${protocol} ${port} → ${outcomeOf(action)}`, kind === 'given' ? DecisionSource.PROP : DecisionSource.FILE, reason);
  for (const rule of rules) {
    decisions.choose(`listener ${port}, ${showConditions(rule)}`, `priority ${rule.priority} → ${outcomeOf(rule.action)}`, DecisionSource.PROP,
      'You chose it; a priority that is left out depends on the conditions alone.');
  }
}

function outcomeOf(action: ActionPlan): string {
  return action.kind === 'forward' ? showWay(action.target) : showAnswer(action);
}
