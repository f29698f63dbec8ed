import { join } from 'node:path';
import { ALL_RULES } from '../../lib/core/rules/registry';
import { rulesPage } from './rules-page';

test('docs/RULES.md says what the rules say', () => {
  expect(rulesPage(ALL_RULES)).toMatchGolden(join(__dirname, '..', '..', 'docs', 'RULES.md'));
});

test('every rule is on the page, whatever its area', () => {
  const page = rulesPage(ALL_RULES);
  expect(ALL_RULES.filter((rule) => !page.includes(`### ${rule.code} ${rule.name}\n`))).toEqual([]);
});

test('every rule has a row that leads to its section', () => {
  const page = rulesPage(ALL_RULES);
  expect(
    ALL_RULES.filter(({ code, name }) => !page.includes(`| [${code} ${name}](#${code.toLowerCase()}-${name}) |`)),
  ).toEqual([]);
});
