import { ALL_RULES } from '../lib/core/rules/registry';
import { Case } from './cases/case';
import { composeCases, fileCases, optionCases, targetCases } from './cases/stages';

const cases: readonly Case<object>[] = [...fileCases(), ...targetCases(), ...optionCases(), ...composeCases()];

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
  expect(failing(({ code }) => /^DR[0-7]\d{3}$/.test(code))).toEqual([]);
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

test('the hint of every case leads home, but where it leads out of the app', () => {
  const without = cases.filter(({ fixed, cannot }) => (fixed === undefined) === (cannot === undefined));
  expect(without.map(({ rule, name }) => `${rule}: ${name}`)).toEqual([]);
  expect(cases.filter(({ cannot }) => cannot).map(({ rule }) => rule)).toEqual(['DR4042-access-logs-policy']);
});
