import { Severity } from '../../finding/finding';
import { RuleSettings } from '../../settings/settings';
import { TargetRule } from './target-rule';

/** What an Application Load Balancer allows for one rule. */
const MAX_VALUES = 5;
const MAX_LENGTH = 128;

export const ruleConditions: TargetRule = {
  code: 'DR4021',
  name: 'rule-conditions',
  severity: Severity.ERROR,
  summary: 'A listener rule has one to five path patterns and host headers, each of up to 128 characters.',
  reason: 'The load balancer refuses a rule without conditions or with more than it can hold.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  fields: [],
  concerns: 'environment',
  check(spec, { listeners = [] }, { at, report }) {
    for (const [index, { rules = [] }] of listeners.entries()) {
      for (const [ruleIndex, rule] of rules.entries()) {
        for (const [must, hint] of brokenConditions(rule)) report(at(spec), `listeners[${index}].rules[${ruleIndex}] must ${must}.`, hint);
      }
    }
  },
};

function* brokenConditions({ pathPatterns = [], hostHeaders = [] }: RuleSettings): Iterable<readonly [string, string]> {
  const count = pathPatterns.length + hostHeaders.length;
  if (count === 0) yield ['have a condition, got none', 'Add pathPatterns or hostHeaders.'];
  if (count > MAX_VALUES) yield [`have at most ${MAX_VALUES} patterns, got ${count}`, 'Split it into two rules.'];
  for (const pattern of [...pathPatterns, ...hostHeaders]) {
    if (pattern.length > MAX_LENGTH) yield [`have patterns of at most ${MAX_LENGTH} characters, got one of ${pattern.length}`, 'Shorten it with a wildcard.'];
  }
  for (const pattern of pathPatterns) {
    if (!pattern.startsWith('/') && !pattern.startsWith('*')) yield [`have path patterns that start with a slash, got "${pattern}"`, `Write "/${pattern}".`];
  }
}
