import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import { LifeCycleStack } from '../../examples/application-life-cycle/stack';
import { Json, statementsOf, target } from '../ecs/helpers';
import { walk } from '../walker/walk';

const app = new App({ context: { '@aws-cdk/aws-efs:mountTargetOrderInsensitiveLogicalId': true } });
const stack = new LifeCycleStack(app, 'LifeCycle', {
  zone: { hostedZoneId: 'Z0123456789ABCDEFGHIJ', zoneName: 'example.com' },
  distributionCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-4e5f-6789-abcd-ef0123456789',
  originPrefixListId: 'pl-4fa04526',
});
const template = Template.fromStack(stack);

type Named = readonly [id: string, properties: Json];

function all(type: string): Named[] {
  return Object.entries<Json>(template.findResources(type)).map(([id, { Properties }]) => [id, Properties]);
}

/** The only resource of a type whose id starts with the name. */
function the(type: string, start: string): Named {
  const found = all(type).filter(([id]) => id.startsWith(start));
  if (found.length !== 1) throw new Error(`expected one ${type} ${start}, found ${found.length}`);
  return found[0];
}

const propertiesOf = (type: string, start: string) => the(type, start)[1];
const taskOf = (start: string) => propertiesOf('AWS::ECS::TaskDefinition', start);
const containerOf = (start: string) => taskOf(start).ContainerDefinitions[0];
const actionsOf = (role: Json) => statementsOf(template, target(role)).flatMap(({ Action }) => Action);
const idOf = (type: string, start: string) => the(type, start)[0];

describe('the network', () => {
  test('has two zones, each with a public and a private subnet and a NAT gateway', () => {
    template.resourceCountIs('AWS::EC2::Subnet', 4);
    template.resourceCountIs('AWS::EC2::NatGateway', 2);
    expect(new Set(all('AWS::EC2::Subnet').map(([, { AvailabilityZone }]) => JSON.stringify(AvailabilityZone))).size).toBe(2);
  });

  test('has the instances in the private subnets and the load balancer in the public ones', () => {
    for (const [, { VPCZoneIdentifier }] of all('AWS::AutoScaling::AutoScalingGroup')) {
      expect(VPCZoneIdentifier.map(({ Ref }: Json) => Ref)).toEqual([expect.stringMatching(/PrivateSubnet1/), expect.stringMatching(/PrivateSubnet2/)]);
    }
    const { Subnets, Scheme } = propertiesOf('AWS::ElasticLoadBalancingV2::LoadBalancer', 'Web');
    expect(Scheme).toBe('internet-facing');
    expect(Subnets.map(({ Ref }: Json) => Ref)).toEqual([expect.stringMatching(/PublicSubnet1/), expect.stringMatching(/PublicSubnet2/)]);
  });
});

