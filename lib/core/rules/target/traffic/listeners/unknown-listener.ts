import { Severity } from '../../../../finding/finding';
import { oneOf } from '../../../../finding/suggest';
import { TargetRule } from '../../target-rule';

export const unknownListener: TargetRule = {
  code: 'DR4082',
  name: 'unknown-listener',
  severity: Severity.ERROR,
  summary: 'A rule of an added service is on an HTTP or HTTPS listener of its environment.',
  reason: 'The load balancer is made with the environment; a rule cannot open another port.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { rules = [], sharedListeners }, { at, report }) {
    if (!sharedListeners) return;
    for (const [index, { listener }] of rules.entries()) {
      if (sharedListeners.includes(listener)) continue;
      const known =
        sharedListeners.length === 0
          ? 'but the environment has none'
          : `which is none of ${sharedListeners.join(', ')}`;
      const hint =
        sharedListeners.length === 0
          ? 'Give listeners to the environment.'
          : `Set it to ${oneOf(sharedListeners.map(Number))}, or add the listener to the environment.`;
      report(
        at(spec),
        `rules[${index}].listenerPort must be the port of a listener that speaks HTTP or HTTPS, got ${listener}, `
          + `${known}.`,
        hint, [`rules[${index}].listenerPort`],
      );
    }
  },
};
