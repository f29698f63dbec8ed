import { Severity } from '../../../../finding/finding';
import { ruleKey } from '../../../../settings/traffic/rule-priority';
import { RuleSet, ruleSetsOf } from '../../../../settings/traffic/traffic';
import { TargetName, TargetRule } from '../../target-rule';

/** What an Application Load Balancer allows for one rule. */
const MAX_VALUES = 5;
const MAX_LENGTH = 128;
const MAX_WILDCARDS = 6;
const PATH = /^[\w.$/~"'@:+&*?-]*$/;
const HOST = /^[A-Za-z0-9.*?-]*$/;

/** What stands for a value that is known when the app is deployed. */
const TOKEN = '${Token[';

export const ruleConditions: TargetRule = {
  code: 'DR4021',
  name: 'rule-conditions',
  severity: Severity.ERROR,
  summary:
    'A listener rule has one to five path patterns and host headers of its own, each of up to 128 characters that '
    + 'the load balancer takes, with up to six wildcards in all.',
  reason:
    'The load balancer refuses a rule without conditions or with more than it can hold, and never gets to a second '
    + 'one with the same.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report, target }) {
    for (const { rules, props, guarded } of ruleSetsOf(settings)) {
      const keys = rules.map(ruleKey);
      for (const [index, rule] of rules.entries()) {
        const first = keys.indexOf(keys[index]);
        const isRepeated = first < index && rules[first].priority !== rule.priority;
        const broken = [
          ...brokenConditions(rule, guarded), ...strangeCharacters(rule, target), ...(isRepeated ? [repeated(props[first])] : []),
        ];
        for (const [must, hint] of broken) report(at(spec), `${props[index]} must ${must}.`, hint, [props[index]]);
      }
    }
  },
};

/** Rules that share their priority too are told so by the rule about that. */
function repeated(first: string): readonly [string, string] {
  return [`have conditions of its own, got those of ${first}`, 'Remove one of the two, or change its conditions.'];
}

function* brokenConditions(
  { pathPatterns = [], hostHeaders = [], mayBeDefault = false }: RuleSet['rules'][number], guarded: boolean,
): Iterable<readonly [string, string]> {
  const max = guarded ? MAX_VALUES - 1 : MAX_VALUES;
  const count = pathPatterns.length + hostHeaders.length;
  if (count === 0 && !mayBeDefault) yield ['have a condition, got none', 'Add pathPatterns or hostHeaders.'];
  if (count > max) {
    yield [
      `have at most ${max} patterns${guarded ? ' beside the header of CloudFront' : ''}, got ${count}`,
      'Split it into two rules.',
    ];
  }
  for (const pattern of [...pathPatterns, ...hostHeaders]) {
    if (pattern.length > MAX_LENGTH) {
      yield [
        `have patterns of at most ${MAX_LENGTH} characters, got one of ${pattern.length}`,
        'Shorten it with a wildcard.',
      ];
    }
  }
  const wildcards = [...pathPatterns, ...hostHeaders].join('').replace(/[^*?]/g, '').length;
  if (wildcards > MAX_WILDCARDS) {
    yield [`have at most ${MAX_WILDCARDS} wildcards, got ${wildcards}`, 'Split it into two rules.'];
  }
  for (const pattern of pathPatterns) {
    if (!pattern.startsWith('/') && !pattern.startsWith('*')) {
      yield [`have path patterns that start with a slash, got "${pattern}"`, `Write "/${pattern}".`];
    }
  }
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
function* strangeCharacters(
  { pathPatterns = [], hostHeaders = [] }: RuleSet['rules'][number], target: TargetName,
): Iterable<readonly [string, string]> {
  const isKnown = (pattern: string) => !pattern.includes(TOKEN);
  for (const pattern of pathPatterns.filter(isKnown)) {
    // Of commas, the rule about Elastic Beanstalk has more to say.
    if (PATH.test(target === 'beanstalk' ? pattern.replaceAll(',', '') : pattern)) continue;
    yield [
      `have path patterns of letters, digits and _ - . $ / ~ " ' @ : + & * ?, got ${JSON.stringify(pattern)}`,
      'Put "?" in the place of every other character.',
    ];
  }
  for (const host of hostHeaders.filter(isKnown)) {
    if (!HOST.test(host)) {
      yield [
        `have host headers of letters, digits and - . * ?, got ${JSON.stringify(host)}`,
        'Write the name alone, without a scheme and a port, and in Punycode.',
      ];
    } else if (!host.includes('.')) {
      yield [
        `have host headers with a dot, got ${JSON.stringify(host)}`, 'Write the whole name, as in "*.example.com".',
      ];
    }
  }
}
