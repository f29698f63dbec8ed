import { Severity } from '../../../../finding/finding';
import { Neighbor } from '../../../../settings/service/neighbor';
import { RouteSettings } from '../../../../settings/settings';
import { ruleKey, rulePriority } from '../../../../settings/traffic/rule-priority';
import { TargetRule } from '../../target-rule';

export const neighborRuleClash: TargetRule = {
  code: 'DR4081',
  name: 'neighbor-rule-clash',
  severity: Severity.ERROR,
  summary: 'No two services have rules with the same priority or the same conditions on one listener.',
  reason:
    'The load balancer refuses a second rule of the same priority, and never gets to a second one with the same '
    + 'conditions.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { rules = [], neighbors = [] }, { at, report }) {
    for (const [index, rule] of rules.entries()) {
      const [clash] = neighbors.flatMap((neighbor) => clashOf(rule, neighbor));
      if (clash) {
        report(at(spec), `rules[${index}] must have ${clash}.`, 'Give it other conditions, or another priority.', [
          `rules[${index}]`,
        ]);
      }
    }
  },
};

function clashOf(rule: RouteSettings, { name, rules }: Neighbor): string[] {
  const [key, priority] = [ruleKey(rule), rulePriority(rule)];
  const there = rules.filter(({ listener }) => listener === rule.listener);
  if (there.some((other) => other.key === key)) {
    return [`conditions of its own, got those of a rule of service "${name}"`];
  }
  return there.some((other) => other.priority === priority)
    ? [`a priority of its own, got ${priority}, which a rule of service "${name}" has already`]
    : [];
}
