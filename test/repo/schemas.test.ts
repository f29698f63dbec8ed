import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/helpers';

/* What the command line prints as JSON keeps to the schemas in `schemas`, which `projen docs` writes from the types of the sources. */
const ROOT = join(__dirname, '..', '..');

const NAMES = readdirSync(join(ROOT, 'schemas')).map((name) => name.replace('.json', ''));
const fileOf = (name: string) => join(ROOT, 'schemas', `${name}.json`);

test('there is one for each command that a script reads', () => {
  expect(NAMES.sort()).toEqual(['check.v1', 'diff.v1', 'plan.v1']);
});

describe('the outputs', () => {
  /** It comes with ESLint. */
  const validator = module.require('ajv') as new () => { compile(schema: object): { (value: unknown): boolean; readonly errors?: unknown } };
  const faultsIn = (name: string, output: string): unknown => {
    const validate = new validator().compile(JSON.parse(readFileSync(fileOf(name), 'utf8')) as object);
    return validate(JSON.parse(output)) ? [] : validate.errors;
  };
  const BUNDLES = [
    'bin/sample/Dockerrun.aws.json', 'test/cli/bundles/shop',
    'examples/stay-then-move/bundle', 'examples/beanstalk-life-cycle/web', 'examples/beanstalk-life-cycle/worker', 'examples/multicontainer/bundle',
    'examples/service-anatomy/Dockerrun.aws.json', 'examples/monolith/Dockerrun.aws.json', 'examples/tls-site/Dockerrun.aws.json',
  ];
  const CALLS = BUNDLES.flatMap((path) => ['ecs', 'beanstalk'].map((target) => [path, target] as const));

  test.each(CALLS)('of %s on %s', (path, target) => {
    const call = [join(ROOT, path), '--json', '--target', target];
    expect(faultsIn('check.v1', run(['check', ...call]).out)).toEqual([]);
    const { code, out } = run(['plan', ...call]);
    if (code === 0) expect(faultsIn('plan.v1', out)).toEqual([]);
  });

  test('of diff', () => {
    const [old, next] = ['multicontainer', 'stay-then-move'].map((name) => join(ROOT, 'examples', name, 'bundle'));
    const { out } = run(['diff', old, '--from', next, '--json']);
    expect(JSON.parse(out)).toMatchObject({ edits: expect.any(Array) });
    expect(faultsIn('diff.v1', out)).toEqual([]);
  });

  test('a finding without a hint is seen', () => {
    const { findings: [{ hint, ...rest }] } = JSON.parse(run(['check', join(ROOT, BUNDLES[0]), '--json']).out) as { findings: { hint: string }[] };
    expect(faultsIn('check.v1', JSON.stringify({ findings: [rest] }))).not.toEqual([]);
  });
});
