import { App, CfnParameter, Duration, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { DockerrunListener, EcsEnvironment } from '../../lib';
import { containersOf, file, only, WEB } from './helpers';

/** An environment whose props are parameters of the stack. */
function parameterized(props: (parameter: (type: string, id: string) => CfnParameter) => object) {
  const stack = new Stack(new App(), 'Test');
  const made = new EcsEnvironment(stack, 'Environment', {
    dockerrun: file([WEB]),
    ...props((type, id) => new CfnParameter(stack, id, { type })),
  });
  return { stack, made, template: Template.fromStack(stack), plan: JSON.parse(made.plan.toJson()) };
}

const SKIPPED = 'It is known only at deployment, so the checks that need it were skipped.';

test('a minimum that is known only at deployment', () => {
  const { made, template, plan } = parameterized((parameter) => ({ minCapacity: parameter('Number', 'Min').valueAsNumber, maxCapacity: 8 }));
  expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MinSize: { Ref: 'Min' }, MaxSize: '8' });
  expect(plan.capacity).toMatchObject({ minCapacity: { unresolved: 'minCapacity' }, maxCapacity: 8 });
  expect(made.plan.decision('minimum instances')).toMatchObject({ topic: 'minimum instances', choice: '${minCapacity}', source: 'prop', reason: SKIPPED });
  expect(made.plan.decision('minimum healthy percent').reason).toBe('minCapacity is known only at deployment; if it is 1, '
    + 'any higher figure would leave no task that may be stopped, and no deployment could ever finish. Under 0 %, Amazon '
    + 'ECS may stop all tasks at once, however many instances there are.');
});

test('a maximum that is known only at deployment is taken to be as low as it can be', () => {
  const { made, template, plan } = parameterized((parameter) => ({ maxCapacity: parameter('Number', 'Max').valueAsNumber }));
  const { Properties, UpdatePolicy } = only(template, 'AWS::AutoScaling::AutoScalingGroup');
  expect(Properties).toMatchObject({ MinSize: '2', MaxSize: { Ref: 'Max' } });
  expect(UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService).toBe(1);
  expect(plan.capacity.maxCapacity).toEqual({ unresolved: 'maxCapacity' });
  expect(made.plan.decision('maximum instances')).toMatchObject({ topic: 'maximum instances', choice: '${maxCapacity}', source: 'prop', reason: SKIPPED });
});

test('bounds that contradict each other are not found when they are tokens', () => {
  const { stack } = parameterized((parameter) => ({ minCapacity: parameter('Number', 'Min').valueAsNumber, maxCapacity: 1 }));
  Annotations.fromStack(stack).hasNoError('*', '*');
});

test('an instance type that is known only at deployment is taken to be an x86 one', () => {
  const { made, template, plan } = parameterized((parameter) => ({ instanceType: new InstanceType(parameter('String', 'Type').valueAsString) }));
  const { LaunchTemplateData } = only(template, 'AWS::EC2::LaunchTemplate').Properties;
  expect(LaunchTemplateData.InstanceType).toEqual({ Ref: 'Type' });
  expect(LaunchTemplateData.ImageId).toBe('resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id');
  expect(plan.capacity).toMatchObject({ instanceType: { unresolved: 'instanceType' }, architecture: 'x86_64' });
  expect(made.plan.decision('instance type')).toMatchObject({ topic: 'instance type', choice: '${instanceType}', source: 'prop', reason: SKIPPED });
  expect(made.plan.decision('machine image').reason).toBe('The instance type is known only at deployment and has to be of this architecture; '
    + 'the image is looked up when an instance starts, so a new image replaces nothing by itself.');
});

