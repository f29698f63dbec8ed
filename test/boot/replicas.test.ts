import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EcsEnvironmentProps, Scheduling, SourceBundle } from '../../lib';
import { digestOf } from '../../lib/bundle/files';
import { bootCommands } from '../../lib/ecs/private/instances/boot';
import { SIGNAL_SCRIPT } from '../../lib/ecs/private/instances/signal-script';
import { environment } from '../ecs/helpers';
import { Machine } from './machine';

/*
 * A source bundle under replicas, from the user data to the signal. No task runs on the instance while it decides, as
 * Amazon ECS places replicas there later; what is bad about the files is noticed as far as the instance can see it.
 */

const TARGET = { region: 'eu-west-1', stackName: 'Shop', logicalId: 'Group', clusterName: 'shop' };
const SELF = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/5';
const signal = (status: string) => 'aws cloudformation signal-resource --stack-name Shop --logical-resource-id Group '
  + `--unique-id i-1 --status ${status}`;

const TEXT = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  volumes: [{ name: 'conf', host: { sourcePath: '/var/app/current/conf' } }],
  containerDefinitions: [{
    name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }],
    mountPoints: [{ sourceVolume: 'conf', containerPath: '/etc/nginx/conf.d' }],
  }],
});

const folder = mkdtempSync(join(tmpdir(), 'replicas-'));
const zip = join(tmpdir(), `${folder.slice(-6)}.zip`);
let script: string;

beforeAll(() => {
  mkdirSync(join(folder, 'conf'));
  writeFileSync(join(folder, 'Dockerrun.aws.json'), TEXT);
  writeFileSync(join(folder, 'conf', 'default.conf'), 'server { listen 80; no such directive }\n');
  execFileSync('zip', ['-q', '-r', zip, '.'], { cwd: folder });
  const digest = digestOf(SourceBundle.fromDirectory(folder)._files);
  const plan = { directories: [], registryAuth: null };
  script = bootCommands(plan, TARGET, { bundle: { bucketName: 'assets', objectKey: 'bundle.zip', digest } }).join('\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(zip);
});

/** An instance of a cluster with replicas only. */
function machineWith(archive: string): Machine {
  const machine = new Machine();
  machine.fake('aws', `case "$*" in *get-object*) cp '${archive}' "\${@: -1}";; *list-services*DAEMON*) ;; *list-services*) echo a/Web;; esac`);
  machine.fake('curl', `case "$*" in *v1/metadata) echo '{"Cluster":"shop","ContainerInstanceArn":"${SELF}"}';; *) exit 22;; esac`);
  return machine;
}

/** What the user data calls, then what the unit calls that it starts. */
function boot(machine: Machine): { readonly status: number | null; readonly signals: readonly string[] } {
  const { status, calls } = machine.run(script);
  const isStarted = calls.includes('systemctl start --no-block cdk-dockerrun-signal.service');
  const later = isStarted ? machine.run(machine.read(SIGNAL_SCRIPT)).calls : [];
  return { status, signals: [...calls, ...later].filter((call) => call.includes('signal-resource')) };
}

test('files that do not unpack fail the instance at once, before an agent could take a task', () => {
  const cut = join(folder, '..', `${folder.slice(-6)}-cut.zip`);
  execFileSync('cp', [zip, cut]);
  truncateSync(cut, 200);
  const machine = machineWith(cut);
  expect(boot(machine)).toEqual({ status: 1, signals: [signal('FAILURE')] });
  expect(machine.has('var/lib/cdk-dockerrun/ready')).toBe(false);
  rmSync(cut);
});

test('files that unpack well and break the application are not noticed: no task is there to ask', () => {
  const machine = machineWith(zip);
  expect(boot(machine)).toEqual({ status: 0, signals: [signal('SUCCESS')] });
  expect(machine.read('var/app/current/conf/default.conf')).toContain('no such directive');
});

test('and so says the plan, which promises more for a daemon', () => {
  const reasonOf = (props: Partial<EcsEnvironmentProps>) =>
    environment({ dockerrun: undefined, sourceBundle: SourceBundle.fromDirectory(folder), ...props }).plan.decision('instance replacement').reason;
  expect(reasonOf({ scheduling: Scheduling.replicas({ min: 2, max: 2 }) })).toBe(
    'The next instance is replaced when the agent of the new one has registered. Amazon ECS starts replicas there when '
      + 'it drains an instance of before, so that no signal tells whether they run, nor whether files of a bundle suit '
      + 'them.',
  );
  expect(reasonOf({})).toBe(
    'The next instance is replaced when the new one runs its task and the load balancer finds it healthy; on first '
      + 'creation, when its agent has registered.',
  );
});
