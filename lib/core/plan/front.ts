import { DEREGISTRATION_DELAY_SECONDS, HEALTH_CHECK } from '../settings/defaults';
import { Candidate, candidatesFor, chooseListeners, ListenerChoice, tcpCandidates } from '../settings/listeners';
import { ListenerSettings, NetworkModeName } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';
import { FrontPlan, ListenerPlan } from './plan';

/** Listener → host port → container, the way Beanstalk resolves its processes. The rules made sure that each leads to one container. */
export function planFront(
  spec: DockerrunSpec, given: readonly ListenerSettings[] | undefined, networkMode: NetworkModeName, decisions: Decisions,
): FrontPlan | null {
  const choice = chooseListeners(spec, given);
  const candidates = tcpCandidates(spec);
  const listeners = choice.listeners.map((listener) => planListener(listener, candidatesFor(listener, candidates)[0], networkMode));
  if (listeners.length === 0) {
    decisions.choose('load balancer', 'none', DecisionSource.DERIVED, 'No container maps a TCP port, so there is nothing to forward to.');
    return null;
  }
  decisions.choose('load balancer', 'public application load balancer', DecisionSource.DEFAULT, 'Listeners speak HTTP; it stands in the public subnets and is open to the internet.');
  for (const listener of listeners) explainListener(listener, choice, decisions);
  decisions.choose('health check', `GET ${HEALTH_CHECK.path}, ${HEALTH_CHECK.httpCodes}`, DecisionSource.BEANSTALK,
    `Every ${HEALTH_CHECK.intervalSeconds} s as on Beanstalk, but redirects count as healthy too.`);
  return { scheme: 'internet-facing', listeners };
}

function planListener({ port }: ListenerSettings, candidate: Candidate, networkMode: NetworkModeName): ListenerPlan {
  const { containerName, containerPort, hostPort } = candidate;
  const target = { healthCheck: HEALTH_CHECK, deregistrationDelaySeconds: DEREGISTRATION_DELAY_SECONDS, containerName, containerPort };
  return networkMode === 'awsvpc'
    ? { port, protocol: 'HTTP', target: { ...target, hostPort: containerPort, targetType: 'ip' } }
    : { port, protocol: 'HTTP', target: { ...target, hostPort, targetType: 'instance' } };
}

function explainListener({ port, target }: ListenerPlan, { kind }: ListenerChoice, decisions: Decisions): void {
  const reason = {
    'given': 'You chose it.',
    'port-80': 'The file maps host port 80, where Beanstalk sends the traffic.',
    'only-port': 'It is the only TCP port that the file maps.',
  }[kind as 'given' | 'port-80' | 'only-port'];
  const via = target.targetType === 'ip' ? 'its own address' : `host port ${target.hostPort === 0 ? '(dynamic)' : target.hostPort}`;
  const choice = `HTTP ${port} → ${via} → ${target.containerName}:${target.containerPort}`;
  decisions.choose(`listener ${port}`, choice, kind === 'given' ? DecisionSource.PROP : DecisionSource.FILE, reason);
}
