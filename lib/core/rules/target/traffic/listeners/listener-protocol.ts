import { Severity } from '../../../../finding/finding';
import { choices } from '../../../../finding/suggest';
import { EnvironmentSettings, ListenerSettings } from '../../../../settings/settings';
import {
  isNetwork, LISTENER_PROTOCOLS, NETWORK_PROTOCOLS, takesCertificates,
} from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

/** What must hold, with what is instead, and the edit that makes it hold. */
type Broken = readonly [must: string, hint: string];

export const listenerProtocol: TargetRule = {
  code: 'DR4090',
  name: 'listener-protocol',
  severity: Severity.ERROR,
  summary:
    'The protocol of a listener fits its load balancer, and only encrypted ones have certificates and a '
    + 'TLS policy.',
  reason:
    'HTTP and HTTPS are for an Application Load Balancer, TCP, TLS, UDP and TCP_UDP for a Network Load Balancer; '
    + 'each refuses the others, and a certificate that it would not use.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const [index, listener] of (settings.listeners ?? []).entries()) {
      for (const [must, hint] of brokenProtocol(listener, settings)) {
        report(at(spec), `listeners[${index}] must ${must}.`, hint, [`listeners[${index}].protocol`]);
      }
    }
  },
};

function* brokenProtocol(
  listener: ListenerSettings, { loadBalancerKind: kind }: EnvironmentSettings,
): Iterable<Broken> {
  const { protocol, certificates = 0, sslPolicy } = listener;
  if (protocol === undefined || !LISTENER_PROTOCOLS.includes(protocol)) return;
  if (kind === 'application' && isNetwork(listener)) {
    yield [
      `speak HTTP or HTTPS on an Application Load Balancer, got ${protocol}`,
      'Give the listener to DockerrunNetworkLoadBalancer.',
    ];
  } else if (kind === 'network' && !isNetwork(listener)) {
    yield [
      `speak ${choices(NETWORK_PROTOCOLS)} on a Network Load Balancer, got ${protocol}`,
      'Give the listener to DockerrunLoadBalancer, or use Protocol.TCP.',
    ];
  } else if (!takesCertificates(listener)) {
    const secure = isNetwork(listener) ? 'TLS' : 'HTTPS';
    if (certificates > 0) {
      yield [
        `have no certificate to speak ${protocol}, got ${certificates}`,
        `Set protocol: Protocol.${secure}, or remove certificates.`,
      ];
    }
    if (sslPolicy !== undefined) {
      yield [
        `have no sslPolicy to speak ${protocol}, got ${sslPolicy}`,
        `Set protocol: Protocol.${secure} with a certificate, or remove sslPolicy.`,
      ];
    }
  }
}
