import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceBundle } from '../../lib';
import { digestOf } from '../../lib/bundle/files';
import { bootCommands } from '../../lib/ecs/private/instances/boot';
import { Machine } from './machine';

/*
 * The script that unpacks a source bundle, run by bash in a folder that it takes for the root of an instance. Only what
 * an instance has and a folder has not is faked: AWS, systemd, the package manager.
 */
const TARGET = { region: 'eu-west-1', stackName: 'Shop', logicalId: 'Group', clusterName: 'shop' };
const READY = 'var/lib/cdk-dockerrun/ready';
const GET = 'aws s3api get-object --region eu-west-1 --bucket assets --key bundle.zip';
const FAILURE = 'aws cloudformation signal-resource --stack-name Shop --logical-resource-id Group --unique-id i-1 --status FAILURE';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const zip = join(tmpdir(), `${folder.slice(-6)}.zip`);
const boot = { directories: ['/var/log/containers/web'], registryAuth: null };
let script: string;

beforeAll(() => {
  const files = { 'Dockerrun.aws.json': '{ "AWSEBDockerrunVersion": 2, "containerDefinitions": [{ "name": "web", "image": "web:1.0", "memory": 128 }] }', 'conf/café und.conf': 'a\n', 'conf/Z.conf': 'z', 'conf/empty': '', 'run.sh': '#!/bin/sh\n' };
  mkdirSync(join(folder, 'conf'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text, { mode: 0o600 });
  chmodSync(join(folder, 'run.sh'), 0o700);
  execFileSync('zip', ['-q', '-r', zip, '.'], { cwd: folder });
  const digest = digestOf(SourceBundle.fromDirectory(folder)._files);
  script = bootCommands(boot, TARGET, { bundle: { bucketName: 'assets', objectKey: 'bundle.zip', digest } }).join('\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(zip);
});

/** An instance that AWS gives the archive to. */
function machine(archive = zip): Machine {
  const made = new Machine();
  made.fake('aws', `case "$*" in *get-object*) cp '${archive}' "\${@: -1}";; esac`);
  return made;
}

test('the bundle is in its place, and the agent may start', () => {
  const instance = machine();
  const { status, calls, output } = instance.run(script);
  expect(output).toBe('');
  expect(status).toBe(0);
  expect(calls).toEqual([
    'systemctl daemon-reload',
    `${GET} ${instance.path('var/app/staging.zip')}`,
    'systemctl start --no-block cdk-dockerrun-signal.service',
  ]);
  for (const path of ['Dockerrun.aws.json', 'conf/café und.conf', 'conf/Z.conf', 'conf/empty', 'run.sh']) {
    expect(instance.read(`var/app/current/${path}`)).toBe(readFileSync(join(folder, path), 'utf8'));
  }
  expect([READY, 'var/log/containers/web', 'var/app/staging', 'var/app/staging.zip'].map((path) => instance.has(path))).toEqual([true, true, false, false]);
});

test('every container may read it, and run what could be run', () => {
  const instance = machine();
  instance.run(script);
  expect(['', '/conf', '/conf/Z.conf', '/run.sh'].map((path) => instance.mode(`var/app/current${path}`))).toEqual(['755', '755', '644', '755']);
});

test('the agent starts only when the bundle is there', () => {
  const instance = machine();
  instance.run(script);
  expect(instance.read('etc/systemd/system/ecs.service.d/cdk-dockerrun.conf')).toBe('[Unit]\nConditionPathExists=/var/lib/cdk-dockerrun/ready\n');
});

test('a second run finds everything done', () => {
  const instance = machine();
  instance.run(script);
  const { status, calls } = instance.run(script);
  expect(status).toBe(0);
  expect(calls).toEqual(['systemctl daemon-reload', 'systemctl start --no-block cdk-dockerrun-signal.service']);
  expect(instance.has(READY)).toBe(true);
});

test.each([
  ['changed', (instance: Machine) => instance.write('var/app/current/conf/Z.conf', 'y')],
  ['added', (instance: Machine) => instance.write('var/app/current/conf/more', '')],
  ['removed', (instance: Machine) => rmSync(instance.path('var/app/current/conf/empty'))],
])('a second run mends what was %s', (_, damage) => {
  const instance = machine();
  instance.run(script);
  damage(instance);
  expect(instance.run(script).status).toBe(0);
  expect(instance.read('var/app/current/conf/Z.conf')).toBe('z');
  expect([instance.has('var/app/current/conf/more'), instance.has('var/app/current/conf/empty'), instance.has(READY)]).toEqual([false, true, true]);
});

test('what the image does not have is installed', () => {
  const instance = machine();
  const withoutCommands = script.replaceAll('command -v', 'false');
  expect(instance.run(withoutCommands).calls).toEqual(expect.arrayContaining(['dnf -q -y install awscli-2', 'dnf -q -y install unzip']));
});

function damaged(name: string, change: (path: string) => void): string {
  const path = join(mkdtempSync(join(tmpdir(), 'zip-')), name);
  writeFileSync(path, readFileSync(zip));
  change(path);
  return path;
}

/** The same archive with one letter of one file changed. */
function tampered(): string {
  return damaged('tampered.zip', (path) => {
    const other = mkdtempSync(join(tmpdir(), 'other-'));
    mkdirSync(join(other, 'conf'));
    writeFileSync(join(other, 'conf/Z.conf'), 'Z');
    execFileSync('zip', ['-q', path, 'conf/Z.conf'], { cwd: other });
  });
}

describe.each<[string, () => Machine, string]>([
  ['the download fails', () => { const instance = machine(); instance.fake('aws', 'case "$*" in *get-object*) exit 1;; esac'); return instance; }, 'the source bundle could not be downloaded'],
  ['the archive is cut off', () => machine(damaged('cut.zip', (path) => truncateSync(path, 300))), 'the source bundle could not be unpacked'],
  ['the disk is full', () => { const instance = machine(); instance.fake('unzip', 'exit 50'); return instance; }, 'the source bundle could not be unpacked'],
  ['a file is not the one that was deployed', () => machine(tampered()), 'the source bundle is not the one that was deployed'],
  ['there is no unzip', () => {
    const instance = machine();
    instance.fake('dnf', 'exit 1');
    instance.write('no-unzip', '');
    return instance;
  }, 'unzip could not be installed'],
])('when %s', (_, make, reason) => {
  let instance: Machine;
  let run: ReturnType<Machine['run']>;

  beforeEach(() => {
    instance = make();
    run = instance.run(instance.has('no-unzip') ? script.replace('command -v', 'test "$1" = aws && command -v') : script);
  });

  test('the reason is on the console', () => {
    expect(run.output).toContain(`cdk-dockerrun: ${reason}\n`);
    expect(run.status).toBe(1);
  });

  test('the stack learns at once, and the group gets another instance', () => {
    expect(run.calls.slice(-2)).toEqual([FAILURE, `shutdown -h +15 ${reason}`]);
    expect(run.calls).not.toContain('systemctl start --no-block cdk-dockerrun-signal.service');
  });

  test('the agent does not start', () => {
    expect([instance.has(READY), instance.has('var/app/current'), instance.has('etc/systemd/system/ecs.service.d/cdk-dockerrun.conf')]).toEqual([false, false, true]);
  });

  test('another try, when the cause is gone, succeeds', () => {
    instance.fake('aws', `case "$*" in *get-object*) cp '${zip}' "\${@: -1}";; esac`);
    instance.fake('unzip', 'exec /usr/bin/unzip "$@"');
    expect(instance.run(script).status).toBe(0);
    expect(instance.has(READY)).toBe(true);
  });
});

test('a failure takes the marker of an earlier success away', () => {
  const instance = machine();
  instance.run(script);
  instance.write('var/app/current/conf/Z.conf', 'y');
  instance.fake('aws', 'exit 1');
  expect(instance.run(script).status).toBe(1);
  expect(instance.has(READY)).toBe(false);
});
