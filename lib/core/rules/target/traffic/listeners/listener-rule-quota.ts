import { Severity } from '../../../../finding/finding';
import { hasSecondGroups } from '../../../../settings/service/scheduling';
import { hasConditions } from '../../../../settings/traffic/listeners';
import { ruleSetsOf } from '../../../../settings/traffic/traffic';
import { TargetRule } from '../../target-rule';

const MAX_RULES = 100;

export const listenerRuleQuota: TargetRule = {
  code: 'DR4058',
  name: 'listener-rule-quota',
  severity: Severity.WARNING,
  summary: 'The listeners of a load balancer have at most 100 rules together, those of all services counted.',
  reason: 'The load balancer refuses more, unless AWS has raised the quota of the account.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const sets = ruleSetsOf(settings);
    const last = hasSecondGroups(settings.scheduling)
      ? sets.filter(({ forwardsRest, guarded }) => forwardsRest && !guarded).length
      : 0;
    const own = sets.flatMap(({ rules }) => rules).filter(hasConditions).length + last;
    const others = (settings.neighbors ?? []).reduce((sum, { rules }) => sum + rules.length, 0);
    if (own === 0 || own + others <= MAX_RULES) return;
    const shared = others === 0 ? '' : `, of which ${others} are of other services`;
    report(at(spec), `The listeners must have at most ${MAX_RULES} rules together, got ${own + others}${shared}.`,
      'Join rules that lead to the same container, or ask AWS for a higher quota and acknowledge this.',
      ['listeners', 'rules']);
  },
};
