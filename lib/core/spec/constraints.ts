import { didYouMean, oneOf } from '../finding/suggest';
import { command, Constraint, constrained, Decoder, integer, resolved } from './decoder';
import { invalidValue, outOfRange, unknownChoice } from './rules';

/** What AWS takes where it documents no bound of its own: an integer of 32 bits. */
const MAX_INTEGER = 2147483647;

/** An integer from `min` to `max`, both allowed. */
export function integerBetween(min: number, max: number): Decoder<number> {
  const must = `between ${min} and ${max}`;
  const hint = (value: number) => (value < min ? `Use at least ${min}.` : `Use at most ${max}.`);
  return constrained(integer, { rule: outOfRange, must, holds: (value) => value >= min && value <= max, hint });
}

/** An integer from `min` on. */
export function integerFrom(min: number): Decoder<number> {
  return integerBetween(min, MAX_INTEGER);
}

/** One of the words that Amazon ECS lists. */
export function choice(...words: readonly string[]): Decoder<string> {
  const hint = (value: string) => didYouMean(value, words).trim() || `Use ${oneOf(words)}.`;
  const word = constrained(command, {
    rule: unknownChoice, must: oneOf(words), holds: (value) => words.includes(value), hint,
  });
  return { ...word, sample: JSON.stringify(words[0]) };
}

/** A string of the form that `must` describes. */
export function textOf(must: string, pattern: RegExp, hint: string): Decoder<string> {
  return constrained(command, matching(must, pattern, hint));
}

/** The same, complete: without placeholders. */
export function resolvedTextOf(must: string, pattern: RegExp, hint: string): Decoder<string> {
  return constrained(resolved, matching(must, pattern, hint));
}

/** A name as Amazon ECS allows it for containers, volumes and families. */
export const name: Decoder<string> = textOf(
  'up to 255 letters, digits, hyphens and underscores',
  /^[A-Za-z0-9_-]{1,255}$/,
  'Replace every other character by a hyphen.',
);

/** A list with at most `max` items. */
export function atMost<T>(max: number, decoder: Decoder<T[]>): Decoder<T[]> {
  const hint = (value: T[]) => `Remove ${value.length - max} of ${value.length}.`;
  return constrained(decoder, {
    rule: outOfRange, must: `at most ${max} items long`, holds: (value) => value.length <= max, hint,
  });
}

function matching(must: string, pattern: RegExp, hint: string): Constraint<string> {
  return { rule: invalidValue, must, holds: (value) => pattern.test(value), hint: () => hint };
}
