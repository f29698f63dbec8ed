import { join } from 'node:path';
import { CATALOGUE } from '../../lib/core/options/catalogue';
import { optionsPage } from './options-page';

test('docs/OPTIONS.md says what the catalogue says', () => {
  expect(optionsPage(CATALOGUE)).toMatchGolden(join(__dirname, '..', '..', 'docs', 'OPTIONS.md'));
});

test('every documented option has a row, and every row an answer', () => {
  const documented = CATALOGUE.filter(({ internal }) => !internal);
  const rows = optionsPage(CATALOGUE).split('\n').filter((line) => /^\| (?!Option|---)/.test(line));
  expect(rows).toHaveLength(
    documented.flatMap(({ options, open }) => [...options, ...(open === undefined ? [] : [open])]).length,
  );
  expect(rows.filter((line) => / \| {2}\|$/.test(line))).toEqual([]);
});
