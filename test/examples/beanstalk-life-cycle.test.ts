import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { BeanstalkLifeCycleStack } from '../../examples/beanstalk-life-cycle/stack';
import { walkStack } from '../beanstalk/walks';
import { Json, only, statementsOf, target } from '../ecs/helpers';
import { Archive, archivesOf } from '../walker/beanstalk-version';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d';
const EXECUTION_ROLE = 'arn:aws:iam::111122223333:role/shop-execution';

const app = new App();
// As app.ts of the example does.
app.node.setContext('@aws-cdk/aws-efs:mountTargetOrderInsensitiveLogicalId', true);
const stack = new BeanstalkLifeCycleStack(app, 'LifeCycle', { certificateArn: CERTIFICATE });
const template = Template.fromStack(stack);
const resources = template.toJSON().Resources;

/** One of the two environments, with its logical id. */
function environmentOf(tier: string): Json {
  return Object.entries<Json>(template.findResources('AWS::ElasticBeanstalk::Environment')).map(([id, resource]) => ({ id, ...resource }))
    .find(({ Properties }) => Properties.Tier.Name === tier);
}

const web = environmentOf('WebServer');
const worker = environmentOf('Worker');
const TIERS = [['web', web], ['worker', worker]] as const;

/** An option of an environment, by its namespace without the start that all have. */
function option({ Properties }: Json, namespace: string, name: string): Json {
  return Properties.OptionSettings.find(({ Namespace, OptionName }: Json) => Namespace === `aws:${namespace}` && OptionName === name)?.Value;
}

function optionsOf(environment: Json, namespace: string, ...names: string[]): Json[] {
  return names.map((name) => option(environment, namespace, name));
}

function archiveOf({ Properties }: Json): Archive {
  const { SourceBundle: { S3Key: key } } = resources[Properties.VersionLabel.Ref].Properties;
  return archivesOf((Stack.of(stack).node.root as App).synth().directory)[key];
}

/** The role of the instances of an environment. */
function roleOf(environment: Json): string {
  return resources[option(environment, 'autoscaling:launchconfiguration', 'IamInstanceProfile').Ref].Properties.Roles[0].Ref;
}

function actionsOn(environment: Json, resource: string): string[] {
  const statements = statementsOf(template, roleOf(environment)).filter(({ Resource }) => JSON.stringify(Resource).includes(resource));
  return statements.flatMap(({ Action }) => Action).sort();
}

describe('the application', () => {
  test('is one for both environments and keeps the last 100 versions', () => {
    const application = only(template, 'AWS::ElasticBeanstalk::Application');
    expect(TIERS.map(([, { Properties }]) => Properties.ApplicationName)).toEqual([{ Ref: application.id }, { Ref: application.id }]);
    expect(application.Properties.ResourceLifecycleConfig).toEqual({
      ServiceRole: { 'Fn::GetAtt': [expect.stringMatching(/^WorkerServiceRole/), 'Arn'] },
      VersionLifecycleConfig: { MaxCountRule: { Enabled: true, MaxCount: 100, DeleteSourceFromS3: false } },
    });
  });

  test('has a version for each environment, with its own bundle', () => {
    const versions = TIERS.map(([, { Properties }]) => Properties.VersionLabel.Ref);
    expect(new Set(versions).size).toBe(2);
    expect(Object.keys(archiveOf(web)).sort()).toEqual(['.ebextensions/media.config', '.ebextensions/zz-dockerrun-redirect.config', 'Dockerrun.aws.json']);
    expect(Object.keys(archiveOf(worker)).sort()).toEqual(['.ebextensions/media.config', 'Dockerrun.aws.json', 'cron.yaml']);
  });

  test.each([['web', web, 'web'], ['worker', worker, 'jobs']])('pulls the image of %s as the given role', (_, environment, name) => {
    const { executionRoleArn, containerDefinitions: [{ image }] } = JSON.parse(archiveOf(environment)['Dockerrun.aws.json']);
    expect([executionRoleArn, image]).toEqual([EXECUTION_ROLE, `111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/${name}:1.4.2`]);
    expect(statementsOf(template, roleOf(environment))).toContainEqual({
      Action: 'iam:PassRole', Effect: 'Allow', Resource: EXECUTION_ROLE, Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    });
  });
});

