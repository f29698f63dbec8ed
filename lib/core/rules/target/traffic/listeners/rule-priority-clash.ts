import { Severity } from '../../../../finding/finding';
import { hasSecondGroups } from '../../../../settings/service/scheduling';
import { EnvironmentSettings, RuleSettings } from '../../../../settings/settings';
import { MAX_BEANSTALK_PRIORITY, MAX_PRIORITY } from '../../../../settings/traffic/listener';
import { beanstalkPriorities, ruleKey, rulePriority } from '../../../../settings/traffic/rule-priority';
import { RuleSet, ruleSetsOf } from '../../../../settings/traffic/traffic';
import { TargetRule } from '../../target-rule';

export const rulePriorityClash: TargetRule = {
  code: 'DR4022',
  name: 'rule-priority-clash',
  severity: Severity.ERROR,
  summary: 'No two rules of a listener have the same priority.',
  reason:
    'The load balancer refuses the second one. Without a priority, a rule gets one from its own conditions, so that '
    + 'no rule that is added after it moves it.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report, target }) {
    const onBeanstalk = target === 'beanstalk';
    const highest = onBeanstalk ? MAX_BEANSTALK_PRIORITY : MAX_PRIORITY;
    for (const { rules, props, ...set } of ruleSetsOf(settings)) {
      const taken = lastRuleOf(set, settings);
      const owners = new Map<number, number>();
      const priorities = onBeanstalk ? beanstalkPriorities(rules) : rules.map(rulePriority);
      for (const [index, rule] of rules.entries()) {
        const priority = priorities[index];
        if (taken !== '' && priority === highest) {
          report(
            at(spec), `${props[index]}.priority must be below ${highest}${taken}, got ${priority}.`,
            'Give another number, or none.', [`${props[index]}.priority`],
          );
        }
        const owner = owners.get(priority);
        if (owner !== undefined) {
          report(
            at(spec),
            `${props[index]} must have a priority of its own, got ${priority}, which ${props[owner]} has already.`,
            remedy(rule, rules[owner]), [`${props[index]}.priority`, `${props[owner]}.priority`],
          );
        }
        owners.set(priority, owner ?? index);
      }
    }
  },
};

/** For what a listener needs its last priority itself; nothing if it does not. */
function lastRuleOf(
  { guarded, forwardsRest }: Pick<RuleSet, 'guarded' | 'forwardsRest'>, { scheduling }: EnvironmentSettings,
): string {
  if (guarded) return ' behind CloudFront';
  return forwardsRest && hasSecondGroups(scheduling) ? ' with two target groups for each route' : '';
}

function remedy(rule: RuleSettings, owner: RuleSettings): string {
  if (ruleKey(rule) === ruleKey(owner)) return 'Remove one of the two, or give it other conditions.';
  return rule.priority === undefined && owner.priority === undefined
    ? 'Give one of them a priority.'
    : 'Give it another priority.';
}
