import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CollectionTag, isMap, isScalar, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { Finding } from '../../lib/core/finding/finding';
import { renderFindings } from '../../lib/core/report/render';

/*
 * `<stage>/<CODE>-<name>.yaml` holds the cases of a rule by name: a mistake, what must be said of it, and what becomes of
 * it when the hint is followed to the letter. CONTRIBUTING.md shows one. UPDATE_CASES=1 writes what is said, and nothing else.
 */
export type Stage = 'file' | 'target' | 'options';

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
  readonly says: string;
  readonly path: string;
}

/** A text with what there is to say of it. */
export interface Told {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

type Body = Readonly<Record<string, unknown>>;

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
    return Object.entries(document.toJS() as Record<string, Body>).map(([name, { says, fixed, ...given }]) => {
      const unknown = Object.keys({ ...given, ...(fixed as object) }).filter((key) => !keys.some((known) => known === key));
      if (unknown.length > 0) throw new Error(`${path}: ${name} has no use for ${unknown.join(', ')}, only for ${keys.join(', ')}`);
      return { rule, code: rule.slice(0, 'DR0000'.length), name, given: given as Given, fixed: fixed as Partial<Given>, says: String(says ?? ''), path };
    });
  });
}

type Mend<Given> = (given: Given, fixed: Partial<Given>) => Given;

/** A test for each case that says what the mistake is told, and one more where it is mended. */
export function testCases<Given>(cases: readonly Case<Given>[], told: (given: Given) => Told[], mend: Mend<Given>): void {
  test.each(cases.map((one) => [one.rule, one.name, one] as const))('%s: %s', (_rule, _name, one) => {
    expectSaid(one, tell(one.code, told(one.given)));
    if (one.fixed) expectHome(one.code, told(mend(one.given, one.fixed)).flatMap(({ findings }) => findings));
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
  const own = told.map(({ name, text, findings }) => renderFindings(findings.filter((finding) => finding.code === code), text, name));
  const others = told.flatMap(({ findings }) => findings.map((finding) => finding.code)).filter((other) => other !== code).sort();
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

/** That the author who follows the hint is home: the mistake is gone, and nothing stands in the way. */
function expectHome(code: string, findings: readonly Finding[]): void {
  const left = findings.filter((finding) => finding.code === code || finding.severity === 'error');
  expect(left.map((finding) => `${finding.code} ${finding.message} ${finding.hint}`)).toEqual([]);
}
