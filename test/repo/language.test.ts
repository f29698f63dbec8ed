import { ALL_RULES } from '../../lib/core/rules/registry';

/* Words of AWS where a user reads: forward, respond, allow, fire, capacity, and no riddles in front. */
const AVOIDED: readonly (readonly [RegExp, string])[] = [
  [/^(What|Who|Whom|How|Where|Whether|Which)\b/, 'name the thing'],
  [/\bstands?\b/i, 'is'],
  [/\bleads? to\b/i, 'forwards to'],
  [/\bgo(es)? off\b/i, 'fires'],
  [/\bhears? of\b/i, 'is notified of'],
  [/\blets? in\b/i, 'allows'],
  [/\bspeaks?\b/i, 'names the protocol'],
  [/\bpass(es)? (connections|them) on\b/i, 'of a Network Load Balancer'],
  [/\bcan be had\b/i, 'is supported'],
  [/\btakes? the place of\b/i, 'replaces'],
];

test.each(ALL_RULES.map(({ code, summary }) => [code, summary] as const))('%s says it in words of AWS', (_, summary) => {
  expect(AVOIDED.filter(([word]) => word.test(summary)).map(([word, better]) => `${word}: ${better}`)).toEqual([]);
});