describe('the web environment', () => {
  test('is reached through CloudFront alone', () => {
    const { listeners, doors, overBroad } = walk(template.toJSON() as Json);
    expect([...listeners, ...doors].flatMap(({ breaks }) => breaks)).toEqual([]);
    expect(overBroad).toEqual([]);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourcePrefixListId: 'pl-4fa04526', FromPort: 443, ToPort: 443 });
    expect(propertiesOf('AWS::ElasticLoadBalancingV2::Listener', 'Web').DefaultActions[0].FixedResponseConfig.StatusCode).toBe('403');
  });

  test('speaks TLS to clients and to CloudFront', () => {
    const { DistributionConfig } = propertiesOf('AWS::CloudFront::Distribution', 'Web');
    expect(DistributionConfig).toMatchObject({
      Aliases: ['shop.example.com'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
    });
    expect(DistributionConfig.Origins[0].CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] });
    const certificate = idOf('AWS::CertificateManager::Certificate', 'Web');
    expect(propertiesOf('AWS::ElasticLoadBalancingV2::Listener', 'Web')).toMatchObject({ Port: 443, Protocol: 'HTTPS', Certificates: [{ CertificateArn: { Ref: certificate } }] });
  });

  test('runs an image that is built from the Dockerfile, which the agent may pull', () => {
    expect(JSON.stringify(containerOf('Web').Image)).toMatch(/cdk-hnb659fds-container-assets-.*:[0-9a-f]{64}"/);
    expect(actionsOf(taskOf('Web').ExecutionRoleArn)).toContain('ecr:BatchGetImage');
    const manifest = app.synth().artifacts.find((artifact) => artifact instanceof AssetManifestArtifact)!;
    const [{ source }, ...others] = Object.values<Json>(manifest.contents.dockerImages ?? {});
    expect([source.platform, others]).toEqual(['linux/amd64', []]);
    expect(readdirSync(join(manifest.file, '..', source.directory)).sort()).toEqual(['Dockerfile', 'server.py']);
  });

  test.each([
    ['CPUUtilization', 20, 70],
    ['NetworkOut', 2_000_000, 6_000_000],
    ['DiskWriteOps', 100, 50_000],
  ])('grows and shrinks with %s', (metric, lower, upper) => {
    const alarms = all('AWS::CloudWatch::Alarm').map(([, properties]) => properties).filter(({ MetricName }) => MetricName === metric);
    expect(alarms.map(({ ComparisonOperator, Threshold, Statistic }) => [ComparisonOperator, Threshold, Statistic]).sort()).toEqual([
      ['GreaterThanThreshold', upper, 'Average'], ['LessThanThreshold', lower, 'Average'],
    ]);
    const group = idOf('AWS::AutoScaling::AutoScalingGroup', 'Web');
    for (const { Dimensions, Namespace } of alarms) expect([Namespace, Dimensions]).toEqual(['AWS/EC2', [{ Name: 'AutoScalingGroupName', Value: { Ref: group } }]]);
  });

  test('has an encrypted volume of 60 GiB, and a cache on the disk of the instance', () => {
    const { BlockDeviceMappings, InstanceType, UserData } = propertiesOf('AWS::EC2::LaunchTemplate', 'Web').LaunchTemplateData;
    expect(InstanceType).toBe('m6id.large');
    expect(BlockDeviceMappings).toEqual([{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 60, VolumeType: 'gp3' } }]);
    expect(JSON.stringify(UserData)).toContain('mount /dev/nvme1n1 /mnt/cache');
    expect(taskOf('Web').Volumes).toContainEqual({ Name: 'cache', Host: { SourcePath: '/mnt/cache' } });
  });
});

describe('the worker environment', () => {
  test('has a queue with a dead-letter queue, whose address the web environment knows', () => {
    const [[id, queue]] = all('AWS::SQS::Queue').filter(([, { RedrivePolicy }]) => RedrivePolicy);
    expect(queue).toMatchObject({ VisibilityTimeout: 600, RedrivePolicy: { maxReceiveCount: 5 }, SqsManagedSseEnabled: true });
    expect(containerOf('Web').Environment).toContainEqual({ Name: 'JOBS_QUEUE_URL', Value: { Ref: id } });
    expect(actionsOf(taskOf('Web').TaskRoleArn)).toContain('sqs:SendMessage');
    expect(actionsOf(taskOf('Worker').TaskRoleArn)).toContain('sqs:ReceiveMessage');
  });

  test('gets the messages of cron.yaml', () => {
    expect(all('AWS::Scheduler::Schedule').map(([id, { ScheduleExpression }]) => [id.replace(/^.*Periodic|[0-9A-F]{8}$/g, ''), ScheduleExpression])).toEqual([
      ['salesreport', 'cron(0 6 ? * 2-6 *)'],
      ['expirecarts', 'cron(*/15 * * * ? *)'],
    ]);
  });

  test('has more tasks when memory runs short or messages wait', () => {
    expect(propertiesOf('AWS::ApplicationAutoScaling::ScalableTarget', 'Worker')).toMatchObject({ MinCapacity: 1, MaxCapacity: 4 });
    const targets = all('AWS::ApplicationAutoScaling::ScalingPolicy').map(([, { TargetTrackingScalingPolicyConfiguration: config }]) =>
      [config.PredefinedMetricSpecification?.PredefinedMetricType ?? 'backlog', config.TargetValue]);
    expect(targets.sort()).toEqual([['ECSServiceAverageMemoryUtilization', 75], ['backlog', 100]]);
  });
});

