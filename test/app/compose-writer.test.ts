import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../cli/helpers';

const ROOT = join(__dirname, '..', '..');

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'compose-')); });
afterEach(() => rmSync(folder, { recursive: true }));

interface Composed {
  readonly file: { readonly services: Readonly<Record<string, object>>; readonly volumes?: object };
  readonly err: string;
}

function composed(container: object, file: object = {}): Composed {
  const path = join(folder, 'Dockerrun.aws.json');
  writeFileSync(path, JSON.stringify({ AWSEBDockerrunVersion: 2, ...file, containerDefinitions: [{ name: 'web', image: 'example/web:1.0', memory: 128, ...container }] }));
  const { code, out, err } = run(['compose', path]);
  expect(code).toBe(0);
  return { file: parse(out) as Composed['file'], err };
}

test.each<[string, object, object]>([
  ['commands', { entryPoint: ['sh', '-c'], command: ['echo $HOME'] }, { entrypoint: ['sh', '-c'], command: ['echo $$HOME'] }],
  ['ports', { portMappings: [{ hostPort: 8080, containerPort: 80 }, { containerPort: 53, protocol: 'udp' }, { containerPortRange: '9000-9010' }] }, { ports: ['8080:80', '53/udp', '9000-9010'] }],
  ['variables, with their dollars', { environment: [{ name: 'A', value: 'x$y' }, { name: 'B', value: 'no' }, { name: 'C', value: '007' }] }, { environment: { A: 'x$$y', B: 'no', C: '007' } }],
  ['secrets', { secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/key' }], environment: [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }] },
    { environment: { DB_PASSWORD: '${DB_PASSWORD:?set DB_PASSWORD}', KEY: '${KEY:?set KEY}' } }],
  ['limits', { memory: 256, memoryReservation: 64, cpu: 512, ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 2 }] }, { mem_limit: '256m', mem_reservation: '64m', cpu_shares: 512, ulimits: { nofile: { soft: 1, hard: 2 } } }],
  ['Linux parameters', { linuxParameters: { initProcessEnabled: true, sharedMemorySize: 64, maxSwap: 100, tmpfs: [{ containerPath: '/run', size: 8, mountOptions: ['noexec'] }], capabilities: { add: ['SYS_PTRACE'] } } },
    { init: true, shm_size: '64m', memswap_limit: '228m', tmpfs: ['/run:size=8m,noexec'], cap_add: ['SYS_PTRACE'] }],
  ['a health check', { healthCheck: { command: ['CMD-SHELL', 'curl -f localhost'], interval: 30, startPeriod: 5 } }, { healthcheck: { test: ['CMD-SHELL', 'curl -f localhost'], interval: '30s', start_period: '5s' } }],
  ['names', { hostname: 'web', dnsServers: ['1.1.1.1'], extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.1' }], stopTimeout: 20 }, { hostname: 'web', dns: ['1.1.1.1'], extra_hosts: ['db=10.0.0.1'], stop_grace_period: '20s' }],
])('%s', (_, container, service) => {
  expect(composed(container).file.services.web).toMatchObject(service);
});

test('volumes are folders of the bundle, logs of local runs, and volumes with names for what only instances have', () => {
  const mount = (sourceVolume: string) => ({ sourceVolume, containerPath: `/${sourceVolume}`, readOnly: sourceVolume === 'code' });
  const { file, err } = composed({ mountPoints: ['code', 'awseb-logs-web', 'socket', 'data', 'scratch'].map(mount) }, {
    volumes: [
      { name: 'code', host: { sourcePath: '/var/app/current/php-app/' } }, { name: 'socket', host: { sourcePath: '/var/run/docker.sock' } },
      { name: 'data', host: { sourcePath: '/mnt/data' } }, { name: 'scratch', dockerVolumeConfiguration: { scope: 'shared', driver: 'local' } },
    ],
  });
  expect(file.services.web).toMatchObject({
    volumes: ['./php-app:/code:ro', './.elasticbeanstalk/logs/local/web:/awseb-logs-web', '/var/run/docker.sock:/socket', 'data:/data', 'scratch:/scratch'],
  });
  expect(file.volumes).toEqual({ data: {}, scratch: { driver: 'local' } });
  expect(err).toContain('note  Volume data is /mnt/data of the instance on AWS, and an empty one here.\n');
});

test('what cannot run here is named', () => {
  const { err } = composed({
    secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/key' }],
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'x', 'awslogs-region': 'eu-west-1' } },
  }, { executionRoleArn: 'arn:aws:iam::123456789012:role/x' });
  expect(err.split('\n').slice(0, 2)).toEqual([
    'note  Container web: set KEY in your shell or in .env; on AWS it is arn:aws:ssm:eu-west-1:123456789012:parameter/key.',
    'note  Container web: its output goes to docker compose logs, not to awslogs.',
  ]);
});

test('variables of option settings reach every container', () => {
  const { out } = run(['compose', join(ROOT, 'test', 'cli', 'bundles', 'shop')]);
  const { services } = parse(out) as { services: Record<string, { environment: object }> };
  for (const { environment } of Object.values(services)) expect(environment).toMatchObject({ STAGE: 'live', DB_PASSWORD: '${DB_PASSWORD:?set DB_PASSWORD}' });
});

/** The keys of a service that Compose has, of those that are written. */
const KEYS = [
  'image', 'entrypoint', 'command', 'working_dir', 'user', 'hostname', 'privileged', 'read_only', 'stdin_open', 'tty', 'environment', 'ports', 'links', 'network_mode',
  'dns', 'dns_search', 'extra_hosts', 'mem_limit', 'mem_reservation', 'cpu_shares', 'memswap_limit', 'mem_swappiness', 'shm_size', 'init', 'cap_add', 'cap_drop', 'devices',
  'tmpfs', 'ulimits', 'sysctls', 'security_opt', 'volumes', 'volumes_from', 'labels', 'depends_on', 'healthcheck', 'stop_grace_period', 'restart', 'logging',
];

const EXAMPLES = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('Dockerrun.aws.json') && !path.includes('node_modules'));

test.each(EXAMPLES)('the file of %s has keys of Compose, and every volume that is mounted', (path) => {
  const { code, out } = run(['compose', join(ROOT, 'examples', path)]);
  expect(code).toBe(0);
  const { services, volumes = {} } = parse(out) as { services: Record<string, { volumes?: string[] }>; volumes?: object };
  for (const service of Object.values(services)) {
    expect(Object.keys(service).filter((key) => !KEYS.includes(key))).toEqual([]);
    const named = (service.volumes ?? []).map((mount) => mount.split(':')[0]).filter((source) => /^\w/.test(source));
    expect(named.filter((name) => !Object.hasOwn(volumes, name))).toEqual([]);
  }
});

test('a file with errors is not written', () => {
  const path = join(folder, 'Dockerrun.aws.json');
  writeFileSync(path, '{');
  expect(run(['compose', path])).toMatchObject({ code: 1, out: '' });
});
