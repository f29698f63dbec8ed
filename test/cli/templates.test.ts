import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GOOD, run } from './helpers';

const root = mkdtempSync(join(tmpdir(), 'templates-'));
let made = 0;

afterAll(() => rmSync(root, { recursive: true }));

function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const path = join(root, String(made++));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

describe('a file that is left out', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      '.gitignore', { '.gitignore': '# rendered\n\n/Dockerrun.aws.json\n' },
      'line 3 of .gitignore leaves it out; copy .gitignore to .ebignore, and remove that line there',
    ],
    ['.ebignore', { '.ebignore': '*.json\n', '.gitignore': '' }, 'line 1 of .ebignore leaves it out; remove that line'],
  ])('by %s is said to be', (_, files, way) => {
    const path = folder({ 'Dockerrun.aws.json': GOOD, ...files });
    expect(run(['check', path])).toEqual({
      code: 2, out: '', err: `cdk-dockerrun: ${path} leaves out its Dockerrun.aws.json: ${way}\n`,
    });
  });

  test('is named where it is a compose file', () => {
    const path = folder({ 'docker-compose.yml': 'services: {}\n', '.ebignore': '*.yml\n' });
    expect(run(['check', path])).toEqual({
      code: 2, out: '',
      err: `cdk-dockerrun: ${path} leaves out its docker-compose.yml: line 1 of .ebignore leaves it out; remove that line\n`,
    });
  });

  test('comes back by the edit that is named', () => {
    const path = folder({ 'Dockerrun.aws.json': GOOD, '.gitignore': 'Dockerrun.aws.json\n', '.ebignore': '' });
    expect(run(['check', path]).code).toBe(0);
  });

  test('is what a volume misses', () => {
    const withVolume = JSON.stringify({
      ...JSON.parse(GOOD), volumes: [{ name: 'conf', host: { sourcePath: '/var/app/current/proxy/conf.d' } }],
    });
    const path = folder({ 'Dockerrun.aws.json': withVolume, '.gitignore': 'tmp\nproxy\n', 'proxy/conf.d/x.conf': '' });
    expect(run(['check', path]).out).toContain(
      'hint: It is left out of the bundle: line 2 of .gitignore leaves it out; copy .gitignore to .ebignore, and remove '
        + 'that line there.',
    );
  });
});

describe('substitutions', () => {
  const files = {
    'Dockerrun.aws.json': GOOD.replace('1.29', '<TAG>'),
    '.ebextensions/01.config': 'commands:\n  01: { command: "echo $PORT ${HOME}" }\noption_settings:\n  aws:elbv2:listener:$PORT:\n'
      + '    Protocol: {{PROTOCOL}}\n  aws:elasticbeanstalk:application:environment:\n    STAGE: %STAGE%\n',
    'cron.yaml': 'version: 1\ncron:\n  - { name: a, url: "/<PATH>", schedule: "0 1 * * *" }\n',
  };
  const set = ['--set', 'TAG=1.29', '--set', 'PORT=8080', '--set', 'PROTOCOL=HTTP', '--set', 'STAGE=blue', '--set', 'PATH=x'];

  test('reach every file that is read', () => {
    const { out } = run(['plan', folder(files), ...set]);
    expect(out).toContain('8080');
    expect(out).toContain('STAGE');
    expect(out).not.toContain('DR0012');
    expect(out).not.toMatch(/<TAG>|\$PORT|PROTOCOL\}|%STAGE|<PATH>/);
  });

  test('are written into the version that Beanstalk gets, and no command is touched', () => {
    const output = join(root, 'out');
    run(['synth', folder(files), '--target', 'beanstalk', '--output', output, ...set]);
    const asset = readdirSync(output).find((name) => name.startsWith('asset.'))!;
    const text = (name: string) => readFileSync(join(output, asset, name), 'utf8');
    expect(text('.ebextensions/01.config')).toBe(
      'commands:\n  01: { command: "echo $PORT ${HOME}" }\noption_settings:\n  aws:elbv2:listener:8080:\n    Protocol: HTTP\n'
        + '  aws:elasticbeanstalk:application:environment:\n    STAGE: blue\n',
    );
    expect(text('cron.yaml')).toContain('"/x"');
    expect(text('Dockerrun.aws.json')).toContain('nginx:1.29');
  });

  test('of a file that is no JSON are no reason not to say why', () => {
    const path = folder({ 'Dockerrun.aws.json': GOOD.replace('1.29', '<TAG>').replace(/\}\s*$/, ',}') });
    const { code, out, err } = run(['check', path, '--set', 'TAG=1.29']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('error DR0002 trailing-comma');
    expect(out).toContain(': 1 error');
  });

  test('that no file has a use for are said', () => {
    expect(run(['check', folder(files), ...set, '--set', 'OTHER=1']).out).toContain('the substitution "OTHER" replaces no placeholder');
  });
});

describe('a compose file', () => {
  const COMPOSE = 'services:\n  web:\n    image: nginx:1.29\n    mem_limit: 128m\n    environment: { GREETING: Grüße }\n';

  test.each([['alone', '/docker-compose.yml'], ['in its folder', '']])('%s is refused when it is not UTF-8', (_, name) => {
    const path = folder({ 'docker-compose.yml': Buffer.from(COMPOSE, 'latin1') });
    const { code, out } = run(['check', `${path}${name}`]);
    expect(code).toBe(1);
    expect(out).toContain('DR0019 not-utf8  docker-compose.yml:5:32\n  the file must be UTF-8, got WINDOWS-1252.');
  });

  test.each([
    ['that includes one of another encoding', 'other.yml', Buffer.from(COMPOSE, 'latin1'), 'DR0019 not-utf8  other.yml:5:32'],
    ['that includes one with a merge conflict', 'other.yml', `<<<<<<< HEAD\n${COMPOSE}`, 'DR0017 merge-conflict  other.yml:1:1'],
  ])('%s is told where', (_, name, content, said) => {
    const path = folder({ 'docker-compose.yml': `include: [${name}]\n${COMPOSE.replace('Grüße', 'x')}`, [name]: content });
    const { code, out } = run(['check', path]);
    expect(code).toBe(1);
    expect(out).toContain(said);
  });

  test('gets no byte-order mark into its first key', () => {
    expect(run(['check', folder({ 'docker-compose.yml': `\uFEFF${COMPOSE}` })]).code).toBe(0);
  });
});

test.each(['check', 'plan', 'synth'])('%s refuses what is not UTF-8, in any file', (command) => {
  const latin = Buffer.from('option_settings:\n  aws:elasticbeanstalk:application:environment:\n    NAME: Grüße\n', 'latin1');
  const { code, out, err } = run([command, folder({ 'Dockerrun.aws.json': GOOD, '.ebextensions/01.config': latin })]);
  expect(code).toBe(1);
  expect(out + err).toContain('DR0019 not-utf8  .ebextensions/01.config:3:13');
  expect(out + err).toContain('hint: Save it as UTF-8, as this does: iconv -f WINDOWS-1252 -t UTF-8.');
});