describe('the data', () => {
  test('both mount the file system through its access point, encrypted and as their task roles', () => {
    const volume = {
      Name: 'media',
      EFSVolumeConfiguration: {
        FilesystemId: { Ref: idOf('AWS::EFS::FileSystem', 'Data') }, TransitEncryption: 'ENABLED',
        AuthorizationConfig: { AccessPointId: { Ref: idOf('AWS::EFS::AccessPoint', 'Data') }, IAM: 'ENABLED' },
      },
    };
    for (const start of ['Web', 'Worker']) {
      expect(taskOf(start).Volumes).toContainEqual(volume);
      expect(actionsOf(taskOf(start).TaskRoleArn)).toEqual(expect.arrayContaining(['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite']));
    }
    template.hasResourceProperties('AWS::EFS::FileSystem', { Encrypted: true, BackupPolicy: { Status: 'ENABLED' } });
    template.resourceCountIs('AWS::EFS::MountTarget', 2);
  });

  test('the database is in two zones, encrypted, and its password is a secret that the agent reads', () => {
    const [id, database] = the('AWS::RDS::DBInstance', 'Data');
    expect(database).toMatchObject({ Engine: 'postgres', MultiAZ: true, StorageEncrypted: true, ManageMasterUserPassword: true, DeletionProtection: true });
    const secret = { 'Fn::GetAtt': [id, 'MasterUserSecret.SecretArn'] };
    expect(containerOf('Web').Secrets).toEqual([
      { Name: 'DB_USER', ValueFrom: { 'Fn::Join': ['', [secret, ':username::']] } },
      { Name: 'DB_PASSWORD', ValueFrom: { 'Fn::Join': ['', [secret, ':password::']] } },
    ]);
    const reads = statementsOf(template, target(taskOf('Web').ExecutionRoleArn)).filter(({ Action }) => Action.includes('secretsmanager:GetSecretValue'));
    expect(reads.map(({ Resource }) => Resource)).toEqual([secret]);
  });

  test('the database takes connections of the web instances alone', () => {
    const group = { 'Fn::GetAtt': [idOf('AWS::EC2::SecurityGroup', 'DataOrders'), 'GroupId'] };
    const rules = all('AWS::EC2::SecurityGroupIngress').map(([, properties]) => properties).filter(({ GroupId }) => JSON.stringify(GroupId) === JSON.stringify(group));
    expect(rules.map(({ SourceSecurityGroupId }) => target(SourceSecurityGroupId))).toEqual([expect.stringMatching(/^WebClusterCapacity/)]);
  });

  test('the web environment puts uploads and the worker reads them; both keep carts', () => {
    const [web, worker] = ['Web', 'Worker'].map((start) => actionsOf(taskOf(start).TaskRoleArn));
    expect(web).toContain('s3:PutObject');
    expect(web).not.toContain('s3:GetObject*');
    expect(worker).toContain('s3:GetObject*');
    expect(worker).not.toContain('s3:PutObject');
    for (const actions of [web, worker]) expect(actions).toContain('dynamodb:PutItem');
  });
});

test('the only warning is of the cache, which may be lost', () => {
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('\\[DR'));
  expect(warnings.map(({ id, entry }) => [id, /\[(DR\d+)/.exec(String(entry.data))![1]])).toEqual([
    ['/LifeCycle/Web/Service/TaskDefinition', 'DR4115'],
  ]);
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});
