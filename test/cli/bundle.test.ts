import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { BAD, GOOD, run, Run } from './helpers';

const SHOP = relative(process.cwd(), join(__dirname, 'bundles', 'shop'));
const root = mkdtempSync(join(tmpdir(), 'cli-'));
let made = 0;

afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = join(root, String(made++));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

/** An archive with these files. */
function archive(files: Readonly<Record<string, string>>): string {
  const path = folder(files);
  execFileSync('zip', ['-q', '-r', `${path}.zip`, '.'], { cwd: path });
  return `${path}.zip`;
}

function show({ code, out, err }: Run): string {
  return `exit code ${code}\n--- out\n${out}--- err\n${err}`;
}

const ASG = (values: string) => `option_settings:\n  aws:autoscaling:asg:\n${values}`;
const shopFiles = () => Object.fromEntries(readdirSync(SHOP, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => [relative(SHOP, join(parentPath, name)), readFileSync(join(parentPath, name), 'utf8')]));

/** The shop with the option mended that its configuration file misspells. */
const mendedShop = () => folder(Object.fromEntries(Object.entries(shopFiles()).map(([name, text]) => [name, text.replace('InstanceTyp:', 'InstanceType:')])));

describe('a folder', () => {
  test.each([
    ['check', ['check', SHOP]],
    ['check-strict', ['check', SHOP, '--strict']],
    ['check-beanstalk', ['check', SHOP, '--target', 'beanstalk']],
    ['check-json', ['check', SHOP, '--json']],
    ['plan', ['plan', SHOP, '--saved-configuration', 'large']],
    ['ledger', ['plan', SHOP, '--ledger']],
  ])('%s', (name, argv) => {
    expect(show(run(argv))).toMatchGolden(join(__dirname, 'bundles', `shop-${name}.txt`));
  });

  test('plan-beanstalk, without the option that Beanstalk refuses', () => {
    const path = mendedShop();
    const shown = show(run(['plan', path, '--target', 'beanstalk', '--saved-configuration', 'large'])).replaceAll(path, SHOP);
    expect(shown).toMatchGolden(join(__dirname, 'bundles', 'shop-plan-beanstalk.txt'));
  });

  test('options of the command line win over option settings', () => {
    const { out, err } = run(['plan', SHOP, '--instance-type', 't3.xlarge']);
    expect(out).toContain('  instance type: t3.xlarge\n');
    expect(err).toContain('has no effect beside the prop `instanceType`, which wins.');
  });

  test('errors of any of its files end with 1, and then there is no plan', () => {
    const path = folder({ 'Dockerrun.aws.json': GOOD, '.ebextensions/a.config': 'option_settings: [' });
    for (const command of ['check', 'plan', 'synth']) expect(run([command, path]).code).toBe(1);
    expect(run(['plan', path]).out).toBe('');
    expect(run(['check', path]).out).toMatch(/error DR6001 invalid-yaml {2}\.ebextensions\/a\.config:1:/);
  });

  test('the findings of the file and those of the settings come together', () => {
    const { out } = run(['check', folder({ 'Dockerrun.aws.json': BAD, '.ebextensions/a.config': ASG('    MinSize: many\n') }), '--json']);
    const { findings } = JSON.parse(out);
    expect(findings.map(({ file, code }: Record<string, string>) => `${file} ${code}`)).toEqual(['Dockerrun.aws.json DR2102', '.ebextensions/a.config DR6012']);
  });

  test('what .ebignore leaves out is not there', () => {
    const files = { ...shopFiles(), 'pages/index.html': 'hello' };
    expect(run(['check', folder(files)]).out).not.toContain('DR4110');
    expect(run(['check', folder({ ...files, '.ebignore': 'pages/\n' })]).out).toContain('DR4110 missing-bundle-path');
  });

  test('a worker takes its messages itself, and says so', () => {
    const path = folder({ 'Dockerrun.aws.json': GOOD, 'env.yaml': 'EnvironmentTier:\n  Name: Worker\n  Type: SQS/HTTP\n' });
    const { code, out, err } = run(['plan', path]);
    expect(code).toBe(0);
    expect(err).toContain('warning DR4163 assumed-consumer');
    expect(out).toContain('  consumer: the containers\n');
  });
});

