import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CollectionTag, isMap, isScalar, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { Finding } from '../../lib/core/finding/finding';
import { renderFindings } from '../../lib/core/report/render';
import { Secrets } from '../../lib/core/report/secrets';

/*
 * `<stage>/<CODE>-<name>.yaml` holds the cases of a rule by name: a mistake, what must be said of it, and what becomes
 * of it when the hint is followed to the letter. CONTRIBUTING.md shows one. UPDATE_CASES=1 writes what is said, and
 * nothing else.
 */
export type Stage = 'file' | 'target' | 'options' | 'compose';

/** A text: that of an input, or one of its own, with some of it replaced. */
export interface Text {
  /** The name of a file in `inputs`. */
  readonly base?: string;
  readonly file?: string;
  /** What stands once in the text, and what takes its place. */
  readonly edit?: Readonly<Record<string, string>>;
}

export interface Case<Given> {
  /** `<CODE>-<name>`. */
  readonly rule: string;
  readonly code: string;
  readonly name: string;
  readonly given: Given;
  /** What the author of the mistake changes when they follow the hint. */
  readonly fixed?: Partial<Given>;
  /** The codes of what is said only then. */
  readonly then: readonly string[];
  /** The words that go, but those of the hint and of the lines it is about. */
  readonly loses: readonly string[];
  /** Why nobody can follow the hint here. */
  readonly cannot?: string;
  readonly says: string;
  readonly path: string;
}

/** A text with what there is to say of it. */
export interface Told {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly secrets: Secrets;
}

type Twin = Partial<Pick<Case<unknown>, 'then' | 'loses'>> & Readonly<Record<string, unknown>>;
type Body = Readonly<Record<string, unknown>> & { readonly fixed?: Twin; readonly cannot?: string };

/** `!repeat [1000, x]` is a text of a thousand times x. */
const REPEAT: CollectionTag = {
  tag: '!repeat',
  collection: 'seq',
  resolve: (seq) => {
    const [times, text] = (seq as YAMLSeq<Scalar>).items.map(({ value }) => value);
    return new Scalar(String(text).repeat(Number(times)));
  },
};

/** The rules that have a file in a stage. */
export function rulesWithCases(stage: Stage): string[] {
  return readdirSync(join(__dirname, stage)).sort().map((file) => basename(file, '.yaml'));
}

/** The cases of a stage that have no other keys than these. */
export function casesOf<Given extends object>(stage: Stage, keys: readonly (keyof Given & string)[]): Case<Given>[] {
  return rulesWithCases(stage).flatMap((rule) => {
    const path = join(__dirname, stage, `${rule}.yaml`);
    const document = parseDocument(readFileSync(path, 'utf8'), { customTags: [REPEAT] });
    if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0].message}`);
    return Object.entries(document.toJS() as Record<string, Body>).map(([name, { says, fixed, cannot, ...given }]) => {
      const { then = [], loses = [], ...changes } = fixed ?? {};
      const unknown = Object.keys({ ...given, ...changes }).filter((key) => !keys.some((known) => known === key));
      if (unknown.length > 0) {
        throw new Error(`${path}: ${name} has no use for ${unknown.join(', ')}, only for ${keys.join(', ')}`);
      }
      const mended = fixed && { fixed: changes as Partial<Given> };
      const code = rule.slice(0, 'DR0000'.length);
      const about = { rule, code, name, given: given as Given, path, says: String(says ?? '') };
      return { ...about, ...mended, then, loses, cannot };
    });
  });
}

/** How the cases of a stage are read. */
export interface Stand<Given> {
  readonly told: (given: Given) => Told[];
  readonly mend: (given: Given, fixed: Partial<Given>) => Given;
  /** Everything that the author wrote. */
  readonly written: (given: Given) => string;
  /** What of it a sentence is about, where that is in no file. */
  readonly named?: (given: Given, said: string) => string;
}

/** A test for each case that says what the mistake is told, and what is left of it where it is mended. */
export function testCases<Given>(cases: readonly Case<Given>[], stand: Stand<Given>): void {
  const { told, mend, written, named = () => '' } = stand;
  test.each(cases.map((one) => [one.rule, one.name, one] as const))('%s: %s', (_rule, _name, one) => {
    const before = told(one.given);
    expectSaid(one, tell(one.code, before));
    if (!one.fixed) return;
    const mended = mend(one.given, one.fixed);
    expectHome(one, findingsOf(before), findingsOf(told(mended)));
    const about = complaintsOf(one, before).map((said) => `${said} ${named(one.given, said)}`);
    expectKept(one, written(one.given), written(mended), about);
  });
}

export function textOf({ base, file, edit = {} }: Text): string {
  return edited(file ?? readFileSync(join(__dirname, 'inputs', `${base}.json`), 'utf8'), edit);
}

/** The text after the hint was followed, as one without edits. */
export function mendedText(given: Text, { base, file, edit }: Text): Text {
  const text = base === undefined && file === undefined ? textOf(given) : textOf({ base, file });
  return { base: undefined, file: edited(text, edit ?? {}), edit: undefined };
}

export function edited(text: string, edit: Readonly<Record<string, string>>): string {
  return Object.entries(edit).reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} must stand once in\n${before}`);
    return before.replace(from, () => to);
  }, text);
}

