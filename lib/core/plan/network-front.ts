import { chooseListeners } from '../settings/listeners';
import { NetworkModeName } from '../settings/network-modes';
import { isNetwork } from '../settings/protocols';
import { ListenerSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { explainAccess } from './access';
import { Decisions, DecisionSource } from './decision';
import { FrontSettings } from './front';
import { planNetworkLoadBalancer } from './network-balancer';
import { planNetworkListener } from './network-listener';
import { explainNetworkHealthChecks, networkRoutesOf, showListener, showNetworkWay } from './network-routes';
import { FrontPlan, NetworkFrontPlan, NetworkListenerPlan } from './plan';

/** What passes connections on, beside the load balancer for requests if there is one. */
export function planNetworkFront(
  spec: DockerrunSpec, settings: FrontSettings, networkMode: NetworkModeName, front: FrontPlan | null, decisions: Decisions,
): NetworkFrontPlan | null {
  const chosen: readonly ListenerSettings[] = chooseListeners(spec, settings).listeners;
  const listeners = chosen.filter(isNetwork).map((listener) => planNetworkListener(listener, spec, networkMode));
  if (listeners.length === 0) return null;
  const loadBalancer = planNetworkLoadBalancer(settings, listeners, front !== null, decisions);
  explainClients(networkMode, decisions);
  for (const listener of listeners) explainListener(listener, front, decisions);
  for (const { port, protocol, access } of listeners) explainAccess(showListener(String(port), protocol), access, decisions);
  explainNetworkHealthChecks(networkRoutesOf({ ...loadBalancer, listeners }), decisions);
  return { ...loadBalancer, listeners };
}

/** AWS keeps the addresses of clients where targets are instances, and for UDP. */
function explainClients(networkMode: NetworkModeName, decisions: Decisions): void {
  const [choice, reason] = networkMode === 'awsvpc'
    ? ['those of the load balancer for TCP and TLS', 'AWS keeps the addresses of clients for UDP only where tasks have addresses of their own.']
    : ['their own', 'AWS keeps them where targets are instances; so a container cannot reach itself through the load balancer.'];
  decisions.choose('network load balancer, addresses of clients', choice, DecisionSource.DERIVED, reason);
}

function explainListener(listener: NetworkListenerPlan, front: FrontPlan | null, decisions: Decisions): void {
  const { port, protocol, target, tcpIdleTimeoutSeconds } = listener;
  const isTaken = [...front?.listeners ?? [], ...front?.redirects ?? []].some((other) => other.port === port);
  const reason = isTaken ? `You chose it; port ${port} of the application load balancer is another one, at another address.` : 'You chose it.';
  const way = target ? showNetworkWay(target) : 'the service that asks for it';
  const topic = `listener ${showListener(String(port), protocol)}`;
  decisions.choose(topic, `${protocol} ${port} → ${way}`, DecisionSource.PROP, reason);
  if (tcpIdleTimeoutSeconds > 0) decisions.choose(`idle timeout of ${topic}`, `${tcpIdleTimeoutSeconds} s`, DecisionSource.PROP, 'You chose it.');
}
