import { Notation, NOTATIONS, Reading, READINGS } from './notations';

/** A template placeholder. */
export interface Placeholder {
  /** As it stands in the text: `${TAG}`. */
  readonly text: string;
  /** Its bare name, by which a substitution fills it: `TAG`. None where only a template engine can. */
  readonly name?: string;
  /** What it says to take where it is not filled: `1.0` of `${TAG:-1.0}`. */
  readonly fallback?: string;
  /** Whether it is a word that an example leaves to be written over. */
  readonly isWord: boolean;
  readonly index: number;
}

/** The notations that count in a reading, as one pattern. Names of groups are numbered, as each may stand once. */
function patternOf(notations: readonly Notation[]): RegExp {
  const numbered = notations.map(({ pattern: { source } }, index) =>
    `(?<n${index}>${source.replace(/\(\?<(name|fallback)>/g, `(?<$1${index}>`)})`,
  );
  return new RegExp(numbered.join('|'), 'g');
}

const PATTERNS = new Map(READINGS.map((reading, rank) => {
  const notations = NOTATIONS.filter((notation) => READINGS.indexOf(notation.reading) <= rank);
  return [reading, { notations, pattern: patternOf(notations) }];
}));

/** The source of a pattern for what may stand outside quotes. */
export const BARE_PLACEHOLDER = NOTATIONS.filter(({ reading }) => ['shell', 'value'].includes(reading))
  .map(({ pattern: { source } }) => source.replace(/\(\?<\w+>/g, '(?:'))
  .join('|');

/** What every placeholder of a reading has; most texts have none of it, which is seen at once. */
const SIGNS: Partial<Record<Reading, RegExp>> = { shell: /[<${#%]|__/, value: /[<${#%]|__/ };

/** The placeholders in `text`, in order. */
export function placeholdersIn(text: string, reading: Reading = 'value'): Placeholder[] {
  if (SIGNS[reading]?.test(text) === false) return [];
  const { notations, pattern } = PATTERNS.get(reading)!;
  return [...text.matchAll(pattern)].map(({ 0: found, groups = {}, index }) => {
    const which = notations.findIndex((_, number) => groups[`n${number}`] !== undefined);
    return {
      text: found, name: groups[`name${which}`], fallback: groups[`fallback${which}`],
      isWord: notations[which].word ?? false, index,
    };
  });
}

/** Replaces every placeholder that `values` names; the others stay. Replaced names are added to `used`. */
export function substitute(
  text: string, values: Readonly<Record<string, string>>, used: Set<string>, reading: Reading = 'value',
): string {
  let result = '';
  let end = 0;
  for (const { text: found, name, index } of placeholdersIn(text, reading)) {
    if (name === undefined || !Object.hasOwn(values, name)) continue;
    used.add(name);
    result += text.slice(end, index) + values[name];
    end = index + found.length;
  }
  return result + text.slice(end);
}

/** How substitutions are passed that fill them: `{ "TAG": '…' }`. Names beyond the first few are not read. */
export function substitutionsFor(found: readonly Placeholder[], shown: number): string | undefined {
  const values = [...new Set(found.flatMap(({ name, fallback = '…' }) =>
    (name === undefined ? [] : [`${JSON.stringify(name)}: '${fallback}'`]),
  ))];
  if (values.length === 0) return undefined;
  return `{ ${[...values.slice(0, shown), ...values.length > shown ? ['…'] : []].join(', ')} }`;
}
