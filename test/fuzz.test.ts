import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Finding } from '../lib/core/finding/finding';
import { planEcs } from '../lib/core/plan/ecs/ecs';
import { hasErrors, readDockerrun } from '../lib/core/reading/read';
import { renderFindings } from '../lib/core/report/render';
import { Dockerrun } from '../lib/dockerrun';
import { textOf } from './cases/case';
import { fileCases } from './cases/stages';

/*
 * Whatever the text is, reading it says something useful or nothing, and never throws.
 */
const OPTIONS = { strict: false, substitutions: {} };

/** Rules about the syntax of a text that is JSON. */
const ABOUT_JSON = ['duplicate-key', 'token-lookalike'];

function filesBelow(folder: string): string[] {
  return readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.endsWith('options.json') && !file.endsWith('settings.json'))
    .map((file) => readFileSync(join(__dirname, folder, file), 'utf8'));
}

const caseTexts = fileCases().map(({ given }) => textOf(given));
const seeds = [...filesBelow('fixtures'), ...caseTexts, ...filesBelow('../bin/sample')].filter(
  (text) => text.length < 20_000,
);
const trees = seeds.flatMap((text) => {
  try {
    return [JSON.parse(text) as unknown];
  } catch {
    return [];
  }
});

/** Pieces that mean something to one stage or another. */
const piece = fc.oneof(
  fc.constantFrom(...'{}[],:"\'\\/<>$%\t\r\n\0\u2028\uFEFF0-.eé😀'),
  fc.constantFrom(
    '${TAG}',
    '{{TAG}}',
    '<TAG>',
    '%TAG%',
    '$TAG',
    '//',
    '/*',
    '*/',
    'null',
    'true',
    'NaN',
    '1e999',
    '-0',
    '"__proto__"',
    '\\u0000',
    '\ud800',
    '""',
  ),
  fc.string({ maxLength: 4 }),
);

/** A seed with a few characters deleted, inserted or replaced. */
const mutatedText = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        deleted: fc.nat({ max: 3 }),
        inserted: fc.oneof(fc.constant(''), piece),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([seed, edits]) =>
    edits.reduce((text, { at, deleted, inserted }) => {
      const index = Math.floor(at * text.length);
      return text.slice(0, index) + inserted + text.slice(index + deleted);
    }, seed),
  );

const scalar = fc.constantFrom<unknown>(
  null, true, false, 0, -1, 1.5, 1e300, 65536, '', ' ', 'x', '80', 'a:b:c', '${TAG}', '$HOME', '/', '../x', '1-2',
  '9-1', 'arn:aws:iam::1:role/x', '__proto__',
);
const foreign = fc.oneof(
  scalar,
  scalar.map((value) => [value]),
  scalar.map((value) => ({ name: value, value })),
  fc.constantFrom<unknown>([], {}, [[[[]]]], { a: { b: { c: [] } } }),
  fc.constantFrom(...trees),
);
const treeEdit = fc.record({
  at: fc.nat(),
  from: fc.nat(),
  kind: fc.constantFrom('delete', 'duplicate', 'swap', 'replace', 'rename', 'wrap') as fc.Arbitrary<EditKind>,
  value: foreign,
});

type EditKind = 'delete' | 'duplicate' | 'swap' | 'replace' | 'rename' | 'wrap';
interface Slot { readonly owner: any; readonly key: string | number }

function slotsOf(node: unknown): Slot[] {
  if (typeof node !== 'object' || node === null) return [];
  const keys = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  return keys.flatMap((key) => [{ owner: node, key }, ...slotsOf((node as any)[key])]);
}

function applyEdit(
  tree: unknown, { at, from, kind, value }: { at: number; from: number; kind: EditKind; value: unknown },
): unknown {
  const slots = slotsOf(tree);
  if (slots.length === 0) return value;
  const { owner, key } = slots[at % slots.length];
  const other = slots[from % slots.length];
  const copied = structuredClone(other.owner[other.key]);
  if (kind === 'delete' && Array.isArray(owner)) owner.splice(Number(key), 1);
  else if (kind === 'delete') delete owner[key];
  else if (kind === 'duplicate' && Array.isArray(owner)) owner.push(structuredClone(owner[Number(key)]));
  else if (kind === 'swap' || kind === 'duplicate') owner[key] = copied;
  else if (kind === 'rename') owner[String(other.key)] = structuredClone(owner[key]);
  else if (kind === 'wrap') owner[key] = [structuredClone(owner[key])];
  else owner[key] = structuredClone(value);
  return tree;
}

/** A valid seed with a few of its values deleted, duplicated, swapped or turned into others. */
const mutatedTree = fc
  .tuple(fc.constantFrom(...trees), fc.array(treeEdit, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 1, '\t'))
  .map(
    ([tree, edits, indent]) =>
      JSON.stringify(edits.reduce(applyEdit, structuredClone(tree)), undefined, indent) ?? 'null',
  );

