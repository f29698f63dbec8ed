import { HEALTH_CHECK, HTTPS_PORT, LISTENER_PORT } from '../settings/defaults';
import { Candidate, chooseListeners, ListenerChoice, tcpCandidates } from '../settings/listeners';
import { NetworkModeName } from '../settings/network-modes';
import { EcsSettings, ListenerSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';
import { planListener } from './listener';
import { FrontPlan, ListenerPlan, RedirectPlan, TargetPlan } from './plan';

export type FrontSettings = Pick<EcsSettings, 'listeners' | 'certificates' | 'redirectHTTP'>;

/** Listener → host port → container, the way Beanstalk resolves its processes. The rules made sure that each leads to one container. */
export function planFront(spec: DockerrunSpec, settings: FrontSettings, networkMode: NetworkModeName, decisions: Decisions): FrontPlan | null {
  const choice = chooseListeners(spec, settings);
  if (choice.listeners.length === 0) {
    decisions.choose('load balancer', 'none', DecisionSource.DERIVED, 'No container maps a TCP port, so there is nothing to forward to.');
    return null;
  }
  const candidates: readonly Candidate[] = tcpCandidates(spec);
  const listeners = choice.listeners.map((listener) => planListener(listener, candidates, networkMode));
  decisions.choose('load balancer', 'public application load balancer', DecisionSource.DEFAULT, 'Listeners speak HTTP; it stands in the public subnets and is open to the internet.');
  for (const listener of listeners) explainListener(listener, choice, decisions);
  const redirects = planRedirects(choice.listeners, settings.redirectHTTP, decisions);
  decisions.choose('health check', `GET ${HEALTH_CHECK.path}, ${HEALTH_CHECK.httpCodes}`, DecisionSource.BEANSTALK,
    `Every ${HEALTH_CHECK.intervalSeconds} s as on Beanstalk, but redirects count as healthy too.`);
  return { scheme: 'internet-facing', listeners, redirects };
}

/** Port 80 leads to 443 when that has a certificate, unless 80 is a listener of its own or the redirect is not wanted. */
function planRedirects(listeners: readonly ListenerSettings[], wanted: boolean | undefined, decisions: Decisions): RedirectPlan[] {
  const secure = listeners.find(({ port, certificates = 0 }) => port === HTTPS_PORT && certificates > 0);
  if (!secure || wanted === false || listeners.some(({ port }) => port === LISTENER_PORT)) return [];
  decisions.choose(`listener ${LISTENER_PORT}`, `redirect to HTTPS ${HTTPS_PORT}`, wanted ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'There is a certificate, so nobody has to speak plain HTTP; the redirect is permanent.');
  return [{ port: LISTENER_PORT, toPort: HTTPS_PORT, access: { open: secure.open ?? secure.allowedCidrs === undefined, cidrs: secure.allowedCidrs ?? [] } }];
}

function explainListener({ port, protocol, target, rules }: ListenerPlan, { kind }: ListenerChoice, decisions: Decisions): void {
  const reason = {
    'given': 'You chose it.',
    'port-80': 'The file maps host port 80, where Beanstalk sends the traffic.',
    'only-port': 'It is the only TCP port that the file maps.',
  }[kind as 'given' | 'port-80' | 'only-port'];
  decisions.choose(`listener ${port}`, `${protocol} ${port} → ${wayTo(target)}`, kind === 'given' ? DecisionSource.PROP : DecisionSource.FILE, reason);
  for (const { priority, hostHeaders, pathPatterns, target: to } of rules) {
    const conditions = [...hostHeaders, ...pathPatterns].join(', ');
    decisions.choose(`listener ${port}, ${conditions}`, `priority ${priority} → ${wayTo(to)}`, DecisionSource.PROP, 'You chose it; its priority depends on its conditions alone.');
  }
}

function wayTo({ targetType, hostPort, containerName, containerPort }: TargetPlan): string {
  const via = targetType === 'ip' ? 'its own address' : `host port ${hostPort === 0 ? '(dynamic)' : hostPort}`;
  return `${via} → ${containerName}:${containerPort}`;
}
