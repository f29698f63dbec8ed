import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ImagesStack, ServiceAnatomyStack } from '../../examples/service-anatomy/stack';
import { containersOf, Json, only, target } from '../ecs/helpers';

const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
const imagesStack = new ImagesStack(app, 'Images');
const template = Template.fromStack(new ServiceAnatomyStack(app, 'ServiceAnatomy', { repositories: imagesStack.repositories }));
const images = Template.fromStack(imagesStack);

const containers = Object.fromEntries(containersOf(template).map((container) => [container.Name, container]));
const service = only(template, 'AWS::ECS::Service').Properties;
const resources = (type: string, from = template) => Object.values<Json>(from.findResources(type)).map(({ Properties }) => Properties);

test.each<[container: string, setting: string, value: unknown]>([
  ['web', 'Cpu', 256],
  ['api', 'Cpu', 128],
  ['thumbnails', 'Cpu', 64],
  ['web', 'Memory', 512],
  ['web', 'MemoryReservation', 256],
  ['api', 'Memory', 256],
  ['thumbnails', 'Memory', 128],
  ['tuning', 'Memory', 16],
  ['web', 'Essential', true],
  ['api', 'Essential', true],
  ['thumbnails', 'Essential', false],
  ['tuning', 'Essential', false],
  ['web', 'EntryPoint', ['/usr/bin/tini', '--']],
  ['web', 'Command', ['node', 'server.js', '--port=8080']],
  ['tuning', 'Command', ['sysctl', '-w', 'vm.max_map_count=262144']],
  ['web', 'WorkingDirectory', '/srv/shop'],
  ['web', 'Environment', [
    { Name: 'AWS_REGION', Value: { Ref: 'AWS::Region' } }, { Name: 'API_URL', Value: 'http://backend:3000' }, { Name: 'LOG_LEVEL', Value: 'info' },
  ]],
  ['thumbnails', 'DisableNetworking', true],
  ['web', 'DisableNetworking', undefined],
  ['web', 'Links', ['api:backend']],
  ['web', 'Hostname', 'web.shop'],
  ['web', 'DnsServers', ['169.254.169.253']],
  ['web', 'DnsSearchDomains', ['shop.internal']],
  ['web', 'ExtraHosts', [{ Hostname: 'legacy', IpAddress: '10.20.3.4' }]],
  ['web', 'PortMappings', [{ ContainerPort: 8080, HostPort: 0, Protocol: 'tcp' }]],
  ['api', 'PortMappings', [{ ContainerPort: 3000, HostPort: 0, Protocol: 'tcp' }]],
  ['web', 'ReadonlyRootFilesystem', true],
  ['web', 'MountPoints', [
    { SourceVolume: 'scratch', ContainerPath: '/srv/shop/tmp', ReadOnly: false }, { SourceVolume: 'time-zone', ContainerPath: '/etc/localtime', ReadOnly: true },
  ]],
  ['thumbnails', 'VolumesFrom', [{ SourceContainer: 'web', ReadOnly: false }]],
  ['api', 'LogConfiguration', { LogDriver: 'json-file', Options: { 'max-size': '10m', 'max-file': '3' } }],
  ['web', 'LogConfiguration', {
    LogDriver: 'awslogs',
    Options: {
      'awslogs-group': { Ref: only(template, 'AWS::Logs::LogGroup').id }, 'awslogs-region': { Ref: 'AWS::Region' },
      'awslogs-stream-prefix': 'web', 'mode': 'non-blocking',
    },
  }],
  ['tuning', 'Privileged', true],
  ['web', 'Privileged', undefined],
  ['web', 'User', '1000:1000'],
  ['web', 'DockerSecurityOptions', ['no-new-privileges']],
  ['web', 'Ulimits', [{ Name: 'nofile', SoftLimit: 4096, HardLimit: 65536 }]],
  ['web', 'DockerLabels', { 'com.example.team': 'shop', 'com.example.tier': 'web' }],
])('%s has the %s of the file', (container, setting, value) => {
  expect(containers[container][setting]).toEqual(value);
});

test('the volumes are one of the task and a file of the instance', () => {
  expect(only(template, 'AWS::ECS::TaskDefinition').Properties.Volumes).toEqual([
    { Name: 'scratch', DockerVolumeConfiguration: { Scope: 'task', Driver: 'local' } },
    { Name: 'time-zone', Host: { SourcePath: '/etc/localtime' } },
  ]);
});

