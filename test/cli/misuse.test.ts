import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOOD, run } from './helpers';

test.each([
  [['chek'], 'unknown command "chek". Did you mean "check"?'],
  [['deploy'], 'unknown command "deploy". See cdk-dockerrun --help.'],
  [['check', '--jsn'], 'unknown option --jsn. Did you mean "--json"?'],
  [['check', 'missing.json'], 'cannot read missing.json: no such file'],
  [['check', 'a', 'b'], 'one file at a time, got 2'],
  [['check', '--set', 'TAG'], '--set takes NAME=VALUE, got "TAG"'],
  [['check', '--set', '=v1'], '--set takes NAME=VALUE, got "=v1"'],
  [['check', '--listener', 'http'], '--listener takes PORT, PORT:HOSTPORT or PORT:CONTAINER:CONTAINERPORT, PORT with /tcp, /udp or /tcp_udp unless it speaks HTTP, got "http"'],
  [['rules', 'DR9999'], 'no rule has the code, the name or the field "DR9999"; `cdk-dockerrun rules` lists them all'],
])('%j ends with 2 and says why', (argv, message) => {
  expect(run(argv)).toEqual({ code: 2, out: '', err: `cdk-dockerrun: ${message}\n` });
});

test('no command ends with 2 and shows the usage', () => {
  const { code, err } = run([]);
  expect(code).toBe(2);
  expect(err).toMatch(/^cdk-dockerrun: a command is missing\n\nUsage: cdk-dockerrun COMMAND/);
});

test('--help and --version end with 0', () => {
  expect(run(['--help']).out).toMatch(/^Usage: cdk-dockerrun COMMAND/);
  expect(run(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test('an unknown network mode is a finding, as it is for the construct', () => {
  const { code, out } = run(['check', 'f', '--network-mode', 'awsvcp'], { f: GOOD });
  expect(code).toBe(1);
  expect(out).toContain('networkMode must be "bridge", "awsvpc", "host" or "none", got "awsvcp".');
});

test('every option of the usage text is understood', () => {
  const usage = run(['--help']).out;
  const source = readFileSync(join(__dirname, '../../lib/cli/args.ts'), 'utf8');
  const named = [...usage.matchAll(/--([a-z-]+)/g)].map(([, name]) => name);
  const known = [...source.matchAll(/^ {2}'([a-z-]+)': \{ type/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(known));
});
