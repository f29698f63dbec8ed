import { Severity } from '../../../finding/finding';
import { givenProps, showValue } from '../../../settings/fields/faults';
import { requestFields, targetFields } from '../../../settings/fields/target';
import { isNetwork } from '../../../settings/protocols';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

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
      if (!isNetwork(listener)) continue;
      const { protocol, rules = [], action } = listener;
      const foreign = (prop: string, got: string, hint: string) => report(at(spec),
        `listeners[${index}].${prop} must be left out on a ${protocol} listener, which passes connections on without looking into them, got ${got}.`, hint);
      if (rules.length > 0) foreign('rules', counted(rules.length, 'rule'), `Give each container a listener of its own, or ${SPEAK}.`);
      if (action) foreign('defaultAction', action.kind, `Remove it, or ${SPEAK}.`);
      for (const { prop, row, value } of givenProps({ ...requestFields, healthCheck: targetFields.healthCheck }, listener)) {
        if (row.only && !row.only.protocols.includes(protocol)) foreign(prop, showValue(row, value), row.only.hint);
      }
    }
  },
};
