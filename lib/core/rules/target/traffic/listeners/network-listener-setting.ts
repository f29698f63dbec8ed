import { Severity } from '../../../../finding/finding';
import { choices } from '../../../../finding/suggest';
import { givenProps, showValue } from '../../../../settings/fields/faults';
import { Fields, Given } from '../../../../settings/fields/field';
import { listenerFields, ruleFields } from '../../../../settings/traffic/listener';
import { isNetworkProtocol, ListenerProtocol } from '../../../../settings/traffic/protocols';
import { allTargetFields } from '../../../../settings/traffic/target';
import { TargetRule } from '../../target-rule';

const BLIND = 'which passes connections on without looking into them';

export const networkListenerSetting: TargetRule = {
  code: 'DR4091',
  name: 'network-listener-setting',
  severity: Severity.ERROR,
  summary: 'A listener of a Network Load Balancer has no rules, no actions, and no other setting about HTTP requests.',
  reason: 'A Network Load Balancer knows addresses and ports only: no paths, hosts, cookies or versions of HTTP.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const { listeners = [], rules = [], networkRoutes = [], loadBalancerKind } = settings;
    if (loadBalancerKind === 'application') return;
    const told = [
      ...listeners.flatMap((listener, index) => strangers(listenerFields, listener, `listeners[${index}]`)),
      ...rules.flatMap((rule, index) => strangers(ruleFields, rule, `rules[${index}]`)),
      ...networkRoutes.flatMap((route, index) => strangers(allTargetFields, route, `networkRoutes[${index}]`)),
    ];
    for (const [prop, must, hint] of told) report(at(spec), `${prop} ${must}`, hint, [prop]);
  },
};

/** What rows do not allow on a listener of this protocol. */
function strangers<F extends Fields>(
  fields: F, given: Given<F> & { readonly protocol?: ListenerProtocol }, path: string,
): (readonly [prop: string, must: string, hint: string])[] {
  const { protocol } = given;
  return [...givenProps(fields, given, path)].flatMap(({ prop, row, value }) => {
    const { only } = row;
    const isNone = Array.isArray(value) && value.length === 0;
    if (!only || isNone || only.protocols.includes(protocol ?? 'HTTP')) return [];
    return isNetworkProtocol(protocol) && only.protocols.includes('HTTP')
      ? [[prop, `must be left out on a ${protocol} listener, ${BLIND}, got ${showValue(row, value)}.`, only.hint]]
      : [[
        prop, `must come with a listener that speaks ${choices(only.protocols)}, got ${protocol ?? 'HTTP'}.`, only.hint,
      ]];
  });
}
