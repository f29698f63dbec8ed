import { LoadBalancerSettings } from '../settings/load-balancer';
import { Decisions, DecisionSource } from './decision';
import { whoIsEverybody } from './load-balancer';
import { NetworkFrontPlan, NetworkListenerPlan } from './network-plan';

const TOPIC = 'network load balancer';

/** The load balancer itself, without its listeners. */
export function planNetworkLoadBalancer(
  settings: LoadBalancerSettings, listeners: readonly NetworkListenerPlan[], isSecond: boolean, decisions: Decisions,
): Omit<NetworkFrontPlan, 'listeners'> {
  const scheme = planScheme(settings, isSecond, decisions);
  const ipAddressType = settings.ipAddressType === 'dualstack' ? 'dualstack' : 'ipv4';
  decisions.choose(`${TOPIC}, addresses`, ipAddressType, settings.ipAddressType ? DecisionSource.PROP : DecisionSource.DEFAULT,
    settings.ipAddressType ? 'You chose it.' : 'Every VPC has IPv4 addresses; IPv6 has to be set up in the network first.');
  const crossZone = decisions.choose(`${TOPIC}, zones`, true, DecisionSource.DEFAULT,
    'A deployment stops tasks in place, maybe the only one of a zone; clients that know the address of this zone still get through. AWS charges for data between zones.',
    'every address reaches the tasks of all zones');
  decisions.choose(`${TOPIC}, idle timeout`, '350 s for TCP and TLS, 120 s for UDP', DecisionSource.DEFAULT, 'It is what AWS sets, and fixed but for TCP, where tcpIdleTimeout changes it; keep-alive packets hold a connection longer.');
  const deletionProtection = planDeletionProtection(settings, decisions);
  const accessLogs = planAccessLogs(settings, listeners, decisions);
  return { scheme, ipAddressType, everybody: whoIsEverybody(scheme, ipAddressType), crossZone, deletionProtection, accessLogs };
}

function planScheme({ publicLoadBalancer }: LoadBalancerSettings, isSecond: boolean, decisions: Decisions): NetworkFrontPlan['scheme'] {
  const beside = isSecond ? '; an application load balancer takes requests only, so there are two, each with an address of its own' : '';
  if (publicLoadBalancer === false) {
    decisions.choose(TOPIC, 'internal', DecisionSource.PROP, `You chose it; it stands in the private subnets, and an open listener takes clients of the VPC only${beside}.`);
    return 'internal';
  }
  decisions.choose(TOPIC, 'public', publicLoadBalancer ? DecisionSource.PROP : DecisionSource.DEFAULT,
    `Listeners pass connections on; it stands in the public subnets, so that the internet can reach it${beside}.`);
  return 'internet-facing';
}

function planDeletionProtection({ deletionProtection }: LoadBalancerSettings, decisions: Decisions): boolean {
  decisions.choose(`${TOPIC}, deletion protection`, deletionProtection ? 'on' : 'off', deletionProtection === undefined ? DecisionSource.DEFAULT : DecisionSource.PROP,
    deletionProtection ? 'You chose it; the stack cannot be deleted until it is off again.' : 'The stack can be deleted as a whole.');
  return deletionProtection ?? false;
}

/** Without TLS there is nothing that it would write. */
function planAccessLogs(settings: LoadBalancerSettings, listeners: readonly NetworkListenerPlan[], decisions: Decisions): NetworkFrontPlan['accessLogs'] {
  const { accessLogsBucket: bucket, accessLogsPrefix: prefix = '' } = settings;
  const hasTls = listeners.some(({ protocol }) => protocol === 'TLS');
  if (!bucket || !hasTls) {
    const reason = bucket ? 'A Network Load Balancer writes a line for connections of TLS listeners only, and there is none; flow logs have the others.' : 'They cost storage and need a bucket of yours.';
    decisions.choose(`${TOPIC}, access logs`, 'none', bucket ? DecisionSource.DERIVED : DecisionSource.DEFAULT, reason);
    return null;
  }
  decisions.choose(`${TOPIC}, access logs`, 'the bucket, for TLS listeners', DecisionSource.PROP,
    bucket.isOwned ? 'You chose it; its policy lets the load balancers of this account write there.' : 'You chose it; its own policy has to let the load balancer write there.');
  return { prefix, grants: bucket.isOwned };
}
