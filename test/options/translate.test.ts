import { CATALOGUE } from '../../lib/core/options/catalogue';
import { CatalogueOption } from '../../lib/core/options/catalogue/option';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { readDockerrun } from '../../lib/core/reading/read';
import { GivenSetting, readOptions } from '../../lib/core/reading/read-options';
import { translateOptions } from '../../lib/core/translation';
import { answerTo } from '../../lib/core/translation/answers';

type Given = Readonly<Record<string, Readonly<Record<string, string>>>>;

function given(namespaces: Given): GivenSetting[] {
  const settingsOf = (namespace: string, options: Given[string]) =>
    Object.entries(options).map(([optionName, value]) => ({ namespace, optionName, value }));
  return Object.entries(namespaces).flatMap(([namespace, options]) => settingsOf(namespace, options));
}

function translate(namespaces: Given, more: readonly GivenSetting[] = []) {
  const { settings } = readOptions({ sources: [], props: [...given(namespaces), ...more] });
  const { problems, ...rest } = translateOptions(settings);
  return { ...rest, told: problems.map(({ setting, problem }) => `${problem.rule.code} ${setting.optionName}`) };
}

describe('capacity', () => {
  test('one type, and what one instance is like', () => {
    const { settings, references, told } = translate({
      'aws:autoscaling:asg': { 'MinSize': '2', 'MaxSize': '6', 'Availability Zones': 'Any 3' },
      'aws:ec2:instances': { InstanceTypes: 't3.large, t3.medium' },
      'aws:autoscaling:launchconfiguration': { RootVolumeSize: '64', MonitoringInterval: '1 minute', EC2KeyName: 'ops', SecurityGroups: 'sg-1, sg-2', InstanceType: 't2.micro' },
    });
    expect(settings).toEqual({
      minCapacity: 2, maxCapacity: 6, maxAzs: 3, instanceType: 't3.large', rootVolumeSize: 64, detailedMonitoring: true, keyPair: true, instanceSecurityGroups: 2,
    });
    expect(references).toEqual({ keyPairName: 'ops', instanceSecurityGroupIds: ['sg-1', 'sg-2'] });
    expect(told).toEqual(['DR6042 InstanceType']);
  });

  test('the older option for the type', () => {
    expect(translate({ 'aws:autoscaling:launchconfiguration': { InstanceType: 't3.large' } }).settings).toEqual({ instanceType: 't3.large' });
  });

  test('Spot Instances of several types', () => {
    expect(translate({ 'aws:ec2:instances': { EnableSpot: 'true', InstanceTypes: 't3.large,t3a.large', SpotFleetOnDemandBase: '1' } }).settings)
      .toEqual({ instanceType: 't3.large', alternativeInstanceTypes: ['t3a.large'], onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 70 });
    expect(translate({ 'aws:ec2:instances': { EnableSpot: 'true', SpotFleetOnDemandAboveBasePercentage: '0' } }).settings).toEqual({ onDemandPercentageAboveBaseCapacity: 0 });
  });

  test('a single instance is one, whatever the sizes are', () => {
    const { settings, told } = translate({ 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' }, 'aws:autoscaling:asg': { MaxSize: '6' } });
    expect([settings, told]).toEqual([{ minCapacity: 1, maxCapacity: 1 }, ['DR6042 MaxSize']]);
  });
});

describe('scheduling', () => {
  test('a trigger and the rest behind it', () => {
    const { settings } = translate({
      'aws:autoscaling:asg': { Cooldown: '120' },
      'aws:autoscaling:trigger': { MeasureName: 'CPUUtilization', Unit: 'Percent', Statistic: 'Maximum', LowerThreshold: '20', UpperThreshold: '75', BreachDuration: '10', LowerBreachScaleIncrement: '-2' },
    });
    const trigger = { metric: 'CPUUtilization', unit: 'Percent', statistic: 'Maximum', lowerThreshold: 20, upperThreshold: 75, breachDuration: 10, lowerBreachScaleIncrement: -2 };
    expect(settings).toEqual({ scheduling: { kind: 'one-per-instance', cooldown: 120, triggers: [trigger] } });
  });

  test('scheduled actions, each with its own options', () => {
    const action = (resourceName: string, optionName: string, value: string) => ({ namespace: 'aws:autoscaling:scheduledaction', resourceName, optionName, value });
    const { settings } = translate({}, [action('Morning', 'MinSize', '4'), action('Evening', 'MinSize', '1'), action('Morning', 'Recurrence', '0 7 * * *'), action('Evening', 'Suspend', 'true')]);
    expect(settings.scheduling).toEqual({
      kind: 'one-per-instance', schedules: [{ name: 'Morning', minCapacity: 4, recurrence: '0 7 * * *' }, { name: 'Evening', minCapacity: 1, suspend: true }],
    });
  });

  test.each([
    [{ DeploymentPolicy: 'AllAtOnce' }, 0],
    [{ DeploymentPolicy: 'Rolling' }, 0],
    [{ DeploymentPolicy: 'Rolling', BatchSize: '30' }, 70],
    [{ DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '1' }, 75],
    [{ DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '5' }, 0],
  ] as const)('%j keeps %d percent of four instances', (command, minHealthyPercent) => {
    const { settings } = translate({ 'aws:autoscaling:asg': { MinSize: '4' }, 'aws:elasticbeanstalk:command': command });
    expect(settings.scheduling).toEqual({ kind: 'one-per-instance', minHealthyPercent });
  });

  test.each([
    [{ 'aws:autoscaling:asg': { MinSize: '1' } }, 0],
    [{ 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' } }, 0],
    [{ 'aws:autoscaling:asg': { MinSize: '3' } }, 66],
    [{ 'aws:autoscaling:asg': { MinSize: '10' } }, 70],
    [{}, 50],
  ] as const)('a batch of 30 percent has one instance at least: %j keeps %d percent', (size, minHealthyPercent) => {
    const { settings } = translate({ ...size, 'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Rolling', BatchSize: '30' } });
    expect(settings.scheduling).toEqual({ kind: 'one-per-instance', minHealthyPercent });
  });

  test('other policies do not fit one task on each instance', () => {
    const { settings, told } = translate({ 'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Immutable', BatchSize: '30' } });
    expect([settings, told]).toEqual([{}, ['DR6040 DeploymentPolicy', 'DR6042 BatchSize']]);
  });
});

describe('listeners', () => {
  test('of an Application Load Balancer', () => {
    const { settings, references, told } = translate({
      'aws:elasticbeanstalk:environment': { LoadBalancerType: 'application' },
      'aws:elbv2:listener:443': { Protocol: 'HTTPS', SSLCertificateArns: 'arn:one', SSLPolicy: 'ELBSecurityPolicy-2016-08', Rules: 'api' },
      'aws:elbv2:listenerrule:api': { PathPatterns: '/api,/api/*', HostHeaders: 'api.example.com', Priority: '3', Process: 'api' },
      'aws:elasticbeanstalk:environment:process:default': { HealthCheckPath: '/health', MatcherHTTPCode: '200,301', StickinessEnabled: 'true' },
      'aws:elasticbeanstalk:environment:process:api': { Port: '8080', Protocol: 'HTTPS', DeregistrationDelay: '5', HealthCheckInterval: '30', HealthCheckTimeout: '6', HealthyThresholdCount: '2', UnhealthyThresholdCount: '4' },
    });
    const web = { instancePort: 80, healthCheck: { path: '/health', healthyHttpCodes: '200,301' }, stickinessCookieDuration: 86400 };
    const healthCheck = { interval: 30, timeout: 6, healthyThresholdCount: 2, unhealthyThresholdCount: 4 };
    const rule = { pathPatterns: ['/api', '/api/*'], hostHeaders: ['api.example.com'], priority: 3, instancePort: 8080, targetProtocol: 'HTTPS', deregistrationDelay: 5, healthCheck };
    expect(settings).toEqual({
      listeners: [
        { port: 80, ...web },
        { port: 443, protocol: 'HTTPS', certificates: 1, sslPolicy: 'ELBSecurityPolicy-2016-08', rules: [rule], ...web },
      ],
    });
    expect(references).toEqual({ certificateArns: { 443: ['arn:one'] } });
    expect(told).toEqual([]);
  });

  test('of a Network Load Balancer speak TCP', () => {
    const { settings } = translate({ 'aws:elasticbeanstalk:environment': { LoadBalancerType: 'network' }, 'aws:elbv2:listener:default': { ListenerEnabled: 'false' }, 'aws:elbv2:listener:7687': { ListenerEnabled: 'true' } });
    expect(settings).toEqual({ listeners: [{ port: 7687, protocol: 'TCP', instancePort: 80 }], redirectHTTP: false });
  });

  test('of a Classic Load Balancer', () => {
    const { settings, references } = translate({
      'aws:elb:listener:80': { ListenerEnabled: 'false' },
      'aws:elb:listener:443': { ListenerProtocol: 'HTTPS', InstancePort: '80', InstanceProtocol: 'HTTP', SSLCertificateId: 'arn:one' },
      'aws:elb:listener:3008': { ListenerProtocol: 'SSL' },
      'aws:elb:policies': { 'ConnectionDrainingTimeout': '60', 'ConnectionSettingIdleTimeout': '120', 'Stickiness Policy': 'true', 'Stickiness Cookie Expiration': '600' },
      'aws:elb:healthcheck': { Interval: '30', Timeout: '4', HealthyThreshold: '2', UnhealthyThreshold: '3' },
      'aws:elasticbeanstalk:application': { 'Application Healthcheck URL': 'HTTP:8080/health' },
    });
    const healthCheck = { path: '/health', port: 8080, interval: 30, timeout: 4, healthyThresholdCount: 2, unhealthyThresholdCount: 3 };
    expect(settings).toEqual({
      idleTimeout: 120, redirectHTTP: false, listeners: [
        { port: 443, protocol: 'HTTPS', instancePort: 80, targetProtocol: 'HTTP', certificates: 1, healthCheck, deregistrationDelay: 60, stickinessCookieDuration: 600 },
        {
          port: 3008, protocol: 'TLS', instancePort: 3008, deregistrationDelay: 60,
          healthCheck: { interval: 30, timeout: 4, healthyThresholdCount: 2, unhealthyThresholdCount: 3 },
        },
      ],
    });
    expect(references).toEqual({ certificateArns: { 443: ['arn:one'] } });
  });

  test('are left to the plan when no option is about them', () => {
    expect(translate({ 'aws:autoscaling:asg': { MinSize: '2' } }).settings).toEqual({ minCapacity: 2 });
  });

  test('of two kinds: the newer one wins, and each option of the other is told of', () => {
    const { settings, told } = translate({ 'aws:elbv2:listener:default': { ListenerEnabled: 'true' }, 'aws:elb:listener:8080': { InstancePort: '8080' } });
    expect([settings, told]).toEqual([{ listeners: [{ port: 80, instancePort: 80 }] }, ['DR6042 InstancePort']]);
  });
});

test('the network, logs and properties', () => {
  const { settings, references } = translate({
    'aws:ec2:vpc': { VPCId: 'vpc-1', Subnets: 'subnet-1,subnet-2', ELBSubnets: 'subnet-3', ELBScheme: 'internal' },
    'aws:elbv2:loadbalancer': { AccessLogsS3Enabled: 'true', AccessLogsS3Bucket: 'logs', AccessLogsS3Prefix: 'shop', IdleTimeout: '90', IpAddressType: 'dualstack' },
    'aws:elasticbeanstalk:application:environment': { MODE: 'fast', EMPTY: '' },
  });
  expect(settings).toEqual({
    vpc: true, loadBalancerSubnets: true, publicLoadBalancer: false, accessLogsBucket: { usesKms: false, isOwned: false }, accessLogsPrefix: 'shop',
    idleTimeout: 90, ipAddressType: 'dualstack', environmentProperties: { MODE: 'fast', EMPTY: '' },
  });
  expect(references).toEqual({ vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], loadBalancerSubnetIds: ['subnet-3'], accessLogsBucketName: 'logs' });
});

const documented = CATALOGUE.filter(({ internal }) => !internal);
const every = documented.flatMap(({ name, options, open }) => [...options, ...(open === undefined ? [] : [{ name: 'ANY', type: 'text' } as const])].map((option) => [name, option] as const));

test.each(every.map(([namespace, option]) => [namespace, option.name]))('%s %s has an answer', (namespace, name) => {
  expect(answerTo(namespace, name)).toBeDefined();
});

/** Settings beside which every option counts. */
const BESIDE: Given = {
  'aws:ec2:instances': { EnableSpot: 'true' },
  'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed' },
  'aws:elbv2:loadbalancer': { AccessLogsS3Enabled: 'true', AccessLogsS3Bucket: 'logs' },
  'aws:elb:policies': { 'Stickiness Policy': 'true' },
};
const MODERN: Given = {
  'aws:elbv2:listener:8080': { Rules: 'own', DefaultProcess: 'own' },
  'aws:elasticbeanstalk:environment:process:own': { StickinessEnabled: 'true' },
  'aws:elasticbeanstalk:environment:process:default': { StickinessEnabled: 'true' },
};