test('environment properties that are known only at deployment', () => {
  const { template, plan } = parameterized((parameter) => ({
    environmentProperties: { COLOR: parameter('String', 'Color').valueAsString, URL: `https://${parameter('String', 'Host').valueAsString}/`, PLAIN: 'x' },
  }));
  expect(containersOf(template)[0].Environment).toEqual([
    { Name: 'AWS_REGION', Value: { Ref: 'AWS::Region' } },
    { Name: 'COLOR', Value: { Ref: 'Color' } },
    { Name: 'URL', Value: { 'Fn::Join': ['', ['https://', { Ref: 'Host' }, '/']] } },
    { Name: 'PLAIN', Value: 'x' },
  ]);
  expect(plan.task.containers[0].environment).toEqual([
    { name: 'AWS_REGION', value: { unresolved: 'region' } },
    { name: 'COLOR', value: { unresolved: 'environmentProperties.COLOR' } },
    { name: 'URL', value: { unresolved: 'environmentProperties.URL' } },
    { name: 'PLAIN', value: 'x' },
  ]);
});

describe('ranges that are known only at deployment', () => {
  const made = () => parameterized((parameter) => {
    const [office, branch] = [parameter('String', 'Office').valueAsString, parameter('String', 'Branch').valueAsString];
    return { listeners: [{ port: 80, allowedCidrs: ['203.0.113.0/24', office, branch] }] };
  });

  test('reach the template, each in a rule of its own', () => {
    const groups = Object.values(made().template.findResources('AWS::EC2::SecurityGroup')).map(({ Properties }) => Properties);
    const ingress = groups.flatMap(({ SecurityGroupIngress = [] }) => SecurityGroupIngress);
    expect(ingress).toEqual(['203.0.113.0/24', { Ref: 'Office' }, { Ref: 'Branch' }].map((CidrIp) => expect.objectContaining({ CidrIp, FromPort: 80, ToPort: 80 })));
  });

  test('are in the plan by the names of their props', () => {
    const { made: { plan } } = made();
    const unresolved = ['listeners[0].allowedCidrs[1]', 'listeners[0].allowedCidrs[2]'];
    expect(JSON.parse(plan.toJson()).front.listeners[0].access.cidrs).toEqual(['203.0.113.0/24', ...unresolved.map((prop) => ({ unresolved: prop }))]);
    expect(plan.decision('clients of listener 80')).toMatchObject({
      topic: 'clients of listener 80',
      choice: '203.0.113.0/24, ${listeners[0].allowedCidrs[1]}, ${listeners[0].allowedCidrs[2]}',
      source: 'prop',
      reason: 'You chose it; the checks of ranges that are known only at deployment were skipped.',
    });
    expect(plan.toJson() + plan.toText()).not.toContain('Token[');
  });

  test('are as many as the redirect needs', () => {
    const { template } = parameterized((parameter) => ({
      certificates: [Certificate.fromCertificateArn(new Stack(), 'Certificate', 'arn:aws:acm:eu-west-1:111122223333:certificate/1')],
      listeners: [{ port: 443, instancePort: 80, allowedCidrs: [parameter('String', 'Office').valueAsString] }],
    }));
    const ports = Object.values(template.findResources('AWS::EC2::SecurityGroup')).flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []);
    expect(ports.map(({ CidrIp, FromPort }) => [CidrIp, FromPort])).toEqual([[{ Ref: 'Office' }, 443], [{ Ref: 'Office' }, 80]]);
  });
});

