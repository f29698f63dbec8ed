import { BAD, GOOD, run } from './helpers';

const FILE = 'Dockerrun.aws.json';

test('--format json is --json', () => {
  expect(run(['check', FILE, '--format', 'json'], { [FILE]: BAD })).toEqual(run(['check', FILE, '--json'], { [FILE]: BAD }));
});

test('--format github prints a workflow command for each finding', () => {
  const { code, out } = run(['check', 'a,b:c.json', '--format', 'github'], { 'a,b:c.json': BAD.replace('nginx:1.29', 'nginx::error::x') });
  expect(code).toBe(1);
  const lines = out.trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) file=a%2Cb%3Ac\.json,line=1,col=\d+,title=DR\d{4} [a-z-]+::[^\n]+%0Ahint: [^\n]+$/);
  expect(lines.some((line) => line.startsWith('::error ') && line.includes('title=DR2102 missing-memory::'))).toBe(true);
});

test('--format sarif prints a log with the rules that it uses', () => {
  const { code, out } = run(['check', 'my file.json', '--format', 'sarif'], { 'my file.json': BAD });
  expect(code).toBe(1);
  const { version, runs: [{ tool: { driver }, results }] } = JSON.parse(out);
  expect({ version, name: driver.name, tool: driver.version }).toEqual({ version: '2.1.0', name: 'cdk-dockerrun', tool: '1.2.3' });
  expect(results).toEqual([{
    ruleId: 'DR2102',
    ruleIndex: 0,
    level: 'error',
    message: { text: expect.stringMatching(/memory[\s\S]*\nhint: /) },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: 'my%20file.json' },
        region: { startLine: 1, startColumn: expect.any(Number), charLength: expect.any(Number) },
      },
    }],
  }]);
  expect(driver.rules).toEqual([expect.objectContaining({ id: 'DR2102', name: 'missing-memory', defaultConfiguration: { level: 'error' } })]);
});

test.each([
  ['error', GOOD, 0], ['warning', GOOD, 0], ['info', GOOD, 1],
  ['error', GOOD.replace('"memory":128', '"memory":"128"'), 0], ['warning', GOOD.replace('"memory":128', '"memory":"128"'), 1],
  ['error', BAD, 1],
])('--fail-on %s of %s ends with %d', (severity, text, code) => {
  for (const command of ['check', 'plan']) expect(run([command, FILE, '--fail-on', severity], { [FILE]: text }).code).toBe(code);
});

test('--color always colors, and never does not', () => {
  expect(run(['check', FILE, '--color', 'always'], { [FILE]: BAD }).out).toContain('\u001b[');
  expect(run(['check', FILE, '--color', 'never'], { [FILE]: BAD }, true).out).not.toContain('\u001b[');
});
