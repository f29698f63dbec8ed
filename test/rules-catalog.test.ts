import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_RULES } from '../lib/core/rules/registry';
import { Case } from './cases/case';
import { fileCases, optionCases, targetCases } from './cases/stages';

const cases: readonly Case<object>[] = [...fileCases(), ...targetCases(), ...optionCases()];
const WITHOUT_TWIN = join(__dirname, 'cases', 'without-twin.txt');

/** The values that stand in the list more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The names of the rules for which `holds` is false. */
function failing(holds: (rule: (typeof ALL_RULES)[number]) => boolean): string[] {
  return ALL_RULES.filter((rule) => !holds(rule)).map(({ code, name }) => `${code}-${name}`);
}

test('there are rules', () => {
  expect(ALL_RULES.length).toBeGreaterThan(90);
});

test('no two rules share a code or a name', () => {
  expect(repeated(ALL_RULES.map(({ code }) => code))).toEqual([]);
  expect(repeated(ALL_RULES.map(({ name }) => name))).toEqual([]);
});

test('every code is DR and four digits', () => {
  expect(failing(({ code }) => /^DR[0-6]\d{3}$/.test(code))).toEqual([]);
});

test('every name is in kebab case', () => {
  expect(failing(({ name }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('every rule stands on a page that can be read over https', () => {
  expect(failing(({ link }) => URL.canParse(link) && new URL(link).protocol === 'https:')).toEqual([]);
});

test('every summary and every reason is a sentence', () => {
  expect(failing(({ summary }) => /[^.]\.$/.test(summary))).toEqual([]);
  expect(failing(({ reason }) => /[^.]\.$/.test(reason))).toEqual([]);
});

test('every rule has a case that breaks it', () => {
  expect(failing(({ code, name }) => cases.some(({ rule }) => rule === `${code}-${name}`))).toEqual([]);
});

test('every case is about a rule', () => {
  const rules = ALL_RULES.map(({ code, name }) => `${code}-${name}`);
  expect(cases.map(({ rule }) => rule).filter((rule) => !rules.includes(rule))).toEqual([]);
});

test('the hint of every rule leads home; a list of those that nobody tried can only shrink', () => {
  const mended = new Set(cases.filter(({ fixed }) => fixed).map(({ rule }) => rule));
  const without = failing(({ code, name }) => mended.has(`${code}-${name}`)).sort();
  process.stdout.write(`${mended.size} rules with a mended case, ${without.length} without\n`);
  expect(without).toEqual(readFileSync(WITHOUT_TWIN, 'utf8').split('\n').filter((line) => line !== ''));
});
