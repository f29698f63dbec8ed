import { codesOf, containersOf, reading, service, webOf } from './read';

const FILE = 'docker-compose.yml';

/** What is in a container beside what every service of these tests says. */
function partsOf(lines: string, rest = ''): object {
  const { name, image, memory, ...parts } = webOf(lines, rest);
  expect([name, image]).toEqual(['web', 'nginx:1.29']);
  return memory === 128 ? parts : { memory, ...parts };
}

test.each<[string, object]>([
  ['command: nginx -g "daemon off;"', { command: ['nginx', '-g', 'daemon off;'] }],
  ['command: [sleep, 10]', { command: ['sleep', '10'] }],
  ['entrypoint: /run.sh', { entryPoint: ['/run.sh'] }],
  ['environment: { A: x, B: 1.10, C: true }', { environment: [{ name: 'A', value: 'x' }, { name: 'B', value: '1.1' }, { name: 'C', value: 'true' }] }],
  ['environment: ["A=x=y", "B="]', { environment: [{ name: 'A', value: 'x=y' }, { name: 'B', value: '' }] }],
  ['ports: ["80:8080"]', { portMappings: [{ containerPort: 8080, hostPort: 80 }] }],
  ['ports: ["8080"]', { portMappings: [{ containerPort: 8080, hostPort: 0 }] }],
  ['ports: [8080]', { portMappings: [{ containerPort: 8080, hostPort: 0 }] }],
  ['ports: ["53:53/udp"]', { portMappings: [{ containerPort: 53, hostPort: 53, protocol: 'udp' }] }],
  ['ports: ["8000-8001:80-81"]', { portMappings: [{ containerPort: 80, hostPort: 8000 }, { containerPort: 81, hostPort: 8001 }] }],
  ['ports: ["8000-8010:80"]', { portMappings: [{ containerPort: 80, hostPort: 0 }] }],
  ['ports: ["0.0.0.0:80:80", "[::]:81:81"]', { portMappings: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 81 }] }],
  ['ports: [{ target: 80, published: "8080", protocol: tcp, name: http, app_protocol: http }]', {
    portMappings: [{ containerPort: 80, hostPort: 8080, name: 'http', appProtocol: 'http' }],
  }],
  ['expose: ["3000"]', {}],
  ['deploy: { resources: { limits: { memory: 1g }, reservations: { cpus: "0.25", memory: 64m } } }', { memory: 1024, memoryReservation: 64, cpu: 256 }],
  ['deploy: { restart_policy: { condition: on-failure } }', { restartPolicy: { enabled: true, ignoredExitCodes: [0] } }],
  ['mem_reservation: 64m', { memoryReservation: 64 }],
  ['cpu_shares: 512', { cpu: 512 }],
  ['memswap_limit: 256m', { linuxParameters: { maxSwap: 128 } }],
  ['mem_swappiness: 60', { linuxParameters: { swappiness: 60 } }],
  ['ulimits: { nproc: 100, nofile: { soft: 10, hard: 20 } }', {
    ulimits: [{ name: 'nproc', softLimit: 100, hardLimit: 100 }, { name: 'nofile', softLimit: 10, hardLimit: 20 }],
  }],
  ['healthcheck: { test: curl localhost, interval: 30s, timeout: 1m, retries: 5, start_period: 2m }', {
    healthCheck: { command: ['CMD-SHELL', 'curl localhost'], interval: 30, timeout: 60, retries: 5, startPeriod: 120 },
  }],
  ['healthcheck: { test: [CMD, curl, localhost] }', { healthCheck: { command: ['CMD', 'curl', 'localhost'] } }],
  ['healthcheck: { disable: true }', {}],
  ['healthcheck: { test: [NONE] }', {}],
  ['restart: always', { restartPolicy: { enabled: true } }],
  ['restart: on-failure', { restartPolicy: { enabled: true, ignoredExitCodes: [0] } }],
  ['restart: "no"', { essential: true }],
  ['stop_grace_period: 1m', { stopTimeout: 60 }],
  ['logging: { driver: json-file, options: { max-size: 10m } }', { logConfiguration: { logDriver: 'json-file', options: { 'max-size': '10m' } } }],
  ['labels: { a: b, c: 1 }', { dockerLabels: { a: 'b', c: '1' } }],
  ['labels: ["a=b"]', { dockerLabels: { a: 'b' } }],
  ['user: 1000', { user: '1000' }],
  ['working_dir: /app', { workingDirectory: '/app' }],
  ['hostname: web', { hostname: 'web' }],
  ['privileged: true', { privileged: true }],
  ['read_only: "true"', { readonlyRootFilesystem: true }],
  ['stdin_open: true\ntty: true', { interactive: true, pseudoTerminal: true }],
  ['init: true', { linuxParameters: { initProcessEnabled: true } }],
  ['cap_add: [net_admin]\ncap_drop: [CAP_MKNOD]', { linuxParameters: { capabilities: { add: ['NET_ADMIN'], drop: ['MKNOD'] } } }],
  ['devices: ["/dev/fuse:/dev/fuse:rw"]', { linuxParameters: { devices: [{ hostPath: '/dev/fuse', containerPath: '/dev/fuse', permissions: ['read', 'write'] }] } }],
  ['shm_size: 64m', { linuxParameters: { sharedMemorySize: 64 } }],
  ['tmpfs: /run:size=64m,mode=1777', { linuxParameters: { tmpfs: [{ containerPath: '/run', size: 64, mountOptions: ['mode=1777'] }] } }],
  ['sysctls: { net.core.somaxconn: 1024 }', { systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] }],
  ['security_opt: ["no-new-privileges:true"]', { dockerSecurityOptions: ['no-new-privileges:true'] }],
  ['dns: 10.0.0.2\ndns_search: [example.com]', { dnsServers: ['10.0.0.2'], dnsSearchDomains: ['example.com'] }],
  ['extra_hosts: ["db:10.0.0.3", "cache=10.0.0.4"]', {
    extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.3' }, { hostname: 'cache', ipAddress: '10.0.0.4' }],
  }],
  ['extra_hosts: { v6: "[2001:db8::1]" }', { extraHosts: [{ hostname: 'v6', ipAddress: '2001:db8::1' }] }],
  ['gpus: [{ count: 2 }]', { resourceRequirements: [{ type: 'GPU', value: '2' }] }],
  ['network_mode: none', { disableNetworking: true }],
  ['x-note: anything', {}],
])('%s', (lines, expected) => {
  expect(partsOf(lines)).toEqual(expected);
});

