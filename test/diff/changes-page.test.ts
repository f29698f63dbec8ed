import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDITS } from '../../lib/core/diff/words/edits';
import { REASONS } from '../../lib/core/diff/words/ways';
import { changesPage } from './changes-page';

test('docs/guide/changes.md says what the tables say', () => {
  expect(changesPage()).toMatchGolden(join(__dirname, '..', '..', 'docs', 'guide', 'changes.md'));
});

test('every kind of trouble has a section with a way around it', () => {
  const page = changesPage();
  for (const { title, way } of Object.values(REASONS)) {
    expect(page).toContain(`### ${title}\n`);
    for (const step of way) expect(page).toContain(step);
  }
});

test('every key and prop of the page is one', () => {
  const root = join(__dirname, '..', '..', 'lib');
  const sources = ['ecs', 'beanstalk', 'shared', 'core/spec'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8'))).join('\n');
  const names = new Set(EDITS.flatMap(({ from = [] }) => from).filter((name) => !/[ ]|\.yaml$/.test(name)));
  const isKnown = (name: string) => new RegExp(`\\b${name.split('.').at(-1)}\\??['":]`).test(sources);
  expect([...names].filter((name) => !isKnown(name))).toEqual([]);
});
