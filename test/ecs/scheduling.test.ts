import { Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { ReplicaOptions, Scheduling, TaskMetric, TriggerMetric, TriggerStatistic } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, containersOf, environment, file, Json, only, Props, target, templateOf, WEB } from './helpers';

const serviceOf = (props: Props): Json => only(templateOf(props), 'AWS::ECS::Service').Properties;

test('without a word, the task runs once on every instance', () => {
  expect(templateOf({ scheduling: Scheduling.onePerInstance() }).toJSON()).toEqual(templateOf().toJSON());
});

describe('replicas', () => {
  test('run where there is room, spread over zones, and start instances when they need more', () => {
    const template = templateOf({ scheduling: Scheduling.replicas({ desired: 3 }) });
    expect(only(template, 'AWS::ECS::Service').Properties).toMatchObject({
      SchedulingStrategy: 'REPLICA',
      DesiredCount: 3,
      CapacityProviderStrategy: [{ CapacityProvider: { Ref: only(template, 'AWS::ECS::CapacityProvider').id }, Weight: 1 }],
      PlacementStrategies: [{ Type: 'spread', Field: 'attribute:ecs.availability-zone' }, { Type: 'spread', Field: 'instanceId' }],
      AvailabilityZoneRebalancing: 'ENABLED',
      DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
    });
    expect(only(template, 'AWS::ECS::Service').Properties).not.toHaveProperty('LaunchType');
    expect(only(template, 'AWS::ECS::CapacityProvider').Properties.AutoScalingGroupProvider).toMatchObject({
      ManagedScaling: { Status: 'ENABLED', TargetCapacity: 100 }, ManagedDraining: 'ENABLED', ManagedTerminationProtection: 'DISABLED',
    });
  });

  test('share an instance: it picks the ports that listeners lead to, and the load balancer reaches them', () => {
    const template = templateOf({ scheduling: Scheduling.replicas() });
    expect(containersOf(template)[0].PortMappings).toEqual([{ ContainerPort: 80, HostPort: 0, Protocol: 'tcp' }]);
    const { listeners: [{ paths, breaks }], overBroad } = walk(template.toJSON() as TemplateJson);
    expect([breaks, overBroad]).toEqual([[], []]);
    expect(paths[0]).toContainEqual(expect.stringContaining('may send tcp 32768-65535 to'));
  });

  test('do not share an instance when they would fight for it', () => {
    const bound = container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }, { hostPort: 9000, containerPort: 9000 }] });
    const { PlacementConstraints } = serviceOf({ dockerrun: file([bound]), scheduling: Scheduling.replicas(), listeners: [{ port: 80 }] });
    expect(PlacementConstraints).toEqual([{ Type: 'distinctInstance' }]);
    expect(serviceOf({ scheduling: Scheduling.replicas() })).not.toHaveProperty('PlacementConstraints');
  });

  test('have addresses of their own in awsvpc mode', () => {
    const template = templateOf({ scheduling: Scheduling.replicas(), networkMode: NetworkMode.AWS_VPC });
    const { listeners: [{ breaks }], overBroad } = walk(template.toJSON() as TemplateJson);
    expect([breaks, overBroad]).toEqual([[], []]);
  });

  test('do not change in number unless something scales them', () => {
    templateOf({ scheduling: Scheduling.replicas({ desired: 2 }) }).resourceCountIs('AWS::ApplicationAutoScaling::ScalableTarget', 0);
  });
});