describe('the service', () => {
  test('keeps half of its tasks during a deployment, and has half more', () => {
    expect(service.DeploymentConfiguration).toMatchObject({
      MinimumHealthyPercent: 50, MaximumPercent: 150, DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    });
  });

  test('balances the zones', () => {
    expect(service.AvailabilityZoneRebalancing).toBe('ENABLED');
    expect(service.PlacementStrategies[0]).toEqual({ Type: 'spread', Field: 'attribute:ecs.availability-zone' });
  });

  test('has two to six tasks on two to four instances', () => {
    expect(only(template, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({ MinCapacity: 2, MaxCapacity: 6 });
    expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MinSize: '2', MaxSize: '4' });
  });

  test('gets two tasks more when the CPU was above 75 % for one minute, and waits a minute after that', () => {
    const [alarm] = resources('AWS::CloudWatch::Alarm').filter(({ ComparisonOperator }) => ComparisonOperator === 'GreaterThanThreshold');
    expect(alarm).toMatchObject({ Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Statistic: 'Average', Threshold: 75, Period: 60, EvaluationPeriods: 1 });
    const policy = template.toJSON().Resources[target(alarm.AlarmActions[0])].Properties;
    expect(policy.StepScalingPolicyConfiguration).toEqual({
      AdjustmentType: 'ChangeInCapacity', Cooldown: 60, MetricAggregationType: 'Average',
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }],
    });
  });

  test('loses one when the CPU was below 25 % for five minutes', () => {
    const [alarm] = resources('AWS::CloudWatch::Alarm').filter(({ ComparisonOperator }) => ComparisonOperator === 'LessThanThreshold');
    expect(alarm).toMatchObject({ Threshold: 25, Period: 60, EvaluationPeriods: 5 });
    const policy = template.toJSON().Resources[target(alarm.AlarmActions[0])].Properties;
    expect(policy.StepScalingPolicyConfiguration).toMatchObject({
      Cooldown: 300, StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }],
    });
  });
});

describe('the load balancer', () => {
  const containerOf = (group: Json) => service.LoadBalancers.find(({ TargetGroupArn }: Json) => TargetGroupArn.Ref === group.Ref).ContainerName;

  test('takes rules by path in the order of their priorities', () => {
    const rules = resources('AWS::ElasticLoadBalancingV2::ListenerRule').sort((a, b) => a.Priority - b.Priority);
    const pathsOf = ({ Conditions }: Json) => Conditions[0].PathPatternConfig.Values;
    expect(rules.map((rule) => [rule.Priority, pathsOf(rule), containerOf(rule.Actions[0].TargetGroupArn)])).toEqual([
      [10, ['/api/*'], 'api'],
      [20, ['/static/*', '/images/*'], 'web'],
    ]);
  });

  test.each([
    ['/health', { HealthCheckIntervalSeconds: 15, HealthCheckTimeoutSeconds: 5, HealthyThresholdCount: 3, UnhealthyThresholdCount: 5, Matcher: { HttpCode: '200-399' } }],
    ['/api/health', { HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 3, HealthyThresholdCount: 2, UnhealthyThresholdCount: 2, Matcher: { HttpCode: '200-399' } }],
    ['/static/health.txt', { HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 5, Matcher: { HttpCode: '200' } }],
  ])('asks %s for the health of a target group', (path, values) => {
    const groups = resources('AWS::ElasticLoadBalancingV2::TargetGroup').filter(({ HealthCheckPath }) => HealthCheckPath === path);
    expect(groups).toEqual([expect.objectContaining(values)]);
  });

  test('writes access logs to a bucket that lets it', () => {
    const { id } = only(template, 'AWS::S3::Bucket');
    expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.LoadBalancerAttributes).toEqual(expect.arrayContaining([
      { Key: 'access_logs.s3.enabled', Value: 'true' }, { Key: 'access_logs.s3.bucket', Value: { Ref: id } }, { Key: 'access_logs.s3.prefix', Value: 'shop' },
    ]));
    const { Statement } = only(template, 'AWS::S3::BucketPolicy').Properties.PolicyDocument;
    expect(Statement).toContainEqual(expect.objectContaining({ Effect: 'Allow', Action: 's3:PutObject', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' } }));
  });
});

describe('the repositories', () => {
  const repositories = resources('AWS::ECR::Repository', images);

  test('have a namespace, scan what is pushed, and keep the newest ten images', () => {
    expect(repositories.map(({ RepositoryName }) => RepositoryName)).toEqual(['shop/web', 'shop/api', 'shop/thumbnails']);
    for (const { ImageScanningConfiguration, ImageTagMutability, LifecyclePolicy } of repositories) {
      expect(ImageScanningConfiguration).toEqual({ ScanOnPush: true });
      expect(ImageTagMutability).toBe('IMMUTABLE');
      expect(JSON.parse(LifecyclePolicy.LifecyclePolicyText).rules).toEqual([
        { rulePriority: 1, description: 'All but the newest 10', action: { type: 'expire' }, selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 10 } },
      ]);
    }
  });

  test('hold the images of the three containers', () => {
    const imageOf = (name: string) => JSON.stringify(containers[name].Image);
    for (const name of ['web', 'api', 'thumbnails']) expect(imageOf(name)).toMatch(new RegExp(`"Images:ExportsOutputRefRepositoriesRepository${name}[0-9A-F]+"},":1.4.2"`));
    expect(containers.tuning.Image).toBe('public.ecr.aws/docker/library/busybox:1.37');
  });
});

test('match their snapshots', () => {
  expect([images.toJSON(), template.toJSON()]).toMatchSnapshot();
});
