import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesized, templateOf, typeErrors, write, Written } from './compare';
import { Case, ourBundles, ownBundles } from './fixtures';

/* A written app compiles, and makes the template that `synth` prints; in Python it parses. */
const folder = mkdtempSync(join(tmpdir(), 'apps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CASES = [...ourBundles(folder), ...ownBundles(folder)];
let count = 0;
const place = () => join(folder, `app-${++count}`);
const IGNORED = ['--options', 'files'];

/** The options that `synth` has, too. */
const forSynth = ({ args = [] }: Case) => args.filter((arg) => !IGNORED.includes(arg));

const apps: Written[] = [];

describe.each(['ecs', 'beanstalk'])('on %s', (target) => {

  test.each(CASES.map((one) => [one.path.slice(folder.length + 1), one] as const))('%s', (_, one) => {
    const own = ['--target', target];
    const written = write(one.path, place(), [...own, ...one.args ?? []]);
    if (typeof written === 'string') {
      expect(() => synthesized(one.path, { name: 'Any' }, [...own, ...forSynth(one)])).toThrow(/./);
      return;
    }
    apps.push(written);
    expect(templateOf(written)).toEqual(synthesized(one.path, written, [...own, ...forSynth(one)]));
  });
});

test('all of them compile', () => {
  expect(apps.length).toBe(34);
  expect(typeErrors(apps.flatMap(({ files }) => files))).toEqual([]);
});

test('in Python they parse', () => {
  const files = CASES.flatMap((one) => {
    const written = write(one.path, place(), ['--language', 'python', ...one.args ?? []]);
    return typeof written === 'string' ? [] : written.files.filter((file) => file.endsWith('.py'));
  });
  expect(files.length).toBeGreaterThan(50);
  const parse = 'import ast,sys\nfor name in sys.argv[1:]:\n    ast.parse(open(name, encoding="utf-8").read(), name)';
  const { error, status, stderr } = spawnSync('python3', ['-c', parse, ...files], { encoding: 'utf8' });
  expect(error ? 0 : `${status}${stderr}`).toBe(error ? 0 : '0');
});
