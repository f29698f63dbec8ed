import { OPTIONS } from '../../lib/cli/options';
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
  for (const flag of ['--version', '-v']) expect(run([flag])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test('an unknown network mode is a finding, as it is for the construct', () => {
  const { code, out } = run(['check', 'f', '--network-mode', 'awsvcp'], { f: GOOD });
  expect(code).toBe(1);
  expect(out).toContain('networkMode must be "bridge", "awsvpc", "host" or "none", got "awsvcp".');
});

test.each([
  [['check', '--output', 'x'], 'check takes no --output, only synth and init do'],
  [['check', '--ledger'], 'check takes no --ledger, only plan does'],
  [['rules', '--target', 'ecs'], 'rules takes no --target, only check, plan, synth, init, compose and diff do'],
  [['check', '--target', 'eb'], '--target takes "ecs" or "beanstalk", got "eb"'],
  [['check', '--format', 'xml'], '--format takes "text", "json", "github" or "sarif", got "xml"'],
  [['check', '--fail-on', 'note'], '--fail-on takes "error", "warning" or "info", got "note"'],
  [['help', 'chek'], 'unknown command "chek". Did you mean "check"?'],
])('%j: an option or a value that the command does not take', (argv, message) => {
  expect(run(argv)).toEqual({ code: 2, out: '', err: `cdk-dockerrun: ${message}\n` });
});

test('the help of a command has its options and no others', () => {
  const help = run(['help', 'rules']).out;
  expect(help).toBe(run(['rules', '--help']).out);
  expect([...help.matchAll(/--([a-z-]+)/g)].map(([, name]) => name)).toEqual(['json', 'color', 'help', 'version']);
  const all = run(['help']).out;
  expect(all).toBe(run(['--help']).out);
  expect([...all.matchAll(/ --([a-z-]+)/g)].map(([, name]) => name)).toEqual(Object.keys(OPTIONS));
  for (const line of all.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
