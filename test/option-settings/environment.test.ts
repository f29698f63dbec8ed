import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { App } from 'aws-cdk-lib/core';
import { EcsEnvironment, OptionSettings, Scheduling, WorkerConsumer } from '../../lib';
import { environment, file, Json, only, Props, templateOf, WEB } from '../ecs/helpers';
import { folder } from './folder';

type Options = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

function settings(options: Options): OptionSettings {
  return OptionSettings.fromDirectory(folder({ '.ebextensions/01.config': JSON.stringify({ option_settings: options }, undefined, 1) }));
}

const templateBy = (options: Options, props: Props = {}) => templateOf({ optionSettings: settings(options), ...props });
const property = (template: Template, type: string): Json => only(template, type).Properties;
const notes = (options: Options, props: Props = {}) => {
  const made = environment({ optionSettings: settings(options), ...props });
  const annotations = Annotations.fromStack(Stack.of(made));
  return [...annotations.findInfo('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())]
    .map(({ entry }) => String(entry.data).replace(/ \[ack: .*\]$/, '')).filter((text) => text.includes('DR60'));
};

describe('options become props', () => {
  test('instances', () => {
    const template = templateBy({
      'aws:autoscaling:asg': { MinSize: 3, MaxSize: 6 },
      'aws:ec2:instances': { InstanceTypes: 't3.large' },
      'aws:autoscaling:launchconfiguration': { RootVolumeSize: 64, MonitoringInterval: '1 minute', EC2KeyName: 'ops', SecurityGroups: 'sg-1,sg-2' },
    });
    const data = property(template, 'AWS::EC2::LaunchTemplate').LaunchTemplateData;
    expect(property(template, 'AWS::AutoScaling::AutoScalingGroup')).toMatchObject({ MinSize: '3', MaxSize: '6' });
    expect(data).toMatchObject({ InstanceType: 't3.large', KeyName: 'ops', Monitoring: { Enabled: true } });
    expect(data.BlockDeviceMappings[0].Ebs.VolumeSize).toBe(64);
    expect(data.SecurityGroupIds).toEqual(expect.arrayContaining(['sg-1', 'sg-2']));
    expect(Object.keys(template.findResources('AWS::EC2::SecurityGroupIngress')).length).toBeGreaterThan(0);
  });

  test('Spot Instances of several types', () => {
    const template = templateBy({ 'aws:ec2:instances': { EnableSpot: true, InstanceTypes: 't3.large,t3a.large', SpotFleetOnDemandBase: 1 } });
    const { LaunchTemplate, InstancesDistribution } = property(template, 'AWS::AutoScaling::AutoScalingGroup').MixedInstancesPolicy;
    expect(LaunchTemplate.Overrides.map(({ InstanceType }: Json) => InstanceType)).toEqual(['t3.large', 't3a.large']);
    expect(InstancesDistribution).toMatchObject({ OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 70 });
  });

  test('listeners, certificates, rules and processes', () => {
    const arn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    const template = templateBy({
      'aws:elasticbeanstalk:environment': { LoadBalancerType: 'application' },
      'aws:elbv2:listener:443': { Protocol: 'HTTPS', SSLCertificateArns: arn, Rules: 'api' },
      'aws:elbv2:listenerrule:api': { PathPatterns: '/api/*', Priority: 7, Process: 'api' },
      'aws:elasticbeanstalk:environment:process:api': {
        Port: 80, HealthCheckPath: '/up', HealthCheckInterval: 30, HealthCheckTimeout: 9, HealthyThresholdCount: 2, UnhealthyThresholdCount: 4,
        MatcherHTTPCode: '204', DeregistrationDelay: 60, StickinessEnabled: true, StickinessLBCookieDuration: 120,
      },
    });
    const listeners = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::Listener')).map(({ Properties }) => Properties);
    expect(listeners.map(({ Port }) => Port)).toEqual([80, 443]);
    expect(listeners[1].Certificates).toEqual([{ CertificateArn: arn }]);
    const rule = property(template, 'AWS::ElasticLoadBalancingV2::ListenerRule');
    expect(rule).toMatchObject({ Priority: 7, Conditions: [{ PathPatternConfig: { Values: ['/api/*'] } }] });
    const groups = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup')).map(({ Properties }) => Properties);
    const api = groups.find(({ HealthCheckPath }) => HealthCheckPath === '/up')!;
    expect(api).toMatchObject({
      HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 9, HealthyThresholdCount: 2, UnhealthyThresholdCount: 4, Matcher: { HttpCode: '204' },
    });
    expect(Object.fromEntries(api.TargetGroupAttributes.map(({ Key, Value }: Json) => [Key, Value]))).toMatchObject({
      'deregistration_delay.timeout_seconds': '60', 'stickiness.enabled': 'true', 'stickiness.lb_cookie.duration_seconds': '120',
    });
  });

  test('triggers, schedules and cooldown', () => {
    const template = templateBy({
      'aws:autoscaling:asg': { Cooldown: 120 },
      'aws:autoscaling:trigger': { MeasureName: 'CPUUtilization', Unit: 'Percent', LowerThreshold: 20, UpperThreshold: 70 },
    });
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => [Properties.MetricName, Properties.Threshold]);
    expect(alarms).toEqual(expect.arrayContaining([['CPUUtilization', 20], ['CPUUtilization', 70]]));
    const policies = Object.values(template.findResources('AWS::AutoScaling::ScalingPolicy')).map(({ Properties }) => Properties);
    expect(policies.filter(({ Cooldown }) => Cooldown === '120')).toHaveLength(2);
  });

  test('variables', () => {
    const template = templateBy({ 'aws:elasticbeanstalk:application:environment': { MODE: 'fast', COLOR: 'blue' } }, { environmentProperties: { COLOR: 'red' } });
    expect(property(template, 'AWS::ECS::TaskDefinition').ContainerDefinitions[0].Environment)
      .toEqual(expect.arrayContaining([{ Name: 'MODE', Value: 'fast' }, { Name: 'COLOR', Value: 'red' }]));
  });

  test('the queue of a worker', () => {
    const options = { 'aws:elasticbeanstalk:sqsd': { VisibilityTimeout: 60, RetentionPeriod: 86400, MaxRetries: 3 } };
    const worker = { consumer: WorkerConsumer.polls(), maxReceiveCount: 5 };
    const template = templateBy(options, { worker });
    const queues = Object.values(template.findResources('AWS::SQS::Queue')).map(({ Properties }) => Properties);
    expect(queues).toContainEqual(expect.objectContaining({ VisibilityTimeout: 60, MessageRetentionPeriod: 86400 }));
    expect(JSON.stringify(queues)).toContain('"maxReceiveCount":5');
  });
});

describe('the network by its ids', () => {
  const VPC = { VPCId: 'vpc-1', Subnets: 'subnet-1,subnet-2', ELBSubnets: 'subnet-3,subnet-4' };

  test('instances and load balancer in their subnets', () => {
    const template = templateBy({ 'aws:ec2:vpc': VPC });
    template.resourceCountIs('AWS::EC2::VPC', 0);
    expect(property(template, 'AWS::AutoScaling::AutoScalingGroup').VPCZoneIdentifier).toEqual(['subnet-1', 'subnet-2']);
    expect(property(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer')).toMatchObject({ Scheme: 'internet-facing', Subnets: ['subnet-3', 'subnet-4'] });
    for (const { Properties } of Object.values(template.findResources('AWS::EC2::SecurityGroup'))) expect(Properties.VpcId).toBe('vpc-1');
  });

  test('the same subnets for both', () => {
    const template = templateBy({ 'aws:ec2:vpc': { ...VPC, Subnets: 'subnet-3,subnet-4' } });
    expect(property(template, 'AWS::AutoScaling::AutoScalingGroup').VPCZoneIdentifier).toEqual(['subnet-3', 'subnet-4']);
  });

  test('a VPC of the app wins', () => {
    const stack = new Stack(new App(), 'Test');
    const vpc = new ec2.Vpc(stack, 'Own');
    new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc, optionSettings: settings({ 'aws:ec2:vpc': { VPCId: 'vpc-1' } }) });
    Template.fromStack(stack).resourceCountIs('AWS::EC2::VPC', 1);
  });

  test('a VPC alone takes a stack with an account and a region', () => {
    expect(() => templateBy({ 'aws:ec2:vpc': { VPCId: 'vpc-1' } })).toThrow(
      'vpc must have subnets, got none. It comes from VPCId');
    const env = { account: '123456789012', region: 'eu-west-1' };
    expect(() => environment({ optionSettings: settings({ 'aws:ec2:vpc': { VPCId: 'vpc-1' } }) }, { env })).not.toThrow();
  });
});

describe('props win', () => {
  test('and it is said which option they win over, with its file', () => {
    expect(notes(
      { 'aws:autoscaling:asg': { MinSize: 3 }, 'aws:ec2:instances': { InstanceTypes: 't3.large' } },
      { minCapacity: 2, instanceType: new ec2.InstanceType('t3.small') },
    )).toEqual([
      '`option_settings["aws:autoscaling:asg"].MinSize` has no effect beside the prop `minCapacity`, which wins. Remove one of them. (.ebextensions/01.config, line 4) [DR6060 option-behind-prop]',
      '`option_settings["aws:ec2:instances"].InstanceTypes` has no effect beside the prop `instanceType`, which wins. Remove one of them. (.ebextensions/01.config, line 7) [DR6060 option-behind-prop]',
    ]);
  });

  test('scheduling as a whole', () => {
    const template = templateBy({ 'aws:autoscaling:trigger': { MeasureName: 'CPUUtilization' } }, { scheduling: Scheduling.onePerInstance() });
    template.resourceCountIs('AWS::AutoScaling::ScalingPolicy', 0);
  });
});

test('what becomes no prop is a warning, with the file', () => {
  expect(notes({ 'aws:elasticbeanstalk:xray': { XRayEnabled: true } })).toEqual([
    '`option_settings["aws:elasticbeanstalk:xray"].XRayEnabled` becomes no prop of EcsEnvironment. Add the X-Ray daemon as a container of the file. (.ebextensions/01.config, line 4) [DR6040 other-way]',
  ]);
});

test('options that the file does not fit are refused before anything is made', () => {
  const stack = new Stack(new App(), 'Test');
  const optionSettings = settings({
    'aws:autoscaling:launchconfiguration': { EC2KeyName: 'ops' },
    'aws:elbv2:listener:81': { DefaultProcess: 'own' }, 'aws:elasticbeanstalk:environment:process:own': { Port: 9999 },
  });
  expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), optionSettings })).toThrow(/listeners\[1\].*9999/);
  expect(stack.node.findAll().map(({ node: { path } }) => path)).toEqual(['Test', 'Test/Environment']);
});

test('options that say nothing change nothing', () => {
  expect(templateBy({}).toJSON()).toEqual(templateOf().toJSON());
});
