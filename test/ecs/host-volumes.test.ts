import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode, Scope } from 'aws-cdk-lib/aws-ecs';
import { AccessPoint, FileSystem } from 'aws-cdk-lib/aws-efs';
import { DockerrunTaskDefinition, EcsEnvironment, DockerrunEfsVolumeOptions, DockerrunVolume } from '../../lib';
import { container, containersOf, file, Json, only, statementsOf, target } from './helpers';

const DOCKERRUN = file(
  [container('web', {
    portMappings: [{ hostPort: 80, containerPort: 80 }],
    mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }, { sourceVolume: 'awseb-logs-web', containerPath: '/logs' }],
  })],
  { volumes: [{ name: 'data', host: { sourcePath: '/srv/data' } }] },
);

type Options = (stack: Stack, fileSystem: FileSystem) => DockerrunEfsVolumeOptions;

function withFileSystem(options: Options = () => ({}), networkMode?: NetworkMode): { stack: Stack; template: Template } {
  const stack = new Stack(new App(), 'Test');
  const vpc = new Vpc(stack, 'Vpc');
  const fileSystem = new FileSystem(stack, 'Files', { vpc });
  new EcsEnvironment(stack, 'Environment', { dockerrun: DOCKERRUN, vpc, networkMode, volumes: { data: DockerrunVolume.efs(fileSystem, options(stack, fileSystem)) } });
  return { stack, template: Template.fromStack(stack) };
}

const taskOf = (template: Template): Json => only(template, 'AWS::ECS::TaskDefinition').Properties;
const volumeOf = (template: Template, name = 'data'): Json => taskOf(template).Volumes.find((volume: Json) => volume.Name === name);
const mountStatement = (template: Template): Json => statementsOf(template, target(taskOf(template).TaskRoleArn)).find(({ Action }) => [Action].flat().includes('elasticfilesystem:ClientMount'));

describe('a file system takes the place of a volume', () => {
  const { stack, template } = withFileSystem();
  const fileSystem = { Ref: only(template, 'AWS::EFS::FileSystem').id };

  test('mounted over TLS, with the permissions of the task role', () => {
    expect(volumeOf(template)).toEqual({
      Name: 'data',
      EFSVolumeConfiguration: { FilesystemId: fileSystem, RootDirectory: '/', TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED' } },
    });
  });

  test('which the task role gets', () => {
    expect(mountStatement(template)).toEqual({
      Effect: 'Allow',
      Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
      Resource: { 'Fn::GetAtt': [fileSystem.Ref, 'Arn'] },
    });
  });

  test('and nothing is said about data that is lost', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('must not hold data'))).toEqual([]);
  });

  test('the service comes after the mount targets', () => {
    const targets = Object.keys(template.findResources('AWS::EFS::MountTarget'));
    expect(targets).toHaveLength(2);
    expect(only(template, 'AWS::ECS::Service').DependsOn).toEqual(expect.arrayContaining(targets));
  });

  test('the other volume stays what it is', () => {
    expect(volumeOf(template, 'awseb-logs-web')).toEqual({ Name: 'awseb-logs-web', Host: { SourcePath: '/var/log/containers/web' } });
  });
});

test.each([
  [NetworkMode.BRIDGE, /CapacitySecurityGroup/],
  [NetworkMode.AWS_VPC, /ServiceSecurityGroup/],
])('in %s mode the file system lets in whoever mounts it', (networkMode, group) => {
  const { template } = withFileSystem(undefined, networkMode);
  const rules = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress', { Properties: { ToPort: 2049 } }));
  expect(rules.map(({ Properties }) => target(Properties.SourceSecurityGroupId))).toEqual([expect.stringMatching(group)]);
});