describe('replicas are scaled', () => {
  const scaled = (options: ReplicaOptions) => templateOf({ scheduling: Scheduling.replicas({ min: 2, max: 6, ...options }) });

  test('within their bounds, and a deployment does not set their number back', () => {
    const template = scaled({ targetCpuPercent: 60 });
    const { Properties } = only(template, 'AWS::ApplicationAutoScaling::ScalableTarget');
    expect(Properties).toMatchObject({ MinCapacity: 2, MaxCapacity: 6, ScalableDimension: 'ecs:service:DesiredCount', ServiceNamespace: 'ecs' });
    expect(JSON.stringify(Properties.RoleARN)).toContain('AWSServiceRoleForApplicationAutoScaling_ECSService');
    expect(only(template, 'AWS::ECS::Service').Properties).not.toHaveProperty('DesiredCount');
  });

  test('to keep the use of CPU and memory near a target', () => {
    const template = scaled({ targetCpuPercent: 60, targetMemoryPercent: 80, scalingCooldown: Duration.minutes(2) });
    const policies = Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')).map(({ Properties }) => Properties.TargetTrackingScalingPolicyConfiguration);
    expect(policies).toEqual([
      { PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' }, TargetValue: 60, ScaleInCooldown: 120, ScaleOutCooldown: 120 },
      { PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageMemoryUtilization' }, TargetValue: 80, ScaleInCooldown: 120, ScaleOutCooldown: 120 },
    ]);
  });

  test('to keep the requests for each task near a target', () => {
    const template = scaled({ requestsPerTarget: 1000 });
    const [{ DependsOn, Properties }] = Object.values<Json>(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy'));
    const { PredefinedMetricSpecification, TargetValue } = Properties.TargetTrackingScalingPolicyConfiguration;
    expect([PredefinedMetricSpecification.PredefinedMetricType, TargetValue]).toEqual(['ALBRequestCountPerTarget', 1000]);
    expect(JSON.stringify(PredefinedMetricSpecification.ResourceLabel)).toContain('TargetGroupFullName');
    expect(DependsOn).toContain(only(template, 'AWS::ElasticLoadBalancingV2::Listener').id);
  });

  test('in steps, when a figure has been beyond a threshold for long enough', () => {
    const template = scaled({
      steps: [
        { metric: TaskMetric.CPU, threshold: 75, change: 1, period: Duration.minutes(1), cooldown: Duration.minutes(3) },
        { metric: TaskMetric.MEMORY, threshold: 20, change: -1, evaluationPeriods: 5 },
      ],
    });
    const alarms = Object.values<Json>(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
    expect(alarms.map(({ MetricName, Threshold, ComparisonOperator, Period, EvaluationPeriods, Statistic }) =>
      [MetricName, Statistic, ComparisonOperator, Threshold, Period, EvaluationPeriods])).toEqual([
      ['CPUUtilization', 'Average', 'GreaterThanThreshold', 75, 60, 1],
      ['MemoryUtilization', 'Average', 'LessThanThreshold', 20, 60, 5],
    ]);
    const steps = Object.entries<Json>(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')).map(([id, { Properties }]) => ({ id, ...Properties.StepScalingPolicyConfiguration }));
    expect(steps.map(({ AdjustmentType, Cooldown, StepAdjustments }) => [AdjustmentType, Cooldown, StepAdjustments])).toEqual([
      ['ChangeInCapacity', 180, [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }]],
      ['ChangeInCapacity', 300, [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }]],
    ]);
    expect(alarms.map(({ AlarmActions }) => AlarmActions)).toEqual(steps.map(({ id }) => [{ Ref: id }]));
  });

  test('by the clock', () => {
    const template = scaled({ schedules: [{ name: 'Morning', schedule: 'cron(0 7 * * ? *)', min: 4, timeZone: 'Europe/Berlin' }] });
    expect(only(template, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties.ScheduledActions).toEqual([{
      ScheduledActionName: 'ScheduleMorning', Schedule: 'cron(0 7 * * ? *)', Timezone: 'Europe/Berlin', ScalableTargetAction: { MinCapacity: 4 },
    }]);
  });
});

describe('one task per instance', () => {
  const triggered = () => templateOf({
    scheduling: Scheduling.onePerInstance({
      cooldown: Duration.minutes(5),
      triggers: [
        { metric: TriggerMetric.CPU_UTILIZATION, lowerThreshold: 20, upperThreshold: 75, period: Duration.minutes(1), evaluationPeriods: 3 },
        { metric: TriggerMetric.LATENCY, statistic: TriggerStatistic.MAXIMUM, lowerThreshold: 1, upperThreshold: 3 },
      ],
      schedules: [{ name: 'Night', recurrence: '0 20 * * *', minCapacity: 1, maxCapacity: 2 }],
    }),
  });

  test('follows triggers like those of Beanstalk: two alarms and two policies each', () => {
    const template = triggered();
    const policies = template.findResources('AWS::AutoScaling::ScalingPolicy');
    const changeOf = ([action]: Json) => policies[target(action)].Properties.ScalingAdjustment;
    const alarms = Object.values<Json>(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
    expect(alarms.map(({ Namespace, MetricName, Statistic, ComparisonOperator, Threshold, Period, EvaluationPeriods, AlarmActions }) =>
      [Namespace, MetricName, Statistic, ComparisonOperator, Threshold, Period, EvaluationPeriods, changeOf(AlarmActions)])).toEqual([
      ['AWS/EC2', 'CPUUtilization', 'Average', 'GreaterThanThreshold', 75, 60, 3, 1],
      ['AWS/EC2', 'CPUUtilization', 'Average', 'LessThanThreshold', 20, 60, 3, -1],
      ['AWS/ApplicationELB', 'TargetResponseTime', 'Maximum', 'GreaterThanThreshold', 3, 300, 1, 1],
      ['AWS/ApplicationELB', 'TargetResponseTime', 'Maximum', 'LessThanThreshold', 1, 300, 1, -1],
    ]);
    expect(Object.values(policies).map(({ Properties }) => Properties.Cooldown)).toEqual(['300', '300', '300', '300']);
  });

  test('takes no requests, of which a load balancer does not tell, for few of them', () => {
    const missingOf = (metric: TriggerMetric, lowerThreshold: number) => {
      const scheduling = Scheduling.onePerInstance({ triggers: [{ metric, statistic: TriggerStatistic.SUM, lowerThreshold, upperThreshold: 1000 }] });
      return Object.values<Json>(templateOf({ scheduling }).findResources('AWS::CloudWatch::Alarm'))
        .map(({ Properties: { ComparisonOperator, TreatMissingData } }) => [ComparisonOperator, TreatMissingData]);
    };
    const plain = [['GreaterThanThreshold', undefined], ['LessThanThreshold', undefined]];
    expect(missingOf(TriggerMetric.REQUEST_COUNT, 100)).toEqual([plain[0], ['LessThanThreshold', 'breaching']]);
    expect(missingOf(TriggerMetric.REQUEST_COUNT, 0)).toEqual(plain);
    expect(missingOf(TriggerMetric.NETWORK_IN, 100)).toEqual(plain);
  });

  test('measures the group, or the load balancer in front of it', () => {
    const template = triggered();
    const dimensions = Object.values<Json>(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.Dimensions.map(({ Name }: Json) => Name));
    expect(dimensions).toEqual([['AutoScalingGroupName'], ['AutoScalingGroupName'], ['LoadBalancer'], ['LoadBalancer']]);
  });

  test('follows the clock', () => {
    triggered().hasResourceProperties('AWS::AutoScaling::ScheduledAction', { Recurrence: '0 20 * * *', MinSize: 1, MaxSize: 2 });
  });

  test('keeps as many tasks during a deployment as it is told to', () => {
    expect(serviceOf({ scheduling: Scheduling.onePerInstance({ minHealthyPercent: 25 }) }).DeploymentConfiguration.MinimumHealthyPercent).toBe(25);
  });
});

test('alarms take a deployment back', () => {
  const made = environment();
  const alarm = new Alarm(Stack.of(made), 'Errors', { metric: new Metric({ namespace: 'Shop', metricName: 'Errors' }), threshold: 1, evaluationPeriods: 1 });
  made.addService('Api', { dockerrun: file([container('api')]), scheduling: Scheduling.replicas({ deploymentAlarms: [alarm] }) });
  Template.fromStack(Stack.of(made)).hasResourceProperties('AWS::ECS::Service', {
    SchedulingStrategy: 'REPLICA',
    DeploymentConfiguration: Match.objectLike({ Alarms: { AlarmNames: [{ Ref: Match.stringLikeRegexp('^Errors') }], Enable: true, Rollback: true }, BakeTimeInMinutes: 5 }),
  });
});

test('replicas beside one task per instance start no instances, and the plan says so', () => {
  const made = environment();
  const { plan } = made.addService('Api', { dockerrun: file([container('api')]), scheduling: Scheduling.replicas() });
  expect(plan.decision('scheduling').reason).toBe('Amazon ECS places the tasks where there is room; the number of instances is not theirs to change.');
});

test('replicas beside one task per instance: host ports that listeners lead to are free for others', () => {
  const made = environment({ scheduling: Scheduling.replicas(), dockerrun: file([WEB]) });
  const api = file([container('api', { portMappings: [{ hostPort: 80, containerPort: 3000 }] })]);
  expect(() => made.addService('Api', { dockerrun: api, rules: [{ pathPatterns: ['/api/*'] }] })).not.toThrow();
});

test('what does not fit together is refused before anything is made', () => {
  expect(() => environment({ scheduling: Scheduling.replicas({ min: 5, max: 2 }) })).toThrow('scheduling.min must be at most max, which is 2, got 5.');
});

test.each([0, 300])('a health check grace of %d s reaches the service, whichever way its tasks are scheduled', (seconds) => {
  const healthCheckGracePeriod = Duration.seconds(seconds);
  for (const scheduling of [Scheduling.onePerInstance({ healthCheckGracePeriod }), Scheduling.replicas({ healthCheckGracePeriod })]) {
    expect(only(templateOf({ scheduling }), 'AWS::ECS::Service').Properties.HealthCheckGracePeriodSeconds).toBe(seconds);
  }
});
