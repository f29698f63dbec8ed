import fc from 'fast-check';
import { RuleSettings } from '../../lib/core/settings/settings';
import { MAX_PRIORITY } from '../../lib/core/settings/traffic/listener';
import { beanstalkPriorities, ruleKey, rulePriority } from '../../lib/core/settings/traffic/rule-priority';

/** From the rule that is tried first to the one that is tried last. */
const BY_PRECEDENCE: readonly RuleSettings[] = [
  { hostHeaders: ['api.example.com'], pathPatterns: ['/orders/export'] },
  { hostHeaders: ['api.example.com'], pathPatterns: ['/orders/*'] },
  { hostHeaders: ['api.example.com'] },
  { hostHeaders: ['*.example.com'], pathPatterns: ['/orders/export'] },
  { hostHeaders: ['*.example.com'], pathPatterns: ['/orders/*'] },
  { hostHeaders: ['*.example.com'] },
  { pathPatterns: ['/orders/export'] },
  { pathPatterns: ['/orders'] },
  { pathPatterns: ['/orders/export/*'] },
  { pathPatterns: ['/orders/*'] },
  { pathPatterns: ['/o*'] },
  { pathPatterns: ['/*'] },
];

test('the more specific rule is tried first', () => {
  const priorities = BY_PRECEDENCE.map(rulePriority);
  expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
  expect(new Set(priorities).size).toBe(priorities.length);
});

test('a given priority is taken as it is', () => {
  expect(rulePriority({ pathPatterns: ['/orders/*'], priority: 7 })).toBe(7);
});

test('the priority and the key depend on the conditions, not on their order or on the target', () => {
  const rule = { pathPatterns: ['/a', '/b'], hostHeaders: ['x.example.com', 'y.example.com'] };
  const turned = { pathPatterns: ['/b', '/a'], hostHeaders: ['y.example.com', 'x.example.com'], containerName: 'api', slowStart: 30 };
  expect([rulePriority(turned), ruleKey(turned)]).toEqual([rulePriority(rule), ruleKey(rule)]);
});

test('the priority of a rule never changes from one version to the next', () => {
  expect(BY_PRECEDENCE.map(rulePriority)).toMatchInlineSnapshot(`
[
  4268,
  10269,
  15187,
  20776,
  26747,
  31941,
  37300,
  37879,
  42710,
  43333,
  43806,
  43908,
]
`);
});

test('every rule gets a priority that a load balancer accepts', () => {
  const patterns = fc.array(fc.string({ maxLength: 128 }), { maxLength: 5 });
  fc.assert(fc.property(patterns, patterns, (pathPatterns, hostHeaders) => {
    const priority = rulePriority({ pathPatterns, hostHeaders });
    return Number.isInteger(priority) && priority >= 1 && priority <= MAX_PRIORITY;
  }), { numRuns: 2000, seed: 1 });
});

describe('on Elastic Beanstalk', () => {
  const rule = (path: string): RuleSettings => ({ pathPatterns: [path] });
  const LETTERS = ['/a/*', '/b/*', '/c/*', '/d/*', '/e/*', '/f/*', '/g/*', '/h/*'].map(rule);

  test('the more specific rule is tried first', () => {
    const priorities = beanstalkPriorities(BY_PRECEDENCE);
    expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
    expect(new Set(priorities).size).toBe(priorities.length);
  });

  test('rules of one length have a place each, and a rule that is added at the end moves none', () => {
    const priorities = beanstalkPriorities(LETTERS);
    expect(new Set(priorities).size).toBe(LETTERS.length);
    for (const [index] of LETTERS.entries()) {
      expect(beanstalkPriorities(LETTERS.slice(0, index))).toEqual(priorities.slice(0, index));
    }
  });

  test('one more than there are places has the priority of another', () => {
    expect(new Set(beanstalkPriorities([...LETTERS, rule('/i/*')])).size).toBe(LETTERS.length);
  });

  test('a given priority is kept, and no other rule gets it', () => {
    const [own] = beanstalkPriorities([rule('/a/*')]);
    const [first, given] = beanstalkPriorities([rule('/a/*'), { ...rule('/long/path/*'), priority: own }]);
    expect(given).toBe(own);
    expect(first).not.toBe(own);
  });

  test('two rules with the same conditions have the same priority', () => {
    const [one, other] = beanstalkPriorities([rule('/a/*'), rule('/a/*')]);
    expect(one).toBe(other);
  });
});
