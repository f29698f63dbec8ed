import { Severity } from '../../../../finding/finding';
import { choices } from '../../../../finding/suggest';
import { givenProps, showValue } from '../../../../settings/fields/faults';
import { actionsOf, PlacedTarget } from '../../../../settings/traffic/listeners';
import { isNetworkProtocol } from '../../../../settings/traffic/protocols';
import { allTargetFields } from '../../../../settings/traffic/target';
import { counted } from '../../counts';
import { TargetRule } from '../../target-rule';

const BLIND = 'which passes connections on without looking into them';
const SPEAK = 'use Protocol.HTTP or Protocol.HTTPS';

export const networkListenerSetting: TargetRule = {
  code: 'DR4091',
  name: 'network-listener-setting',
  severity: Severity.ERROR,
  summary:
    'A listener that passes connections on has no rules, no answer of its own, and nothing else that takes looking '
    + 'into requests.',
  reason: 'A Network Load Balancer knows addresses and ports only: no paths, hosts, cookies or versions of HTTP.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    if (settings.loadBalancerKind === 'application') return;
    for (const [index, { protocol, rules = [], action }] of (settings.listeners ?? []).entries()) {
      if (!isNetworkProtocol(protocol)) continue;
      const foreign = (prop: string, got: string, hint: string) =>
        report(
          at(spec), `listeners[${index}].${prop} must be left out on a ${protocol} listener, ${BLIND}, got ${got}.`,
          hint,
        );
      if (rules.length > 0) {foreign('rules', counted(rules.length, 'rule'), `Give each container a listener of its own, or ${SPEAK}.`);}
      if (action) foreign('defaultAction', action.kind, `Remove it, or ${SPEAK}.`);
    }
    for (const { prop: path, target } of actionsOf(settings)) {
      for (const [message, hint] of strangers(target, path)) report(at(spec), message, hint);
    }
  },
};

/** What the row of a prop does not allow on a listener of this protocol. */
function* strangers({ protocol, ...target }: PlacedTarget['target'], path: string): Iterable<readonly [message: string, hint: string]> {
  for (const { prop, row: { only, ...row }, value } of givenProps(allTargetFields, target, path)) {
    if (!only || only.protocols.includes(protocol ?? 'HTTP')) continue;
    const got = showValue(row, value);
    yield isNetworkProtocol(protocol) && only.protocols.includes('HTTP')
      ? [`${prop} must be left out on a ${protocol} listener, ${BLIND}, got ${got}.`, only.hint]
      : [`${prop} must come with a listener that speaks ${choices(only.protocols)}, got ${protocol ?? 'HTTP'}.`, only.hint];
  }
}