describe('the web environment', () => {
  test('speaks TLS, and sends others there', () => {
    expect(optionsOf(web, 'elbv2:listener:443', 'ListenerEnabled', 'Protocol', 'SSLCertificateArns', 'SSLPolicy', 'DefaultProcess'))
      .toEqual(['true', 'HTTPS', CERTIFICATE, 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', 'default']);
    expect(optionsOf(web, 'elasticbeanstalk:environment:process:default', 'Port', 'Protocol', 'HealthCheckPath')).toEqual(['80', 'HTTP', '/health']);
    const { listeners } = walkStack(stack);
    expect(listeners.map(({ paths: [path], breaks }) => [path[path.length - 1].replace(/LifeCycle|Web\w+\//g, ''), breaks])).toEqual([
      ['default action of listener:default redirects to listener listener:443', []], ['container web answers on port 8000', []],
    ]);
  });

  test('replaces its instances beside an additional one', () => {
    expect(optionsOf(web, 'elasticbeanstalk:command', 'DeploymentPolicy', 'BatchSizeType', 'BatchSize')).toEqual(['RollingWithAdditionalBatch', 'Fixed', '1']);
  });

  test('has a disk of 60 GiB for each instance', () => {
    expect(optionsOf(web, 'autoscaling:launchconfiguration', 'RootVolumeType', 'RootVolumeSize')).toEqual(['gp3', '60']);
  });

  test('reaches the database, whose password is a secret', () => {
    const database = only(template, 'AWS::RDS::DBInstance');
    expect(optionsOf(web, 'elasticbeanstalk:application:environment', 'DB_HOST', 'DB_PORT')).toEqual([{ 'Fn::GetAtt': [database.id, 'Endpoint.Address'] }, '5433']);
    const secret = { 'Fn::GetAtt': [database.id, 'MasterUserSecret.SecretArn'] };
    expect(option(web, 'elasticbeanstalk:application:environmentsecrets', 'DB_SECRET')).toEqual(secret);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      Description: 'Orders of the shop', FromPort: { 'Fn::GetAtt': [database.id, 'Endpoint.Port'] }, SourceSecurityGroupId: option(web, 'autoscaling:launchconfiguration', 'SecurityGroups'),
    });
  });

  test('sends work to the queue of the worker', () => {
    const queue = option(worker, 'elasticbeanstalk:sqsd', 'WorkerQueueURL');
    expect(option(web, 'elasticbeanstalk:application:environment', 'JOBS_QUEUE_URL')).toEqual(queue);
    expect(actionsOn(web, queue.Ref)).toEqual(['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage']);
  });
});

describe('the worker environment', () => {
  test('has a daemon that posts messages to its container', () => {
    expect(worker.Properties.Tier).toEqual({ Name: 'Worker', Type: 'SQS/HTTP' });
    expect(optionsOf(worker, 'elasticbeanstalk:sqsd', 'HttpPath', 'VisibilityTimeout', 'InactivityTimeout', 'MaxRetries')).toEqual(['/jobs', '600', '599', '5']);
    const { environments } = walkStack(stack);
    const [{ paths: [path] }] = environments.filter(({ environment }) => environment === worker.id);
    expect(path.slice(1)).toEqual([
      `role ${roleOf(worker)} of the instances may take and delete them`, 'it posts them to port 80 of its instance, path /jobs', 'container jobs answers on port 8080',
    ]);
  });

  test('keeps messages that were taken too often', () => {
    const { Ref: id } = option(worker, 'elasticbeanstalk:sqsd', 'WorkerQueueURL');
    expect(resources[id].Properties).toMatchObject({
      VisibilityTimeout: 600, RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^WorkerDeadLetterQueue/), 'Arn'] } },
    });
  });

  test('has the tasks of cron.yaml', () => {
    expect(stack.worker.plan.decision('periodic task sales-report').choice).toBe('0 6 * * 1-5');
    expect(archiveOf(worker)['cron.yaml']).toContain('url: /carts/expire');
  });
});