function expectUseful(findings: readonly Finding[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  const isUseful = ({ line, column, length, message, hint, code }: Finding) => /^DR\d{4}$/.test(code)
    && message.trim() !== '' && hint.trim() !== '' && Math.min(line, column, length) >= 1
    && line <= lines.length && column <= lines[line - 1].length + 1;
  expect(findings.filter((finding) => !isUseful(finding))).toEqual([]);
}

function expectNoThrow(text: string): void {
  const { findings, document, locate, secrets } = readDockerrun(text, OPTIONS);
  expectUseful(findings, text);
  renderFindings(findings, secrets, 'Dockerrun.aws.json');
  if (!document || hasErrors(findings)) return;
  const { problems, plan } = planEcs(document, { vpc: false });
  expectUseful(locate(problems), text);
  if (plan) JSON.stringify(plan);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('whatever the text is', () => {
  test('characters deleted, inserted and replaced', () => {
    fc.assert(fc.property(mutatedText, expectNoThrow), { numRuns: 2000 });
  });

  test('values deleted, duplicated, swapped and of another type', () => {
    fc.assert(fc.property(mutatedTree, expectNoThrow), { numRuns: 2000 });
  });

  test('pieces of syntax in any order', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), expectNoThrow,
      ),
      { numRuns: 800 },
    );
  });

  test('it has a syntax error exactly when it is not JSON', () => {
    const anyText = fc.oneof(mutatedText, fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')));
    fc.assert(fc.property(anyText, (text) => {
      const { findings } = readDockerrun(text, OPTIONS);
      fc.pre(findings.every(({ rule }) => rule !== 'too-deep'));
      const syntaxErrors = findings.filter(({ rule, code }) => code.startsWith('DR00') && !ABOUT_JSON.includes(rule));
      expect(syntaxErrors.length === 0).toBe(isJson(text.replace(/^\uFEFF/, '')));
    }), { numRuns: 2000 });
  });

  test('a file with it is linted', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dockerrun-'));
    const file = join(folder, 'Dockerrun.aws.json');
    try {
      fc.assert(fc.property(mutatedText, (text) => {
        writeFileSync(file, text);
        expectUseful(Dockerrun.lintFile(file), readFileSync(file, 'utf8'));
      }), { numRuns: 100 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function containers(count: number, extra: (index: number) => object): string {
  const containerDefinitions = Array.from({ length: count }, (_, index) => ({
    name: `c${index}`, image: 'acme/shop:4.2', memory: 4, ...extra(index),
  }));
  return JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions });
}

const MANY = 10_000;
const MEGABYTE = 1024 * 1024;

describe('a huge file is read to its end', () => {
  test.each<[string, () => string]>([
    ['20,000 opening brackets', () => '['.repeat(20_000)],
    ['20,000 closing brackets', () => `[${'}'.repeat(20_000)}`],
    ['20,000 pairs that cross', () => '[}'.repeat(20_000)],
    ['a million quotes', () => '"'.repeat(MEGABYTE)],
    ['an odd number of quotes', () => '"'.repeat(MEGABYTE + 1)],
    ['a million backslashes', () => '\\'.repeat(MEGABYTE)],
    ['a string of backslashes without an end', () => `"${'\\'.repeat(MEGABYTE)}`],
    ['a string of escaped quotes without an end', () => `"${'\\"'.repeat(MEGABYTE)}`],
    ['a million single quotes', () => "'".repeat(MEGABYTE)],
    ['a string of 5 MB', () => JSON.stringify({ text: 'a'.repeat(5 * MEGABYTE) })],
    ['100,000 less-than signs', () => '<'.repeat(100_000)],
    ['100,000 opening double braces', () => '{{'.repeat(100_000)],
    ['100,000 starts of a placeholder', () => '${a'.repeat(100_000)],
    ['50,000 comment starts', () => '/*'.repeat(50_000)],
    ['50,000 line comments', () => '//\n'.repeat(50_000)],
    ['100,000 commas', () => `[${','.repeat(100_000)}`],
    ['100,000 bare words', () => `[${'word '.repeat(100_000)}`],
    ['20,000 equal keys', () => `{${Array(20_000).fill('"a":1').join(',')}}`],
    [
      'a circle of links through 10,000 containers',
      () => containers(MANY, (index) => ({ links: [`c${(index + 1) % MANY}`] })),
    ],
    [
      'links to 10,000 containers that are missing',
      () => containers(MANY, (index) => ({ links: [`missing${index}`] })),
    ],
    [
      'a circle of dependencies through 10,000 containers',
      () =>
        containers(MANY, (index) => ({ dependsOn: [{ containerName: `c${(index + 1) % MANY}`, condition: 'START' }] })),
    ],
    ['10,000 containers of one name', () => containers(MANY, () => ({ name: 'web' }))],
    [
      '10,000 containers on one port',
      () => containers(MANY, () => ({ portMappings: [{ containerPort: 80, hostPort: 80 }] })),
    ],
    [
      '10,000 unknown keys',
      () => containers(1, () => Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`key${index}`, 1]))),
    ],
    [
      '10,000 variables with secrets',
      () =>
        containers(1, () => ({
          environment: Array.from({ length: MANY }, () => ({ name: 'API_TOKEN', value: 'hunter2' })),
        })),
    ],
  ])(
    '%s',
    (_name, text) => {
      expectNoThrow(text());
    },
    60_000,
  );
});