/** The keys of `changes` in place of those of `given`; null removes one. */
export function merged<T extends object>(given: T | undefined, changes: object | undefined): T {
  const all = Object.entries({ ...given, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(all) as T;
}

/** The findings of one code as they are read, and a line that counts the others. */
function tell(code: string, told: readonly Told[]): string {
  const isOwn = (finding: Finding) => finding.code === code;
  const own = told.map(({ name, findings, secrets }) => renderFindings(findings.filter(isOwn), secrets, name));
  const others = findingsOf(told).map((finding) => finding.code).filter((other) => other !== code).sort();
  const count = others.length > 0 ? [`and ${others.length} more: ${others.join(' ')}\n`] : [];
  return [...own.filter((text) => text !== ''), ...count].join('\n');
}

/** Holds what is said against the file of the case, or writes it there. */
function expectSaid({ path, name, code, says }: Case<unknown>, said: string): void {
  expect(said).toContain(` ${code} `);
  if (process.env.UPDATE_CASES) writeFileSync(path, withSaid(readFileSync(path, 'utf8'), name, said));
  else expect(said).toBe(says);
}

/** The text of a file of cases with another `says` for one of them, and no other change. */
export function withSaid(source: string, name: string, said: string): string {
  const body = (parseDocument(source, { customTags: [REPEAT] }).contents as YAMLMap).get(name);
  const pair = isMap(body) ? body.items.find(({ key }) => isScalar(key) && key.value === 'says') : undefined;
  if (!pair) throw new Error(`${name} needs a line "says:" to be filled`);
  const start = (pair.key as Scalar).range![0];
  const end = isScalar(pair.value) ? pair.value.range![1] : start + 'says:'.length;
  const indent = ' '.repeat(start - source.lastIndexOf('\n', start - 1) + 1);
  const block = said.trimEnd().split('\n').map((line) => (line === '' ? '' : indent + line)).join('\n');
  const [blank] = /\s*$/.exec(source.slice(start, end))!;
  return `${source.slice(0, start)}says: |\n${block}${blank}${source.slice(end)}`;
}

function findingsOf(told: readonly Told[]): Finding[] {
  return told.flatMap(({ findings }) => findings);
}

/** That the author who follows the hint is home: the mistake is gone, without an error, and nothing new is said. */
function expectHome({ code, then }: Case<unknown>, before: readonly Finding[], after: readonly Finding[]): void {
  const left = after.filter((finding) => finding.code === code || finding.severity === 'error');
  expect(left.map((finding) => `${finding.code} ${finding.message} ${finding.hint}`)).toEqual([]);
  const known = before.map((finding) => finding.code);
  expect([...new Set(after.map((finding) => finding.code).filter((one) => !known.includes(one)))].sort()).toEqual(then);
}

/** What is said of the mistake, with the lines that it is about. */
function complaintsOf({ code }: Case<unknown>, told: readonly Told[]): string[] {
  return told.flatMap(({ text, findings }) => findings
    .filter((finding) => finding.code === code || finding.severity === 'error')
    .map(({ message, hint, line }) => `${message} ${hint} ${blockAt(text, line)}`));
}

/** That nothing of what was written is lost, but on the lines that are complained about and what is said of them. */
function expectKept({ loses }: Case<unknown>, written: string, mended: string, about: readonly string[]): void {
  const named = new Set(about.flatMap(wordsOf));
  const kept = countOf(wordsOf(mended));
  const isLost = ([word, count]: [string, number]) => count > (kept.get(word) ?? 0) && !named.has(word);
  const lost = [...countOf(wordsOf(written))].filter(isLost);
  expect(lost.map(([word]) => word).sort()).toEqual(loses);
}

/** A line, with those that are indented below it where that has a meaning. */
function blockAt(text: string, line: number): string {
  const [first, ...rest] = text.split('\n').slice(line - 1);
  if (text.trimStart().startsWith('{')) return first;
  const depth = first.search(/\S/);
  const end = rest.findIndex((next) => next.search(/\S/) <= depth);
  return [first, ...rest.slice(0, end < 0 ? undefined : end)].join('\n');
}

/** The words of a text, but for the keys of JSON. */
function wordsOf(text: string): string[] {
  return text.replace(/"[^"\n]*"\s*:/g, '').match(/\w[\w-]*/g) ?? [];
}

function countOf(words: readonly string[]): Map<string, number> {
  return words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>());
}
