import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dockerrun } from '../../lib';
import { usageOf } from '../../lib/cli/options';
import { fileCases } from '../cases/stages';

const ROOT = join(__dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const firstScreen = readme.split('\n').slice(0, 60).join('\n');

test('shows a finding as the command line prints it', () => {
  const { says } = fileCases().find(({ code, name }) => code === 'DR3002' && name === 'plain')!;
  expect(firstScreen).toContain(`$ npx cdk-dockerrun check\n${says}\`\`\``);
});

test('shows a file that has no errors and no warnings', () => {
  const [, json] = /```json\n([\s\S]*?)```/.exec(firstScreen)!;
  expect(json.trimEnd().split('\n').length).toBeLessThanOrEqual(11);
  expect(Dockerrun.lintString(json)).toEqual([]);
});

test('names the commands that CI runs', () => {
  const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  expect(readme).toContain('npm ci && npx cdk synth');
  expect(readme).toContain('npm ci && npm test');
  expect(ci).toMatch(/^npm ci && npm test\nnpm run verify$|^npm ci\nnpm test\nnpm run verify$/m);
});

test('names only options that the command line has', () => {
  const named = [...readme.matchAll(/cdk-dockerrun [^\n`]*?(--[a-z-]+)|`(--[a-z-]+)/g)].map(
    (match) => match[1] ?? match[2],
  );
  expect(named.length).toBeGreaterThan(4);
  for (const option of named) expect(usageOf()).toContain(option);
});

test('links lead to files', () => {
  const files = [...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, file]) => file);
  const folders = new Set(files.map((file) => file.split('/').slice(0, -1).join('/') || '.'));
  const there = [...folders].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  );
  expect(files.filter((file) => !there.includes(file))).toEqual([]);
});
