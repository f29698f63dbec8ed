import { container, containersOf, Json, only, templateWith } from './helpers';

function volumes(declared: readonly object[] | undefined, ...containers: readonly object[]): Json {
  return only(templateWith(containers, { volumes: declared }), 'AWS::ECS::TaskDefinition').Properties.Volumes;
}

const mounting = (...names: readonly string[]) =>
  container('web', { mountPoints: names.map((sourceVolume, index) => ({ sourceVolume, containerPath: `/mnt/${index}` })) });

test.each<[string, object, object]>([
  ['a path of the instance', { host: { sourcePath: '/srv/data' } }, { Host: { SourcePath: '/srv/data' } }],
  ['a volume of Docker by its name', { host: { sourcePath: 'db_data' } }, { Host: { SourcePath: 'db_data' } }],
  ['a directory that lives as long as the task', {}, { Host: {} }],
  ['a directory that lives as long as the task, spelled out', { host: {} }, { Host: {} }],
  [
    'a Docker volume with every setting',
    { dockerVolumeConfiguration: { scope: 'shared', autoprovision: true, driver: 'rexray/ebs', driverOpts: { 'size': '5', 'com.example.Type': 'gp3' }, labels: { team: 'shop' } } },
    { DockerVolumeConfiguration: { Scope: 'shared', Autoprovision: true, Driver: 'rexray/ebs', DriverOpts: { 'size': '5', 'com.example.Type': 'gp3' }, Labels: { team: 'shop' } } },
  ],
  ['a Docker volume without settings', { dockerVolumeConfiguration: {} }, { DockerVolumeConfiguration: { Driver: 'local', Scope: 'task' } }],
  [
    'an EFS file system with every setting',
    {
      efsVolumeConfiguration: {
        fileSystemId: 'fs-12345678', rootDirectory: '/', transitEncryption: 'ENABLED', transitEncryptionPort: 2999,
        authorizationConfig: { accessPointId: 'fsap-12345678', iam: 'ENABLED' },
      },
    },
    {
      EFSVolumeConfiguration: {
        FilesystemId: 'fs-12345678', RootDirectory: '/', TransitEncryption: 'ENABLED', TransitEncryptionPort: 2999,
        AuthorizationConfig: { AccessPointId: 'fsap-12345678', IAM: 'ENABLED' },
      },
    },
  ],
  ['an EFS file system without settings', { efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }, { EFSVolumeConfiguration: { FilesystemId: 'fs-12345678' } }],
])('%s', (_, declared, rendered) => {
  expect(volumes([{ name: 'data', ...declared }], mounting('data'))).toEqual([{ Name: 'data', ...rendered }]);
});

test('without volumes the task has none', () => {
  expect(volumes(undefined, container('web'))).toBeUndefined();
});

test('a log volume that is mounted without being declared is the log directory of its container', () => {
  expect(volumes(undefined, mounting('awseb-logs-web'))).toEqual([{ Name: 'awseb-logs-web', Host: { SourcePath: '/var/log/containers/web' } }]);
});

test('a log volume that is declared is what the file says', () => {
  expect(volumes([{ name: 'awseb-logs-web', host: { sourcePath: '/srv/logs' } }], mounting('awseb-logs-web')))
    .toEqual([{ Name: 'awseb-logs-web', Host: { SourcePath: '/srv/logs' } }]);
});

test('declared volumes come in the order of the file, log volumes once behind them', () => {
  const names = volumes([{ name: 'b' }, { name: 'a' }], mounting('a', 'awseb-logs-web', 'b'), container('api', {
    mountPoints: [{ sourceVolume: 'awseb-logs-api', containerPath: '/logs' }, { sourceVolume: 'awseb-logs-web', containerPath: '/others' }],
  })).map(({ Name }: Json) => Name);
  expect(names).toEqual(['b', 'a', 'awseb-logs-web', 'awseb-logs-api']);
});

test('the same volume can be mounted by several containers', () => {
  const template = templateWith([mounting('data'), container('api', { mountPoints: [{ sourceVolume: 'data', containerPath: '/api' }] })], { volumes: [{ name: 'data' }] });
  expect(containersOf(template).map(({ MountPoints }) => MountPoints)).toEqual([
    [{ SourceVolume: 'data', ContainerPath: '/mnt/0', ReadOnly: false }],
    [{ SourceVolume: 'data', ContainerPath: '/api', ReadOnly: false }],
  ]);
});