const IDS: Readonly<Record<string, string>> = { VPCId: 'vpc-1', Subnets: 'subnet-1', ELBSubnets: 'subnet-1', SecurityGroups: 'sg-1' };

function sample({ name, type, values, min }: CatalogueOption): string {
  if (Object.hasOwn(IDS, name)) return IDS[name];
  if (type === 'flag') return 'true';
  if (type === 'whole') return String(min ?? 7);
  return values?.[0] ?? 'one';
}

const becoming = every.filter(([namespace, option]) => answerTo(namespace, option.name)?.kind === 'becomes');

test.each(becoming.map(([namespace, option]) => [namespace, option.name, option] as const))('%s %s becomes a prop', (namespace, optionName, option) => {
  const isModern = /elbv2|process/.test(namespace);
  const concrete = namespace.replace('<port>', '8080').replace(/<\w+>/, 'own');
  const own: GivenSetting = { namespace: concrete, optionName, resourceName: 'own', value: sample(option) };
  const { settings } = readOptions({ sources: [], props: [...given({ ...BESIDE, ...(isModern ? MODERN : {}) }), own] });
  const { problems } = translateOptions(settings, { props: [], variables: [], worker: [] });
  expect(problems.filter(({ setting }) => setting.namespace === concrete && setting.optionName === optionName)).toEqual([]);
});

