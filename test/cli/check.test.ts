import { AMBIGUOUS, BAD, GOOD, run } from './helpers';

const FILE = 'Dockerrun.aws.json';

test('a file without errors ends with 0 and a tally', () => {
  const { code, out, err } = run(['check', FILE], { [FILE]: GOOD });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n').at(-2)).toBe('Dockerrun.aws.json: 1 note');
});

test('a file with errors ends with 1 and shows each in its line', () => {
  const { code, out } = run(['check', 'shop.json'], { 'shop.json': BAD });
  expect(code).toBe(1);
  expect(out).toContain('error DR2102 missing-memory  shop.json:1:');
  expect(out.split('\n').at(-2)).toBe('shop.json: 1 error');
});

test('--json prints the findings and nothing else', () => {
  const { code, out, err } = run(['check', FILE, '--json'], { [FILE]: BAD });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const { findings } = JSON.parse(out);
  expect(findings).toEqual([{
    file: 'Dockerrun.aws.json',
    code: 'DR2102',
    rule: 'missing-memory',
    severity: 'error',
    message: expect.any(String),
    hint: expect.any(String),
    path: 'containerDefinitions[0]',
    line: 1,
    column: expect.any(Number),
    length: expect.any(Number),
  }]);
});

test('--strict turns an unknown key into an error', () => {
  const file = GOOD.replace('"memory"', '"restart":"always","memory"');
  expect(run(['check', FILE], { [FILE]: file }).code).toBe(0);
  expect(run(['check', FILE, '--strict'], { [FILE]: file }).code).toBe(1);
});

test('--set resolves a placeholder', () => {
  const file = GOOD.replace('nginx:1.29', 'nginx:${TAG}');
  expect(run(['check', FILE], { [FILE]: file }).code).toBe(1);
  expect(run(['check', FILE, '--set', 'TAG=1.29'], { [FILE]: file }).code).toBe(0);
});

test('several ports are refused, as the construct refuses them, until an option says which of them listens', () => {
  const { code, out } = run(['check', FILE], { [FILE]: AMBIGUOUS });
  expect(code).toBe(1);
  expect(out).toContain('error DR4001 ambiguous-listener');
  expect(out).toMatch(/hint: Choose with the listeners prop, .* On the command line, pass --listener\.\n/);
  expect(run(['check', FILE, '--listener', '80:8001'], { [FILE]: AMBIGUOUS }).code).toBe(0);
});

describe('a task that is too large for the default instance', () => {
  const large = GOOD.replace('"memory":128', '"memory":13312');

  test('is refused, as the construct refuses it', () => {
    const { code, out } = run(['check', FILE], { [FILE]: large });
    expect(code).toBe(1);
    expect(out).toContain('error DR4060 instance-memory');
    expect(out).toContain('hint: Set instanceType to t3.xlarge, or lower memoryReservation (memory where there is none). On the command line, pass --instance-type.');
  });

  test('fits on the one that is named', () => {
    expect(run(['check', FILE, '--instance-type', 't3.xlarge'], { [FILE]: large }).out).not.toContain('DR406');
  });

  test('is an error on one that is named and too small, or when no type carries it', () => {
    const small = run(['check', FILE, '--instance-type', 't3.large'], { [FILE]: large });
    expect(small.code).toBe(1);
    expect(small.out).toContain('error DR4060 instance-memory');
    expect(small.out).not.toContain('--instance-type');
    expect(run(['check', FILE], { [FILE]: GOOD.replace('"memory":128', '"memory":99999999') }).code).toBe(1);
  });

  test('and has several ports is refused for both', () => {
    const { code, out } = run(['check', FILE], { [FILE]: AMBIGUOUS.replace('"memory":128', '"memory":5000') });
    expect(code).toBe(1);
    expect(out).toContain('error DR4001');
    expect(out).toContain('error DR4060');
  });
});

test('--listener that leads nowhere is an error', () => {
  const { code, out } = run(['check', FILE, '--listener', '8080'], { [FILE]: GOOD });
  expect(code).toBe(1);
  expect(out).toContain('listeners[0] must lead to one mapped TCP port, got host port 8080, which fits none of 80 (web:80).');
});

test('colors appear only where they are wanted', () => {
  expect(run(['check', FILE], { [FILE]: BAD }, true).out).toContain('\u001b[31merror DR2102\u001b[0m');
  expect(run(['check', FILE], { [FILE]: BAD }, false).out).not.toContain('\u001b');
});

test('--json keeps the values of secrets to itself', () => {
  const file = GOOD.replace('"memory"', '"environment":{"DB_PASSWORD":"hunter2hunter2"},"memory"');
  const { code, out } = run(['check', FILE, '--json'], { [FILE]: file });
  expect(code).toBe(1);
  expect(out).toContain('DB_PASSWORD');
  expect(out).not.toContain('hunter2');
});
