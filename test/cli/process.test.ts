import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showsColors } from '../../lib/cli/colors';
import { GOOD } from './helpers';

/** The command that is published. */
const COMMAND = join(__dirname, '..', '..', 'build', 'bundle', 'cdk-dockerrun.js');

const folder = mkdtempSync(join(tmpdir(), 'cli-process-'));
const FILE = join(folder, 'Dockerrun.aws.json');

beforeAll(() => {
  writeFileSync(FILE, GOOD);
  mkdirSync(join(folder, '.ebextensions'));
  writeFileSync(join(folder, '.ebextensions', 'a.config'), 'option_settings:\n  aws:autoscaling:asg:\n    MinSize: many\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

function shell(line: string, env: Readonly<Record<string, string>> = {}): { code: number | null; out: string; err: string } {
  const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(COMMAND)}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line.replaceAll('CMD', command)], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

test('without a path, the folder counts with all that is in it', () => {
  const { code, out } = shell('CMD check');
  expect(code).toBe(1);
  expect(out).toContain('error DR6012 ');
  expect(out.split('\n').at(-2)).toBe('./: 1 error, 1 note');
});

test('a file by itself, and what lies beside it was not read', () => {
  const { code, out } = shell('CMD check Dockerrun.aws.json');
  expect(code).toBe(0);
  expect(out.split('\n').slice(-3)).toEqual([
    'Dockerrun.aws.json: 1 note',
    'Dockerrun.aws.json: .ebextensions beside it was not read; name the folder instead of the file to have it count',
    '',
  ]);
});

test('JSON stays JSON, and the warning goes to the other stream', () => {
  const { out, err } = shell('CMD check Dockerrun.aws.json --json');
  expect(JSON.parse(out).findings).toHaveLength(1);
  expect(err).toBe('Dockerrun.aws.json: .ebextensions beside it was not read; name the folder instead of the file to have it count\n');
});

test.each([
  ['standard input', 'CMD check - < Dockerrun.aws.json'],
  ['a pipe', 'cat Dockerrun.aws.json | CMD check -'],
  ['the device of standard input', 'cat Dockerrun.aws.json | CMD check /dev/stdin'],
  ['the output of a process', 'CMD check <(cat Dockerrun.aws.json)'],
])('%s is read once', (_, line) => {
  const { code, out, err } = shell(line);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n').at(-2)).toMatch(/^[\w<>]+: 1 note$/);
});

test('a reader that has seen enough is no error', () => {
  expect(shell('(CMD rules --json; echo "ended with $?" >&2) | head -c 10')).toEqual({ code: 0, out: '{\n  "rules', err: 'ended with 0\n' });
});

test('FORCE_COLOR colors what goes into a file, NO_COLOR nothing', () => {
  expect(shell('CMD check Dockerrun.aws.json', { FORCE_COLOR: '1' }).out).toContain('\u001b[');
  expect(shell('CMD check Dockerrun.aws.json', { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b[');
});

test.each([
  [true, {}, true],
  [undefined, {}, false],
  [true, { NO_COLOR: '' }, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [undefined, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: 'false' }, false],
])('a stream with isTTY %s and %j shows colors: %s', (isTTY, env, shown) => {
  expect(showsColors({ isTTY }, env)).toBe(shown);
});