test('no token of the CDK gets into the plan', () => {
  const { made } = parameterized((parameter) => ({
    minCapacity: parameter('Number', 'Min').valueAsNumber,
    maxCapacity: parameter('Number', 'Max').valueAsNumber,
    instanceType: new InstanceType(parameter('String', 'Type').valueAsString),
    environmentProperties: { COLOR: parameter('String', 'Color').valueAsString },
  }));
  expect(made.plan.toJson() + made.plan.toText()).not.toMatch(/Token\[|-1\.\d+e\+?\d+/);
});

describe('what decides which resources there are has to be known', () => {
  const NUMBER = Token.asNumber({ Ref: 'Number' });
  const TEXT = Token.asString({ Ref: 'Text' });
  const LATER = Duration.seconds(NUMBER);

  test.each<[string, Partial<DockerrunListener>]>([
    ['port', { port: NUMBER }],
    ['instancePort', { instancePort: NUMBER }],
    ['containerName', { containerName: TEXT }],
    ['containerPort', { containerPort: NUMBER }],
    ['allowedCidrs', { allowedCidrs: Token.asList({ Ref: 'List' }) }],
    ['deregistrationDelay', { deregistrationDelay: LATER }],
    ['stickinessCookieDuration', { stickinessCookieDuration: LATER }],
    ['slowStart', { slowStart: LATER }],
    ['healthCheck.path', { healthCheck: { path: `/${TEXT}` } }],
    ['healthCheck.healthyHttpCodes', { healthCheck: { healthyHttpCodes: TEXT } }],
    ['healthCheck.healthyGrpcCodes', { healthCheck: { healthyGrpcCodes: TEXT } }],
    ['healthCheck.interval', { healthCheck: { interval: LATER } }],
    ['healthCheck.timeout', { healthCheck: { timeout: LATER } }],
    ['healthCheck.healthyThresholdCount', { healthCheck: { healthyThresholdCount: NUMBER } }],
    ['healthCheck.unhealthyThresholdCount', { healthCheck: { unhealthyThresholdCount: NUMBER } }],
    ['rules[0].instancePort', { rules: [{ pathPatterns: ['/a'], instancePort: NUMBER }] }],
    ['rules[0].priority', { rules: [{ pathPatterns: ['/a'], priority: NUMBER }] }],
    ['rules[0].pathPatterns[1]', { rules: [{ pathPatterns: ['/a', `/${TEXT}`] }] }],
    ['rules[0].hostHeaders', { rules: [{ hostHeaders: Token.asList({ Ref: 'List' }) }] }],
    ['rules[0].slowStart', { rules: [{ pathPatterns: ['/a'], slowStart: LATER }] }],
  ])('listeners[0].%s', (prop, listener) => {
    const stack = new Stack(new App(), 'Test');
    const make = () => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), listeners: [{ port: 80, ...listener }] });
    expect(thrownBy(make)).toContain([
      'Dockerrun.aws.json cannot be deployed: 1 error, 1 note', '',
      'error DR4190 unknown-value  Dockerrun.aws.json:1:1',
      `  listeners[0].${prop} must be known when the app is synthesized, got a token.`,
      '  hint: Give the value itself.',
    ].join('\n'));
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
  });

  test('the name of a variable', () => {
    const stack = new Stack(new App(), 'Test');
    const make = () => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), environmentProperties: { [TEXT]: 'x' } });
    expect(make).toThrow('Each key of environmentProperties must be known when the app is synthesized, got a token.');
  });
});

test('tokens are refused together, and with all else that is wrong beside them', () => {
  const [number, text] = [Token.asNumber({ Ref: 'Number' }), Token.asString({ Ref: 'Text' })];
  const make = () => new EcsEnvironment(new Stack(new App(), 'Test'), 'Environment', {
    dockerrun: file([WEB]), maxAzs: number, cidr: text, idleTimeout: Duration.seconds(0),
    alarms: { cpuPercent: number },
    listeners: [{ port: 80, instancePort: 80 }, { port: number, instancePort: 8080 }, { port: 70_000, instancePort: 80 }],
  });
  const said = thrownBy(make).match(/^error .*\n {2}.*/gm)!.map((line) => line.replace(/^error (DR\d+).*\n {2}/, '$1 '));
  expect(said).toEqual([
    'DR4004 idleTimeout must be a whole number of seconds between 1 and 4000, got 0.',
    'DR4004 listeners[2].port must be a whole number between 1 and 65535, got 70000.',
    ...['alarms.cpuPercent', 'maxAzs', 'cidr', 'listeners[1].port'].map((prop) => `DR4190 ${prop} must be known when the app is synthesized, got a token.`),
  ]);
});

function thrownBy(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