describe('volumes', () => {
  function volumesOf(lines: string, rest = '') {
    const { document, findings } = reading({ files: { [FILE]: service(lines, rest) } });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { volumes, containers: [{ mountPoints }] } = document!.spec;
    return { volumes, mountPoints };
  }

  test('a path is one of the bundle', () => {
    expect(volumesOf('volumes: ["./conf/a.conf:/etc/a.conf:ro", "/var/run/x:/x"]')).toEqual({
      volumes: [
        { name: 'conf-a-conf', host: { sourcePath: '/var/app/current/conf/a.conf' } }, { name: 'var-run-x', host: { sourcePath: '/var/run/x' } },
      ],
      mountPoints: [
        { sourceVolume: 'conf-a-conf', containerPath: '/etc/a.conf', readOnly: true }, { sourceVolume: 'var-run-x', containerPath: '/x' },
      ],
    });
  });

  test('a name is a volume of Docker', () => {
    const declared = 'volumes:\n  data:\n    driver: local\n    driver_opts: { type: nfs }\n    labels: { a: b }\n';
    expect(volumesOf('volumes: ["data:/data"]', declared)).toEqual({
      volumes: [{
        name: 'data',
        dockerVolumeConfiguration: { scope: 'shared', autoprovision: true, driver: 'local', driverOpts: { type: 'nfs' }, labels: { a: 'b' } },
      }],
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    });
  });

  test('a target alone is a volume of the task', () => {
    expect(volumesOf('volumes: ["/cache"]')).toEqual({
      volumes: [{ name: 'web-cache' }], mountPoints: [{ sourceVolume: 'web-cache', containerPath: '/cache' }],
    });
  });

  test('the long form says the same', () => {
    const long = [
      'volumes:', '- { type: bind, source: ./a, target: /a, read_only: true }', '- { type: volume, source: data, target: /b }',
      '- { type: tmpfs, target: /c, tmpfs: { size: 16m } }', '- { type: volume, target: /d }',
    ].join('\n');
    const { volumes, mountPoints } = volumesOf(long, 'volumes: { data: {} }\n');
    expect(volumes.map(({ name }) => name)).toEqual(['a', 'data', 'web-d']);
    expect(mountPoints).toEqual([
      { sourceVolume: 'a', containerPath: '/a', readOnly: true }, { sourceVolume: 'data', containerPath: '/b' },
      { sourceVolume: 'web-d', containerPath: '/d' },
    ]);
  });

  test('configs and secrets are files of the bundle', () => {
    const { volumes, mountPoints } = volumesOf(
      'configs: [site]\nsecrets: [{ source: key, target: tls.key }]', 'configs: { site: { file: ./site.conf } }\nsecrets: { key: { file: key.pem } }\n',
    );
    expect(volumes.map(({ host }) => host)).toEqual([{ sourcePath: '/var/app/current/site.conf' }, { sourcePath: '/var/app/current/key.pem' }]);
    expect(mountPoints).toEqual([
      { sourceVolume: 'site-conf', containerPath: '/site', readOnly: true },
      { sourceVolume: 'key-pem', containerPath: '/run/secrets/tls.key', readOnly: true },
    ]);
  });
});

