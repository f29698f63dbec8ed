import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { CapacityImage } from '../../lib';
import { container as containerShape } from '../../lib/core/spec/fields/container';
import { containersOf, Json, only, templateWith } from './helpers';

/** Every parameter that Amazon ECS knows and a file may set, each with a value of its own. */
const PARAMETERS: Record<string, Json> = {
  name: 'full',
  image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/full:1.0',
  memory: 512,
  memoryReservation: 256,
  portMappings: [
    { containerPort: 8080, hostPort: 80, protocol: 'tcp', name: 'http', appProtocol: 'http2' },
    { containerPort: 53, hostPort: 5353, protocol: 'udp' },
    { containerPortRange: '9000-9010' },
  ],
  repositoryCredentials: { credentialsParameter: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:registry-AbCdEf' },
  restartPolicy: { enabled: true, ignoredExitCodes: [0, 143], restartAttemptPeriod: 90 },
  healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost || exit 1'], interval: 10, timeout: 4, retries: 6, startPeriod: 20 },
  cpu: 333,
  resourceRequirements: [{ type: 'GPU', value: '1' }],
  essential: true,
  entryPoint: ['/bin/sh', '-c'],
  command: ['echo "$HOME"', '--flag=é'],
  workingDirectory: '/srv/app',
  environmentFiles: [{ value: 'arn:aws:s3:::shop-config/prod.env', type: 's3' }],
  environment: [{ name: 'COLOR', value: 'green' }, { name: 'EMPTY', value: '' }],
  secrets: [{ name: 'PASSWORD', valueFrom: '/shop/password' }],
  disableNetworking: false,
  links: ['helper:aide'],
  hostname: 'full-host',
  dnsServers: ['10.0.0.2', '10.0.0.3'],
  dnsSearchDomains: ['corp.example.com'],
  extraHosts: [{ hostname: 'db.example.com', ipAddress: '10.0.0.9' }],
  readonlyRootFilesystem: true,
  mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: true }, { sourceVolume: 'data', containerPath: '/more' }],
  volumesFrom: [{ sourceContainer: 'helper', readOnly: true }],
  logConfiguration: { logDriver: 'syslog', options: { 'syslog-address': 'tcp://192.0.2.1:514', 'tag': 'full' }, secretOptions: [{ name: 'k', valueFrom: 'p' }] },
  firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } },
  privileged: true,
  user: '1000:1000',
  dockerSecurityOptions: ['no-new-privileges'],
  credentialSpecs: ['credentialspec:arn:aws:s3:::shop-config/gmsa.json'],
  ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }, { name: 'core', softLimit: 0, hardLimit: 0 }],
  dockerLabels: { 'com.example.team': 'shop', 'count': '3' },
  linuxParameters: {
    capabilities: { add: ['NET_ADMIN'], drop: ['MKNOD'] },
    devices: [{ hostPath: '/dev/fuse', containerPath: '/dev/fuse', permissions: ['read', 'write'] }],
    initProcessEnabled: true,
    maxSwap: 1024,
    sharedMemorySize: 64,
    swappiness: 10,
    tmpfs: [{ containerPath: '/tmp', size: 32, mountOptions: ['noexec'] }],
  },
  dependsOn: [{ containerName: 'helper', condition: 'START' }],
  startTimeout: 60,
  stopTimeout: 110,
  systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }],
  interactive: true,
  pseudoTerminal: true,
  versionConsistency: 'disabled',
};

/** The parameters ask for a GPU. */
const WITH_GPU = { instanceType: new InstanceType('g4dn.xlarge'), machineImage: CapacityImage.ecsOptimizedGpu() };

/** What the template says where it is not what the file says with capitals. */
const EXPECTED: Record<string, Json> = {
  portMappings: [
    { ContainerPort: 8080, HostPort: 80, Protocol: 'tcp', Name: 'http', AppProtocol: 'http2' },
    { ContainerPort: 53, HostPort: 5353, Protocol: 'udp' },
    { ContainerPortRange: '9000-9010', Protocol: 'tcp' },
  ],
  environment: [{ Name: 'AWS_REGION', Value: { Ref: 'AWS::Region' } }, { Name: 'COLOR', Value: 'green' }, { Name: 'EMPTY', Value: '' }],
  mountPoints: [{ SourceVolume: 'data', ContainerPath: '/data', ReadOnly: true }, { SourceVolume: 'data', ContainerPath: '/more', ReadOnly: false }],
};

/** Objects whose keys are the author's own. */
const FREE = ['options', 'dockerLabels'];

/** The value with the keys as CloudFormation spells them. */
function capitals(value: Json, isFree: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => capitals(item, isFree));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [isFree ? key : capital(key), capitals(inner, FREE.includes(key))]));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

describe('a container parameter reaches the template word for word', () => {
  let rendered: Json;
  beforeAll(() => {
    const helper = { name: 'helper', image: 'helper:1.0', memory: 64, essential: false };
    [, rendered] = containersOf(templateWith([helper, PARAMETERS], { volumes: [{ name: 'data' }] }, WITH_GPU));
  });

  test('no parameter was forgotten here', () => {
    expect(Object.keys(PARAMETERS).sort()).toEqual(Object.keys(containerShape.fields).sort());
  });

  test.each(Object.keys(PARAMETERS))('%s', (key) => {
    expect(rendered[capital(key)]).toEqual(EXPECTED[key] ?? capitals(PARAMETERS[key], FREE.includes(key)));
  });

  test('and nothing else is added', () => {
    expect(Object.keys(rendered).sort()).toEqual(Object.keys(PARAMETERS).map(capital).sort());
  });
});

test('a container that sets nothing gets nothing but its region and its logs', () => {
  const [rendered] = containersOf(templateWith([{ name: 'web', image: 'web:1.0', memoryReservation: 64 }]));
  expect(rendered).toEqual({
    Name: 'web',
    Image: 'web:1.0',
    Essential: true,
    MemoryReservation: 64,
    Environment: [{ Name: 'AWS_REGION', Value: { Ref: 'AWS::Region' } }],
    LogConfiguration: expect.objectContaining({ LogDriver: 'awslogs' }),
  });
});

test('what is false, zero or empty in the file is so in the template', () => {
  const [, rendered] = containersOf(templateWith([
    { name: 'main', image: 'main:1.0', memory: 64 },
    {
      name: 'web', image: 'web:1.0', memory: 64, cpu: 0, essential: false, privileged: false, interactive: false,
      entryPoint: [], command: [], dockerLabels: {}, linuxParameters: { swappiness: 0, maxSwap: 0, initProcessEnabled: false },
    },
  ]));
  expect(rendered).toMatchObject({
    Cpu: 0, Essential: false, Privileged: false, Interactive: false,
    EntryPoint: [], Command: [], DockerLabels: {}, LinuxParameters: { Swappiness: 0, MaxSwap: 0, InitProcessEnabled: false },
  });
});

test('the task is one for instances, in bridge mode', () => {
  const { Properties } = only(templateWith([PARAMETERS, { name: 'helper', image: 'helper:1.0', memory: 64 }], { volumes: [{ name: 'data' }] }, WITH_GPU), 'AWS::ECS::TaskDefinition');
  expect(Properties.RequiresCompatibilities).toEqual(['EC2']);
  expect(Properties.NetworkMode).toBe('bridge');
});