describe('a worker with cron.yaml', () => {
  const WORKER = { 'Dockerrun.aws.json': GOOD, 'env.yaml': 'EnvironmentTier:\n  Name: Worker\n  Type: SQS/HTTP\n' };
  const tasks = (schedule: string) => `version: 1\ncron:\n  - name: report\n    url: /report\n    schedule: "${schedule}"\n`;

  test('sends its tasks', () => {
    const { code, out } = run(['synth', folder({ ...WORKER, 'cron.yaml': tasks('30 6 * * *') })]);
    expect(code).toBe(0);
    expect(out).toContain('"AWS::Scheduler::Schedule"');
  });

  test('is served by the daemon of Beanstalk there, which takes the messages', () => {
    const { code, out, err } = run(['synth', folder({ ...WORKER, 'cron.yaml': tasks('30 6 * * *') }), '--target', 'beanstalk']);
    expect(code).toBe(0);
    expect(JSON.stringify(JSON.parse(out))).toContain('"Tier":{"Name":"Worker","Type":"SQS/HTTP"}');
    expect(err).not.toContain('DR4163');
  });

  test('has no plan when a task is wrong', () => {
    const path = folder({ ...WORKER, 'cron.yaml': tasks('soon') });
    expect(run(['check', path]).out).toMatch(/error DR\d+ [\w-]+ {2}cron\.yaml:5:/);
    expect(run(['plan', path])).toMatchObject({ code: 1, out: '' });
  });

  test('is told when no worker would send them', () => {
    expect(run(['check', folder({ 'Dockerrun.aws.json': GOOD, 'cron.yaml': tasks('soon') })]).out).toContain('warning DR4160 unused-cron');
  });
});

describe('an archive', () => {
  test('says the same as the folder', () => {
    const files = shopFiles();
    expect(run(['check', archive(files)]).out.replace(/^.*\.zip: /m, `${SHOP}/: `)).toBe(run(['check', SHOP]).out);
  });

  test('is known by its content', () => {
    const path = archive({ 'Dockerrun.aws.json': GOOD });
    execFileSync('mv', [path, `${path}.war`]);
    expect(run(['check', `${path}.war`]).out).toContain('.zip.war: 1 note');
  });
});

describe('what is no bundle ends with 2 and says why', () => {
  test.each<[string, () => string, string]>([
    ['no Dockerrun file', () => folder({ 'a.txt': '' }), 'has no Dockerrun.aws.json or docker-compose.yml at its root'],
    ['a folder in the archive', () => archive({ 'shop/Dockerrun.aws.json': GOOD }), 'has no Dockerrun.aws.json or docker-compose.yml at its root, but shop/Dockerrun.aws.json; put what is in the folder into the archive, not the folder'],
    ['a folder in the folder', () => folder({ 'shop/Dockerrun.aws.json': GOOD }), 'has no Dockerrun.aws.json or docker-compose.yml at its root, but shop/Dockerrun.aws.json; name shop in it instead'],
  ])('%s', (_, make, reason) => {
    const path = make();
    expect(run(['check', path])).toEqual({ code: 2, out: '', err: `cdk-dockerrun: ${path} ${reason}\n` });
  });

  test.each<[string, () => string, string]>([
    ['text in an archive', () => {
      const path = `${folder({ a: '' })}.zip`;
      writeFileSync(path, 'hello');
      return path;
    }, 'it is no zip archive'],
    ['an archive that was cut off', () => {
      const path = archive({ 'Dockerrun.aws.json': GOOD });
      writeFileSync(path, readFileSync(path).subarray(0, 60));
      return path;
    }, 'it is no zip archive'],
    ['a file that was changed', () => {
      const path = archive({ 'Dockerrun.aws.json': 'x'.repeat(20) });
      const content = readFileSync(path);
      content[content.lastIndexOf('Dockerrun.aws.json') - 30]++;
      writeFileSync(path, content);
      return path;
    }, 'its file "Dockerrun.aws.json" is damaged'],
    ['a link that leads to itself', () => { const path = join(root, 'loop'); symlinkSync('loop', path); return path; }, 'ELOOP: too many symbolic links encountered, stat \'PATH\''],
  ])('%s', (_, make, reason) => {
    const path = make();
    expect(run(['check', path])).toEqual({ code: 2, out: '', err: `cdk-dockerrun: cannot read ${path}: ${reason.replace('PATH', path)}\n` });
  });

  test('a saved configuration that is not there', () => {
    expect(run(['check', SHOP, '--saved-configuration', 'huge']).err)
      .toBe(`cdk-dockerrun: ${SHOP} has no saved configuration "huge" in .elasticbeanstalk/saved_configs\n`);
  });

  test('version 3 has its containers elsewhere', () => {
    const only = { 'Dockerrun.aws.json': '{ "AWSEBDockerrunVersion": 3 }' };
    expect(run(['check', folder(only)]).out).toContain('DR1013 compose-version');
    expect(run(['check', folder({ ...only, 'docker-compose.yml': '' })])).toMatchObject({ code: 1, out: expect.stringContaining('DR7019 no-services') });
  });
});

