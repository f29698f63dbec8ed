import { Severity } from '../../../finding/finding';
import { isNetwork } from '../../../settings/protocols';
import { ListenerSettings } from '../../../settings/settings';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

/** A prop that has no meaning for connections, what it is set to, and the edit that helps. */
type Foreign = readonly [prop: string, value: unknown, hint: string];

const SPEAK = 'use Protocol.HTTP or Protocol.HTTPS';

export const networkListenerSetting: TargetRule = {
  code: 'DR4091',
  name: 'network-listener-setting',
  severity: Severity.ERROR,
  summary: 'A listener that passes connections on has no rules, no answer of its own, and nothing else that takes looking into requests.',
  reason: 'A Network Load Balancer knows addresses and ports only: no paths, hosts, cookies or versions of HTTP.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  fields: [],
  concerns: 'environment',
  check(spec, { listeners = [], loadBalancerKind }, { at, report }) {
    if (loadBalancerKind === 'application') return;
    for (const [index, listener] of listeners.entries()) {
      for (const [prop, value, hint] of isNetwork(listener) ? foreignProps(listener) : []) {
        if (value === undefined) continue;
        report(at(spec), `listeners[${index}].${prop} must be left out on a ${listener.protocol} listener, which passes connections on without looking into them, got ${value}.`, hint);
      }
    }
  },
};

function foreignProps(listener: ListenerSettings): Foreign[] {
  const { rules, action, stickinessSeconds, slowStartSeconds, targetProtocol, protocolVersion, healthCheck } = listener;
  const remove = `Remove it, or ${SPEAK}.`;
  return [
    ['rules', rules && rules.length > 0 ? counted(rules.length, 'rule') : undefined, `Give each container a listener of its own, or ${SPEAK}.`],
    ['defaultAction', action?.kind, remove],
    ['stickinessCookieDuration', stickinessSeconds && counted(stickinessSeconds, 'second'), remove],
    ['slowStart', slowStartSeconds && counted(slowStartSeconds, 'second'), remove],
    ['targetProtocol', targetProtocol, remove],
    ['protocolVersion', protocolVersion, remove],
    ['healthCheck.healthyGrpcCodes', healthCheck?.grpcCodes, 'Remove it; without path and codes, a TCP connection is enough.'],
  ];
}