describe.each(TIERS)('the %s environment', (tier, environment) => {
  test('has private instances in two zones, each with its own way out', () => {
    const subnets: string[] = option(environment, 'ec2:vpc', 'Subnets')['Fn::Join'][1].flatMap((part: Json) => part.Ref ?? []);
    expect(subnets.map((id) => resources[id].Properties.AvailabilityZone)).toEqual([{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] }]);
    expect(subnets.filter((id) => !id.includes('PrivateSubnet'))).toEqual([]);
    expect(option(environment, 'ec2:vpc', 'AssociatePublicIpAddress')).toBe('false');
    template.resourceCountIs('AWS::EC2::NatGateway', 2);
    if (tier === 'web') expect(JSON.stringify(option(environment, 'ec2:vpc', 'ELBSubnets'))).toMatch(/PublicSubnet1.*PublicSubnet2/);
  });

  test('grows and shrinks with the CPU', () => {
    expect(optionsOf(environment, 'autoscaling:trigger', 'MeasureName', 'Statistic', 'Unit')).toEqual(['CPUUtilization', 'Average', 'Percent']);
    expect(optionsOf(environment, 'autoscaling:trigger', 'LowerThreshold', 'UpperThreshold')).toEqual(tier === 'web' ? ['20', '70'] : ['30', '80']);
    expect(optionsOf(environment, 'autoscaling:asg', 'MinSize', 'MaxSize')).toEqual(tier === 'web' ? ['2', '6'] : ['2', '3']);
  });

  test('is updated each week, watched in detail, and its logs are kept', () => {
    expect(optionsOf(environment, 'elasticbeanstalk:managedactions', 'ManagedActionsEnabled', 'PreferredStartTime')).toEqual(['true', tier === 'web' ? 'Sun:03:30' : 'Tue:05:00']);
    expect(option(environment, 'elasticbeanstalk:managedactions:platformupdate', 'UpdateLevel')).toBe('minor');
    expect(option(environment, 'elasticbeanstalk:healthreporting:system', 'SystemType')).toBe('enhanced');
    expect(optionsOf(environment, 'elasticbeanstalk:cloudwatch:logs', 'StreamLogs', 'RetentionInDays', 'DeleteOnTerminate')).toEqual(['true', '30', 'false']);
    expect(option(environment, 'elasticbeanstalk:cloudwatch:logs:health', 'HealthStreamingEnabled')).toBe('true');
  });

  test('mounts the file system before its container starts', () => {
    const [fileSystem, accessPoint] = ['AWS::EFS::FileSystem', 'AWS::EFS::AccessPoint'].map((type) => only(template, type).id);
    expect(optionsOf(environment, 'elasticbeanstalk:application:environment', 'MEDIA_FILE_SYSTEM', 'MEDIA_ACCESS_POINT')).toEqual([{ Ref: fileSystem }, { Ref: accessPoint }]);
    const { 'Dockerrun.aws.json': dockerrun, '.ebextensions/media.config': config } = archiveOf(environment);
    expect(JSON.parse(dockerrun).volumes).toEqual([{ name: 'media', host: { sourcePath: '/srv/media' } }]);
    expect(config).toContain('mount -t efs -o "tls,iam,accesspoint=$access_point" "$file_system:/" /srv/media');
    expect(actionsOn(environment, fileSystem)).toEqual(['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite']);
    const rules: Json[] = Object.entries<Json>(template.findResources('AWS::EC2::SecurityGroupIngress', { Properties: { Description: 'Media of the shop', FromPort: 2049 } }));
    const [[rule]] = rules.filter(([, { Properties }]) => target(Properties.SourceSecurityGroupId) === target(option(environment, 'autoscaling:launchconfiguration', 'SecurityGroups')));
    const mountTargets = Object.keys(template.findResources('AWS::EFS::MountTarget'));
    expect(mountTargets).toHaveLength(2);
    expect(environment.DependsOn).toEqual(expect.arrayContaining([rule, ...mountTargets]));
  });

  test('may use the carts and its part of the uploads', () => {
    expect(actionsOn(environment, only(template, 'AWS::DynamoDB::Table').id)).toContain('dynamodb:PutItem');
    const bucket = actionsOn(environment, target(option(environment, 'elasticbeanstalk:application:environment', 'UPLOADS_BUCKET')));
    expect([bucket.includes('s3:PutObject'), bucket.includes('s3:GetObject*')]).toEqual(tier === 'web' ? [true, false] : [false, true]);
  });
});

test('nothing stands in the way of the walker, and nothing is to be warned of', () => {
  const { environments, overBroad } = walkStack(stack);
  expect([environments.flatMap(({ breaks }) => breaks), overBroad]).toEqual([[], []]);
  expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});
