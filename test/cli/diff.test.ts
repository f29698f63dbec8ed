import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remove, rename, set, shopTemplate } from '../motion/shop';
import { BAD, GOOD, run } from './helpers';

const OLD = JSON.stringify(shopTemplate());
const BIGGER = JSON.stringify(shopTemplate(set('LaunchTemplate', 'LaunchTemplateData.InstanceType', 't3.large')));
const INTERNAL = JSON.stringify(shopTemplate(
  rename('WebGroup', 'W'), rename('ApiGroup', 'A'), remove('Record'), set('Balancer', 'Scheme', 'internal'),
));
const OUTAGE = JSON.stringify(shopTemplate(set('WebGroup', 'Port', 81)));
const REFUSED = JSON.stringify(shopTemplate(rename('Rule', 'Rule2')));
const compare = (next: string, ...options: readonly string[]) =>
  run(['diff', 'new.json', '--from', 'old.json', ...options], { 'old.json': OLD, 'new.json': next });

const folder = mkdtempSync(join(tmpdir(), 'cli-diff-'));
const bundle = join(folder, 'repository', 'shop');
const write = (image: string, at = bundle) =>
  writeFileSync(join(at, 'Dockerrun.aws.json'), GOOD.replace('nginx:1.29', image));
const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=a@b.example', ...args], { cwd, stdio: 'pipe' });

beforeAll(() => {
  mkdirSync(bundle, { recursive: true });
  const repository = join(folder, 'repository');
  git(repository, 'init', '--quiet');
  write('nginx:1.29');
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message', 'one');
  write('nginx:1.30');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('two templates', () => {
  test.each([
    ['nothing', OLD, 0], ['rolls', BIGGER, 0], ['replaced', INTERNAL, 3], ['outage', OUTAGE, 3],
    ['cannot be deployed', REFUSED, 3],
  ])('%s', (effect, next, code) => {
    const { out, err, code: ended } = compare(next);
    expect({ err, ended }).toEqual({ err: '', ended: code });
    expect(out.split('\n').at(-2)).toBe(`all in all: ${effect}`);
  });

  test('--json has the same', () => {
    const { out, code } = compare(BIGGER, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      effect: 'rolls',
      edits: [{
        effect: 'rolls',
        subject: 'instance type',
        what: 't3.small → t3.large',
        says: 'Instances are replaced one at a time, the next one when the new one has signaled that it is ready; '
          + '1 stays in service all the time.',
        resources: ['LaunchTemplate'],
        properties: ['LaunchTemplateData'],
      }],
      troubles: [],
    });
  });

  test('colors are for terminals', () => {
    const files = { 'old.json': OLD, 'new.json': OUTAGE };
    expect(run(['diff', 'new.json', '--from', 'old.json'], files, true).out).toContain('[31moutage');
  });
});

describe('a folder that cdk synth wrote', () => {
  const assembly = join(folder, 'cdk.out');

  beforeAll(() => {
    mkdirSync(join(assembly, 'assembly-Stage'), { recursive: true });
    writeFileSync(join(assembly, 'manifest.json'), '{}');
    writeFileSync(join(assembly, 'Shop.template.json'), OLD);
    writeFileSync(join(assembly, 'ShopNested1.nested.template.json'), OLD);
  });

  test('is its only stack', () => {
    expect(run(['diff', 'new.json', '--from', assembly], { 'new.json': BIGGER }).out).toContain('all in all: rolls\n');
  });

  test('with several stacks is asked for one', () => {
    writeFileSync(join(assembly, 'assembly-Stage', 'Stage-Blog.template.json'), BIGGER);
    const files = { 'new.json': BIGGER };
    expect(run(['diff', 'new.json', '--from', assembly], files)).toEqual({
      code: 2,
      out: '',
      err: `cdk-dockerrun: ${assembly} has the stacks Shop, Stage-Blog; pass one of them with --stack\n`,
    });
    const { out } = run(['diff', 'new.json', '--from', assembly, '--stack', 'Stage-Blog'], files);
    expect(out).toBe('all in all: nothing\n');
  });
});

describe('a revision', () => {
  test('of a bundle', () => {
    const { code, out, err } = run(['diff', bundle, '--from', 'HEAD']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('rolls  image of container "web": nginx:1.29 → nginx:1.30\n');
    expect(out).not.toContain('resources');
  });

  test('of a file by itself, for Elastic Beanstalk', () => {
    const { code, out } = run(['diff', join(bundle, 'Dockerrun.aws.json'), '--from', 'HEAD', '--target', 'beanstalk']);
    expect(code).toBe(0);
    expect(out).toContain('rolls  source bundle: changed\n'
      + '  The version is deployed to 50 % of the instances at a time; these are out of service, the\n');
  });

  test('leaves nothing behind', () => {
    const making = jest.spyOn(jest.requireActual<typeof import('node:fs')>('node:fs'), 'mkdtempSync');
    run(['diff', bundle, '--from', 'HEAD']);
    const made = making.mock.results.map(({ value }) => String(value)).filter((path) => path.includes('cdk-dockerrun-'));
    making.mockRestore();
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((path) => existsSync(path))).toEqual([]);
    expect(existsSync(join(folder, 'repository', '.git', 'index.lock'))).toBe(false);
  });

  test.each([
    ['--output=/tmp/x', 'a revision does not begin with "-"'],
    ['nowhere', 'fatal: Needed a single revision'],
  ])('%s is none', (revision, reason) => {
    expect(run(['diff', bundle, `--from=${revision}`])).toEqual({
      code: 2,
      out: '',
      err: `cdk-dockerrun: ${revision} is no template, no folder and no revision of ${bundle}: ${reason}\n`,
    });
  });

  test('whose file has errors ends with 1 and says them', () => {
    const other = join(folder, 'other');
    cpSync(join(folder, 'repository'), other, { recursive: true });
    writeFileSync(join(other, 'shop', 'Dockerrun.aws.json'), BAD);
    git(other, 'commit', '--quiet', '--all', '--message', 'two');
    write('nginx:1.30', join(other, 'shop'));
    const { code, out, err } = run(['diff', join(other, 'shop'), '--from', 'HEAD']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('error DR2102 ');
  });
});

test('a file with errors ends with 1 and says them', () => {
  const { code, out, err } = run(['diff', 'f', '--from', 'old.json'], { 'f': BAD, 'old.json': OLD });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('error DR2102 ');
});

test.each<[string, string[], string]>([
  [
    'nothing to compare with', ['diff'],
    'diff needs --from OLD: a template, a folder that cdk synth wrote, or a git revision as HEAD~1',
  ],
  [
    'an app of other ids', ['diff', 'f', '--from', 'old.json'],
    'old.json and f have no logical id in common, so they are of different apps; compare two templates of your own app, '
    + 'as with: cdk-dockerrun diff cdk.out --from OLD',
  ],
])('%s', (_, argv, message) => {
  expect(run(argv, { 'f': GOOD, 'old.json': OLD })).toEqual({ code: 2, out: '', err: `cdk-dockerrun: ${message}\n` });
});