test('variables of files stand below those of the service, and .env names values', () => {
  const files = {
    [FILE]: service('env_file: [a.env, { path: b.env, required: false }, { path: none.env, required: false }, .env2]\nenvironment: { B: own, C: "${FROM_ENV}" }'),
    'a.env': 'A=1\nB=1', 'b.env': 'A=2', '.env2': 'D=4', '.env': 'FROM_ENV=yes',
  };
  const [{ environment }] = containersOf({ files });
  expect(Object.fromEntries(environment!.map(({ name, value }) => [name, value]))).toEqual({ A: '2', B: 'own', C: 'yes', D: '4' });
});

test('the file that Beanstalk writes need not be there', () => {
  expect(codesOf({ files: { [FILE]: service('env_file: .env') } })).not.toContain('DR7007');
});

test('what others wait for to its end does not end the task', () => {
  const migrate = '  migrate:\n    image: acme/shop:1.0\n    mem_limit: 64m\n';
  const [web, other] = containersOf({
    files: { [FILE]: service('depends_on: { migrate: { condition: service_completed_successfully } }', migrate) },
  });
  expect(web.dependsOn).toEqual([{ containerName: 'migrate', condition: 'SUCCESS' }]);
  expect([web.essential, other.essential]).toEqual([undefined, false]);
});

test('the network of the instance is one of the task, when all services are in it', () => {
  const { document } = reading({ files: { [FILE]: service('network_mode: host') } });
  expect(document!.spec.task).toEqual({ networkMode: 'host' });
});

test('an image that is built has a name and a context', () => {
  const text = 'services:\n  web.front:\n    build: { context: ./web, dockerfile: Prod, target: run, args: { A: 1, B: } }\n    mem_limit: 64m\n';
  const { document } = reading({ files: { [FILE]: text }, variables: { B: 'b' } });
  expect(document!.spec.containers[0]).toMatchObject({ name: 'web-front', image: 'shop-web-front:built' });
  expect(document!.spec.builds).toEqual({
    'web-front': { context: 'web', dockerfile: 'Prod', target: 'run', networkMode: undefined, args: { A: '1', B: 'b' } },
  });
});
