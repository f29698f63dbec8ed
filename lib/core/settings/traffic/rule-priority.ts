import { createHash } from 'node:crypto';
import { RuleSettings } from './listener';

/** Literal characters that still make a pattern more specific; longer ones count as this long. */
const MAX_LENGTH = 63;

/** Priorities within a band; rules of one band differ by their hash. */
const BAND_WIDTH = 86;

/**
 * The priority of a rule, from the rule alone, so that no other rule changes it: the given one, or a band by how
 * specific its conditions are and within it a hash of them. A host beats none, a literal host one with wildcards, a
 * literal path one with wildcards, and a longer pattern a shorter one.
 */
export function rulePriority(rule: RuleSettings): number {
  if (rule.priority !== undefined) return rule.priority;
  const { hostHeaders = [], pathPatterns = [] } = rule;
  const host = 2 - specificity(hostHeaders);
  const path = 2 - specificity(pathPatterns);
  const length = MAX_LENGTH - Math.min(MAX_LENGTH, literalLength(pathPatterns.length > 0 ? pathPatterns : hostHeaders));
  const band = (host * 3 + path) * (MAX_LENGTH + 1) + length;
  return band * BAND_WIDTH + (parseInt(ruleKey(rule), 16) % BAND_WIDTH) + 1;
}

/**
 * How many places each band has on Elastic Beanstalk, for each length of a pattern that counts. Of rules without
 * wildcards no two take the same request, so that their order says nothing.
 */
const BEANSTALK_BANDS: readonly { readonly lengths: number; readonly places: number }[] = [
  { lengths: 1, places: 64 }, { lengths: 24, places: 4 }, { lengths: 1, places: 128 },
  { lengths: 12, places: 3 }, { lengths: 12, places: 3 }, { lengths: 24, places: 3 },
  { lengths: 1, places: 160 }, { lengths: 48, places: 8 }, { lengths: 1, places: 1 },
];

/**
 * The same among the numbers that Elastic Beanstalk takes. They are few: of two rules that hash to one place the later
 * one gets the next free place, so that a rule that is added at the end moves none.
 */
export function beanstalkPriorities(rules: readonly RuleSettings[]): number[] {
  const taken = new Set(rules.flatMap(({ priority }) => priority ?? []));
  const placed = new Map<string, number>();
  return rules.map((rule) => {
    if (rule.priority !== undefined) return rule.priority;
    const key = ruleKey(rule);
    const priority = placed.get(key) ?? freePlace(rule, taken);
    placed.set(key, priority);
    taken.add(priority);
    return priority;
  });
}

/** The place of a rule by its hash or the next free one; its own when no place is free. */
function freePlace(rule: RuleSettings, taken: ReadonlySet<number>): number {
  const { first, places } = beanstalkPlaces(rule);
  const own = parseInt(ruleKey(rule), 16) % places;
  const free = Array.from({ length: places }, (_, step) => first + (own + step) % places)
    .find((place) => !taken.has(place));
  return free ?? first + own;
}

function beanstalkPlaces(rule: RuleSettings): { readonly first: number; readonly places: number } {
  const { hostHeaders = [], pathPatterns = [] } = rule;
  const at = (2 - specificity(hostHeaders)) * 3 + 2 - specificity(pathPatterns);
  const { lengths, places } = BEANSTALK_BANDS[at];
  const before = BEANSTALK_BANDS.slice(0, at).reduce((sum, band) => sum + band.lengths * band.places, 0);
  const long = Math.min(lengths - 1, literalLength(pathPatterns.length > 0 ? pathPatterns : hostHeaders));
  return { first: before + (lengths - 1 - long) * places + 1, places };
}

/** 2 for patterns without wildcards, 1 for patterns with some, 0 for no patterns. */
function specificity(patterns: readonly string[]): number {
  if (patterns.length === 0) return 0;
  return patterns.some((pattern) => /[*?]/.test(pattern)) ? 1 : 2;
}

function literalLength(patterns: readonly string[]): number {
  return Math.min(...patterns.map((pattern) => pattern.replace(/[*?]/g, '').length));
}

/** Eight hexadecimal digits that stand for the conditions of a rule, for a construct id that no other rule changes. */
export function ruleKey({ hostHeaders = [], pathPatterns = [] }: RuleSettings): string {
  const conditions = JSON.stringify([[...hostHeaders].sort(), [...pathPatterns].sort()]);
  return createHash('sha256').update(conditions).digest('hex').slice(0, 8);
}