test('what is translated can be planned', () => {
  const file = { AWSEBDockerrunVersion: 2, containerDefinitions: [{ name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] }] };
  const { document } = readDockerrun(JSON.stringify(file), { strict: false, substitutions: {} });
  const { settings } = translate({
    'aws:autoscaling:asg': { MinSize: '2', MaxSize: '6' },
    'aws:autoscaling:trigger': { MeasureName: 'CPUUtilization', Unit: 'Percent', LowerThreshold: '20', UpperThreshold: '75' },
    'aws:elasticbeanstalk:environment:process:default': { HealthCheckPath: '/health' },
  });
  const { plan } = planEcs(document!, { vpc: false, ...settings });
  expect(plan?.capacity).toMatchObject({ minCapacity: 2, maxCapacity: 6, scaling: { triggers: [{ metric: 'CPUUtilization', upperThreshold: 75 }] } });
});

describe('beside props', () => {
  const QUEUE = given({ 'aws:elasticbeanstalk:sqsd': { VisibilityTimeout: '60', RetentionPeriod: '86400', MaxRetries: '3', HttpPath: '/jobs' } });
  const { settings: queueSettings } = readOptions({ sources: [], props: QUEUE });
  const told = (problems: ReturnType<typeof translateOptions>['problems']) => problems.map(({ setting, problem }) => `${problem.rule.code} ${setting.optionName}`);

  test('the queue of a worker', () => {
    const { queue, problems } = translateOptions(queueSettings, { props: ['worker'], variables: [], worker: ['consumer'] });
    expect(queue).toEqual({ visibilityTimeout: 60, retentionPeriod: 86_400, maxReceiveCount: 3 });
    expect(told(problems)).toEqual(['DR6040 HttpPath']);
  });

  test('nobody takes messages from it', () => {
    const { queue, problems } = translateOptions(queueSettings);
    expect(queue).toBeUndefined();
    expect(told(problems)).toEqual(['DR6042 VisibilityTimeout', 'DR6042 RetentionPeriod', 'DR6042 MaxRetries', 'DR6040 HttpPath']);
  });

  test('an option that becomes two props stays as long as one of them is free', () => {
    const { settings } = readOptions({ sources: [], props: given({ 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' } }) });
    expect(told(translateOptions(settings, { props: ['minCapacity'], variables: [] }).problems)).toEqual([]);
    expect(told(translateOptions(settings, { props: ['minCapacity', 'maxCapacity'], variables: [] }).problems)).toEqual(['DR6060 EnvironmentType']);
  });

  test('what is no id refers to nothing', () => {
    const vpc = translate({ 'aws:ec2:vpc': { VPCId: 'main', Subnets: 'subnet-1, subnet-2', ELBSubnets: 'subnet-1,b' } });
    expect([vpc.settings, vpc.references, vpc.told]).toEqual([{}, { subnetIds: ['subnet-1', 'subnet-2'] }, ['DR6061 VPCId', 'DR6061 ELBSubnets']]);
  });
});
