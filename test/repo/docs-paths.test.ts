import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

const PAGES = [
  'README.md', 'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Files and folders of this repository that a page names in code marks; not those that a build makes. */
function pathsIn(markdown: string): string[] {
  const inCode = [...markdown.matchAll(/`((?:lib|test|bin|examples|bench|projenrc)\/[\w./-]+)`/g)];
  return inCode.map(([, path]) => path).filter((path) => !path.endsWith('.js'));
}

test.each(PAGES)('every path in %s leads to a file', (page) => {
  const paths = pathsIn(readFileSync(join(ROOT, page), 'utf8'));
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('a path that leads nowhere is seen', () => {
  expect(pathsIn('see `lib/core/nowhere.ts`, `lib/core` and lib/other')).toEqual(['lib/core/nowhere.ts', 'lib/core']);
});