describe('synth', () => {
  const resourcesOf = (out: string, type: string) => {
    const resources = Object.values<any>(JSON.parse(out).Resources);
    return resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
  };
  const ALONE = 'this template cannot be deployed by itself, since it reads files from the asset bucket of the CDK; write it with them with --output DIR\n';

  test('applies the settings, and says that the bundle is not in the template', () => {
    const { code, out, err } = run(['synth', SHOP, '--saved-configuration', 'large']);
    expect(code).toBe(0);
    expect(resourcesOf(out, 'AWS::AutoScaling::AutoScalingGroup')).toMatchObject([{ MinSize: '3', MaxSize: '4' }]);
    expect(resourcesOf(out, 'AWS::EC2::LaunchTemplate')[0].LaunchTemplateData.InstanceType).toBe('t3.large');
    expect(err.endsWith(`${SHOP}/: ${ALONE}`)).toBe(true);
  });

  test('reads an archive', () => {
    const { out, err } = run(['synth', archive(shopFiles()), '--saved-configuration', 'small']);
    expect(resourcesOf(out, 'AWS::EC2::LaunchTemplate')[0].LaunchTemplateData.InstanceType).toBe('t3.small');
    expect(err).toContain(ALONE);
  });

  test('--output writes what the CDK deploys', () => {
    const output = join(root, 'out');
    const { code, out, err } = run(['synth', SHOP, '--output', output, '--stack', 'Shop']);
    expect({ code, out }).toEqual({ code: 0, out: `${join(output, 'Shop.template.json')}\n` });
    expect(err.endsWith(`${SHOP}/: deploy it with npx cdk deploy --app ${output}\n`)).toBe(true);
    const { files } = JSON.parse(readFileSync(join(output, 'Shop.assets.json'), 'utf8'));
    const bundle = Object.values<any>(files).find(({ source }) => source.packaging === 'zip');
    expect(readFileSync(join(output, bundle.source.path, 'proxy/conf.d/default.conf'), 'utf8')).toBe('server { listen 80; }\n');
  });

  test('a file alone needs nothing beside its template', () => {
    expect(run(['synth', 'f'], { f: GOOD }).err).not.toContain('by itself');
  });

  test('--target beanstalk makes an environment of Elastic Beanstalk', () => {
    const { code, out, err } = run(['synth', 'f', '--target', 'beanstalk'], { f: GOOD });
    expect(code).toBe(0);
    expect(resourcesOf(out, 'AWS::ElasticBeanstalk::Environment')).toMatchObject([{ Tier: { Name: 'WebServer', Type: 'Standard' } }]);
    expect(err).toContain(`f: ${ALONE}`);
  });

  test('--target beanstalk takes a bundle with its settings', () => {
    const { code, out } = run(['synth', mendedShop(), '--target', 'beanstalk']);
    expect(code).toBe(0);
    const [{ OptionSettings }] = resourcesOf(out, 'AWS::ElasticBeanstalk::Environment');
    expect(OptionSettings).toContainEqual({ Namespace: 'aws:autoscaling:asg', OptionName: 'MinSize', Value: '3' });
  });

  test('what only the construct can refuse is no trace of calls', () => {
    const { code, out, err } = run(['synth', 'f', '--stack', 'not a name'], { f: GOOD });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^f: .*not a name/m);
    expect(err).not.toContain('    at ');
  });
});

describe('--target', () => {
  test('beanstalk brings its own rules and its own words', () => {
    const { code, out } = run(['check', 'f', '--target', 'beanstalk', '--network-mode', 'awsvpc'], { f: GOOD });
    expect(code).toBe(1);
    expect(out).toContain('beanstalk-network-mode');
    expect(run(['plan', 'f', '--target', 'beanstalk', '--json'], { f: GOOD }).out).toContain('"target": "beanstalk"');
  });

  test('something else is refused', () => {
    expect(run(['check', 'f', '--target', 'fargate']).err).toBe('cdk-dockerrun: --target takes "ecs" or "beanstalk", got "fargate"\n');
    expect(run(['plan', 'f', '--target', 'beanstalk', '--ledger']).err).toContain('leave out one of --ledger and --target');
  });
});

test.each([['--json'], ['--ledger'], ['--target=beanstalk'], ['--target=beanstalk', '--json'], []])('plan %s keeps the values of secrets to itself', (...options) => {
  const { code, out, err } = run(['plan', mendedShop(), ...options]);
  expect(code).toBe(0);
  expect(`${out}${err}`).toContain('DB_PASSWORD');
  expect(`${out}${err}`).not.toContain('hunter2');
});
