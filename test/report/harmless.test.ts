import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harmless, harmlessJson, oneLine } from '../../lib/core/report/harmless';
import { COLORS } from '../../lib/core/report/palette';
import { GOOD, run } from '../cli/helpers';

const HOSTILE =
  'x\n::error::pwned\r\u001b]0;t\u0007\u009b2J\u202e\u200b\u{e0041}\ufeff##[error]y##vso[a]\t::set-output name=a::b';

/** What steers a terminal or the system that runs a build. */
function harmIn(text: string): string[] {
  return text.split('\n').filter((line) =>
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u.test(line)
    || /^\s*::|##\w*\[/.test(line));
}

test.each([
  ['a\u001b[2Jb\tc', 'a [2Jb c'],
  ['  ::error::x\na::b', '  : :error::x\na::b'],
  ['##[group]x ##vso[y] ## z', '# #[group]x # #vso[y] ## z'],
  ['a\u{e0041}b\u200bc', 'a  b c'],
  ['ä 😀 → […]', 'ä 😀 → […]'],
])('%j is shown as %j', (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

test('colors stay where there are some, and nothing else of the kind', () => {
  const painted = COLORS.severity('error' as never)('a') + COLORS.dim('b') + COLORS.bold('c');
  expect(harmless(`${painted}\u001b[8m`, true)).toBe(`${painted} [8m`);
  expect(harmless(painted)).not.toContain('\u001b');
});

test('a value takes one line', () => {
  expect(oneLine('a\r\n\u2028b')).toBe('a   b');
});

test('JSON says the same', () => {
  const value = { [HOSTILE]: [HOSTILE] };
  expect(JSON.parse(harmlessJson(JSON.stringify(value)))).toEqual(value);
  expect(harmIn(harmlessJson(JSON.stringify(value)))).toEqual([]);
});

const COMMANDS = [
  ['check'],
  ['check', '--json'],
  ['check', '--format', 'sarif'],
  ['plan'],
  ['plan', '--json'],
  ['plan', '--ledger'],
  ['plan', '--ledger', '--json'],
  ['plan', '--target', 'beanstalk'],
  ['plan', '--json', '--target', 'beanstalk'],
  ['synth'],
  ['check', '--saved-configuration', HOSTILE],
  ['check', '--listener', HOSTILE],
  ['plan', '--set', `A=${HOSTILE}`],
];

function withText(text: string): string {
  const parsed = JSON.parse(GOOD) as { containerDefinitions: [Record<string, unknown>] };
  Object.assign(parsed.containerDefinitions[0], {
    environment: [{ name: text, value: text }], command: [text], dockerLabels: { [text]: text }, [text]: text,
    mountPoints: [{ sourceVolume: text, containerPath: text }], extraHosts: [{ hostname: text, ipAddress: text }],
  });
  return JSON.stringify({ ...parsed, [text]: 1, authentication: { bucket: text, key: text } });
}

const OPTIONS = JSON.stringify({
  option_settings: {
    'aws:elasticbeanstalk:application:environment': { [HOSTILE]: HOSTILE, A: HOSTILE },
    'aws:elb:policies': { [HOSTILE]: HOSTILE }, [HOSTILE]: { a: HOSTILE },
  },
  Resources: { [HOSTILE]: { Type: HOSTILE } },
});

describe('no command passes on what steers', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    mkdirSync(join(folder, '.ebextensions'));
    mkdirSync(join(folder, '.platform'));
    writeFileSync(join(folder, '.ebextensions', `a${HOSTILE.replaceAll('/', '')}.config`), OPTIONS);
    writeFileSync(join(folder, '.platform', HOSTILE.replaceAll('/', '')), '');
    writeFileSync(join(folder, 'Dockerrun.aws.json'), GOOD);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(COMMANDS)('%s %s', (...argv) => {
    const files = { [HOSTILE]: withText(HOSTILE), 'one.json': withText(HOSTILE) };
    for (const path of [HOSTILE, 'one.json', folder, 'missing\u001b']) {
      const { out, err } = run([...argv, path], files);
      expect([...harmIn(out), ...harmIn(err)]).toEqual([]);
    }
  });

  test('GitHub gets the commands that are meant, and no other', () => {
    const { out } = run(['check', '--format', 'github', folder]);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => !/^::(?:error|warning|notice) file=/.test(line))).toEqual([]);
    expect(lines.filter((line) => harmIn(line.replace(/^::/, '')).length > 0)).toEqual([]);
  });
});