test('with an access point, containers are who it says', () => {
  const { template } = withFileSystem((stack, fileSystem) => ({ accessPoint: new AccessPoint(stack, 'Point', { fileSystem, path: '/data' }) }));
  const point = only(template, 'AWS::EFS::AccessPoint').id;
  expect(volumeOf(template).EFSVolumeConfiguration).toEqual({
    FilesystemId: expect.anything(), TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED', AccessPointId: { Ref: point } },
  });
  expect(mountStatement(template)).toEqual({
    Effect: 'Allow',
    Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    Resource: expect.anything(),
    Condition: { StringEquals: { 'elasticfilesystem:AccessPointArn': expect.objectContaining({ 'Fn::Join': ['', expect.arrayContaining([{ Ref: point }])] }) } },
  });
});

test('one that is only read is not written, whatever the file and the policy of the file system say', () => {
  const { template } = withFileSystem(() => ({ readOnly: true }));
  expect(mountStatement(template).Action).toEqual(['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientRootAccess']);
  const dataOf = (made: Template) => containersOf(made)[0].MountPoints.find(({ SourceVolume }: Json) => SourceVolume === 'data').ReadOnly;
  expect([dataOf(template), dataOf(withFileSystem().template)]).toEqual([true, false]);
});

describe.each<[string, DockerrunVolume, object]>([
  ['another path', DockerrunVolume.path('/mnt/data'), { Host: { SourcePath: '/mnt/data' } }],
  ['a volume of Docker', DockerrunVolume.docker(), { DockerVolumeConfiguration: { Driver: 'local', Scope: 'task' } }],
  ['a shared volume of Docker', DockerrunVolume.docker({ scope: Scope.SHARED, autoprovision: true, driver: 'rexray', driverOpts: { size: '5' }, labels: { of: 'shop' } }),
    { DockerVolumeConfiguration: { Driver: 'rexray', Scope: 'shared', Autoprovision: true, DriverOpts: { size: '5' }, Labels: { of: 'shop' } } }],
])('%s takes the place of a volume', (_, volume, expected) => {
  const stack = new Stack(new App(), 'Test');
  new DockerrunTaskDefinition(stack, 'Task', { dockerrun: DOCKERRUN, volumes: { data: volume } });

  test('in a task definition by itself', () => {
    expect(volumeOf(Template.fromStack(stack))).toEqual({ Name: 'data', ...expected });
  });

  test('with a warning about what is lost', () => {
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('must not hold data'));
    expect(warnings.map(({ entry }) => entry.data)).toEqual([
      expect.stringContaining('volumes.data must not hold data, which is lost with the instance; "web" may write there.'),
    ]);
  });
});

test('an added service may have volumes of its own', () => {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file([container('web')]) });
  environment.addService('More', { dockerrun: DOCKERRUN, volumes: { data: DockerrunVolume.path('/mnt/more') } });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { Volumes: Match.arrayWith([{ Name: 'data', Host: { SourcePath: '/mnt/more' } }]) });
});

test.each(['constructor', 'toString'])('a volume may have the name %s', (name) => {
  const named = file([container('web', { mountPoints: [{ sourceVolume: name, containerPath: '/data', readOnly: true }] })], { volumes: [{ name, host: { sourcePath: '/srv' } }] });
  const stack = new Stack(new App(), 'Test');
  new DockerrunTaskDefinition(stack, 'Plain', { dockerrun: named });
  new DockerrunTaskDefinition(stack, 'Replaced', { dockerrun: named, volumes: { [name]: DockerrunVolume.path('/mnt') } });
  const volumes = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition')).map(({ Properties }) => Properties.Volumes);
  expect(volumes).toEqual([[{ Name: name, Host: { SourcePath: '/srv' } }], [{ Name: name, Host: { SourcePath: '/mnt' } }]]);
});

test('a volume that the file does not have is refused', () => {
  const stack = new Stack(new App(), 'Test');
  expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: DOCKERRUN, volumes: { date: DockerrunVolume.path('/mnt') } }))
    .toThrow('volumes.date must be the name of a volume of the file. Did you mean "data"?');
  expect(stack.node.tryFindChild('Environment')!.node.children).toEqual([]);
});
