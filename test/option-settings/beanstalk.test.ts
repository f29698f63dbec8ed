import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BeanstalkDeployment, BeanstalkEnvironment, Dockerrun, OptionSettings, SourceBundle } from '../../lib';
import { environment, optionOf, Props, templateOf } from '../beanstalk/helpers';
import { container, Json, only } from '../ecs/helpers';
import { folder } from './folder';

/* Option settings on Elastic Beanstalk: props and those of the bundle, over which they win. */
const PORTS = [80, 8080].map((port) => ({ hostPort: port, containerPort: port }));
const DOCKERRUN = JSON.stringify({
  AWSEBDockerrunVersion: 2, executionRoleArn: 'arn:aws:iam::123456789012:role/execution', containerDefinitions: [container('web', { portMappings: PORTS })],
});

type Options = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
const config = (options: Options) => JSON.stringify({ option_settings: options }, undefined, 1);
const settings = (options: Options) => OptionSettings.fromDirectory(folder({ '.ebextensions/01.config': config(options) }));
const bundle = (text: string, more: Readonly<Record<string, string>> = {}) =>
  SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': DOCKERRUN, '.ebextensions/01.config': text, ...more }));
const withBundle = (sourceBundle: SourceBundle, props: Props = {}): Props => ({ dockerrun: sourceBundle.dockerrun, sourceBundle, ...props });

function notesOf(made: BeanstalkEnvironment): string[] {
  const annotations = Annotations.fromStack(Stack.of(made));
  return [...annotations.findInfo('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())]
    .map(({ entry }) => String(entry.data).replace(/ \[ack: .*\]$/, '')).filter((text) => text.includes('DR60'));
}

const OPTIONS: Options = {
  'aws:autoscaling:asg': { MinSize: 3, MaxSize: 6 },
  'aws:elbv2:listener:8080': { DefaultProcess: 'status' },
  'aws:elasticbeanstalk:environment:process:status': { Port: 8080, HealthCheckPath: '/up' },
  'aws:elasticbeanstalk:application:environment': { STAGE: 'live' },
  'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Immutable', Timeout: 900 },
  'aws:elasticbeanstalk:xray': { XRayEnabled: true },
  'aws:autoscaling:launchconfiguration': { EC2KeyName: 'ops', ImageId: 'ami-0123456789abcdef0' },
};

function expectOptions(props: Props): void {
  const template = templateOf(props);
  const of = (namespace: string, name: string) => optionOf(template, namespace, name);
  expect([of('aws:autoscaling:asg', 'MinSize'), of('aws:autoscaling:asg', 'MaxSize')]).toEqual(['3', '6']);
  const process = `aws:elasticbeanstalk:environment:process:${of('aws:elbv2:listener:8080', 'DefaultProcess')}`;
  expect([of(process, 'Port'), of(process, 'HealthCheckPath')]).toEqual(['8080', '/up']);
  expect(of('aws:elasticbeanstalk:application:environment', 'STAGE')).toBe('live');
  expect(of('aws:elasticbeanstalk:command', 'DeploymentPolicy')).toBe('Immutable');
  expect([of('aws:elasticbeanstalk:command', 'Timeout'), of('aws:elasticbeanstalk:xray', 'XRayEnabled')]).toEqual(['900', 'true']);
  expect([of('aws:autoscaling:launchconfiguration', 'EC2KeyName'), of('aws:autoscaling:launchconfiguration', 'ImageId')]).toEqual(['ops', 'ami-0123456789abcdef0']);
  const { OptionSettings: all } = only(template, 'AWS::ElasticBeanstalk::Environment').Properties;
  const keys = all.map(({ Namespace, OptionName, ResourceName = '' }: Json) => `${Namespace} ${OptionName} ${ResourceName}`);
  expect(keys.filter((key: string, index: number) => keys.indexOf(key) !== index)).toEqual([]);
}

describe('become props, or options as they are', () => {
  test('those of a prop', () => expectOptions(withBundle(bundle(config({})), { optionSettings: settings(OPTIONS) })));

  test('those of the bundle', () => expectOptions(withBundle(bundle(config(OPTIONS)))));

  test('and each that is passed on as it is, is a choice', () => {
    const { plan } = environment({ optionSettings: settings({ 'aws:elasticbeanstalk:command': { Timeout: 900 }, 'aws:rds:dbinstance': { DBPassword: 'open-sesame' } }) });
    expect(plan.decision('Timeout of aws:elasticbeanstalk:command')).toMatchObject({
      topic: 'Timeout of aws:elasticbeanstalk:command', choice: '900', source: 'option setting',
      reason: 'It comes from .ebextensions/01.config:4; Elastic Beanstalk gets it as it is.',
    });
    expect(plan.decision('DBPassword of aws:rds:dbinstance').choice).toBe('***');
  });

  test('what stands in the account is imported', () => {
    const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';
    const topic = 'arn:aws:sns:eu-west-1:123456789012:ops';
    const template = templateOf(withBundle(bundle(config({
      'aws:elasticbeanstalk:application:environmentsecrets': { DB_PASSWORD: secret },
      'aws:elasticbeanstalk:sns:topics': { 'Notification Topic ARN': topic },
      'aws:ec2:vpc': { VPCId: 'vpc-1', Subnets: 'subnet-1,subnet-2', ELBSubnets: 'subnet-3,subnet-4' },
    }))));
    expect(optionOf(template, 'aws:elasticbeanstalk:application:environmentsecrets', 'DB_PASSWORD')).toBe(secret);
    expect(optionOf(template, 'aws:elasticbeanstalk:sns:topics', 'Notification Topic ARN')).toBe(topic);
    const network = ['VPCId', 'Subnets', 'ELBSubnets'].map((name) => optionOf(template, 'aws:ec2:vpc', name));
    expect(network).toEqual(['vpc-1', 'subnet-1,subnet-2', 'subnet-3,subnet-4']);
    expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).toContain(secret);
  });

  test('the props of EcsEnvironment refuse nothing that Beanstalk has', () => {
    const template = templateOf({ optionSettings: settings({ 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' } }) });
    expect(optionOf(template, 'aws:elasticbeanstalk:environment', 'EnvironmentType')).toBe('SingleInstance');
  });
});

describe('what Beanstalk refuses the whole configuration for is refused before anything is made', () => {
  test.each([
    ['an unknown option', { 'aws:autoscaling:launchconfiguration': { InstanceTyp: 't3.large' } },
      /^the option settings cannot be used: 1 error\n\nerror DR6011 unknown-option  \.ebextensions\/01\.config:4:4\n[^]*"InstanceTyp"\.\n[^]*Write InstanceType if that is meant\./],
    ['an unknown namespace', { 'aws:autoscaling:group': { MinSize: 2 } }, /error DR6010 unknown-namespace[^]*names no namespace of Beanstalk: "aws:autoscaling:group"\./],
    ['a value out of range', { 'aws:autoscaling:asg': { MaxSize: 0 } }, /error DR6013 option-range[^]*has to be from 1 to 10000, got "0"\./],
    ['a value of another type', { 'aws:elasticbeanstalk:xray': { XRayEnabled: 'maybe' } }, /error DR6012 option-type[^]*has to be "true" or "false", got "maybe"\./],
  ])('%s', (_, options, message) => {
    const stack = new Stack(new App(), 'Test');
    const make = () => new BeanstalkEnvironment(stack, 'Environment', withBundle(bundle(config(options as Options))));
    expect(make).toThrow(message);
    expect(stack.node.tryFindChild('Environment')?.node.children ?? []).toEqual([]);
  });

  test('on native ECS, which only reads them, the unknown is a warning', () => {
    const { findings } = settings({ 'aws:autoscaling:launchconfiguration': { InstanceTyp: 't3.large' } });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['DR6011', 'warning']]);
  });
});

describe('roles of options', () => {
  const ROLES = { 'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' }, 'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' } };
  const arnOf = (name: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:role/${name}`]] });

  test('a service role is used, and none is made', () => {
    const template = templateOf({ optionSettings: settings(ROLES) });
    expect(optionOf(template, 'aws:elasticbeanstalk:environment', 'ServiceRole')).toEqual(arnOf('aws-elasticbeanstalk-service-role'));
    expect(only(template, 'AWS::ElasticBeanstalk::Application').Properties.ResourceLifecycleConfig.ServiceRole).toEqual(arnOf('aws-elasticbeanstalk-service-role'));
    expect(only(template, 'AWS::IAM::Role').id).toMatch(/InstanceRole/);
  });

  test('by its ARN, too', () => {
    const arn = 'arn:aws:iam::123456789012:role/service-role/mine';
    const template = templateOf({ optionSettings: settings({ 'aws:elasticbeanstalk:environment': { ServiceRole: arn } }) });
    expect(optionOf(template, 'aws:elasticbeanstalk:environment', 'ServiceRole')).toBe(arn);
  });

  test('a prop wins over it', () => {
    const stack = new Stack(new App(), 'Test');
    const serviceRole = iam.Role.fromRoleArn(stack, 'Given', 'arn:aws:iam::123456789012:role/given');
    const made = new BeanstalkEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromString(DOCKERRUN), optionSettings: settings(ROLES), serviceRole });
    expect(made.serviceRole).toBe(serviceRole);
    expect(notesOf(made)[0]).toContain('has no effect beside the prop `serviceRole`, which wins.');
  });

  test('an instance profile gives way to that of the stack, whose role has the permissions', () => {
    const options = settings({ 'aws:autoscaling:launchconfiguration': ROLES['aws:autoscaling:launchconfiguration'] });
    expect(optionOf(templateOf({ optionSettings: options }), 'aws:autoscaling:launchconfiguration', 'IamInstanceProfile')).toEqual({ Ref: expect.stringMatching(/InstanceProfile/) });
    const [note, ...further] = notesOf(environment({ optionSettings: options }));
    expect(further).toEqual([]);
    expect(note).toContain('has no effect: the instances have a profile of the stack, as a profile does not tell the role that needs permissions.');
    expect(note).toContain('Remove it, and pass its role as instanceRole, or grant what the application needs to the instanceRole of the environment.');
  });
});

test('a single instance of options says where it comes from', () => {
  const { plan } = environment({ optionSettings: settings({ 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' } }) });
  expect(plan.decision('load balancer').reason).toBe(
    'It comes from EnvironmentType of aws:elasticbeanstalk:environment (.ebextensions/01.config:4): a single instance has an address of its own, and is open on port 80.');
});

describe('precedence', () => {
  test('props win over options, and options of a prop over those of the bundle', () => {
    const own = bundle(config({ 'aws:autoscaling:asg': { MinSize: 3, MaxSize: 6, Cooldown: 60 }, 'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Immutable' } }));
    const optionSettings = OptionSettings.fromDirectory(folder({ '.elasticbeanstalk/saved_configs/live.cfg.yml': 'OptionSettings:\n  aws:autoscaling:asg:\n    MaxSize: 8\n    MinSize: 4\n' }));
    const props = withBundle(own, { optionSettings, minCapacity: 2, deployment: BeanstalkDeployment.allAtOnce() });
    const template = templateOf(props);
    expect(['MinSize', 'MaxSize', 'Cooldown'].map((name) => optionOf(template, 'aws:autoscaling:asg', name))).toEqual(['2', '8', '60']);
    expect(optionOf(template, 'aws:elasticbeanstalk:command', 'DeploymentPolicy')).toBe('AllAtOnce');
    const notes = notesOf(environment(props));
    expect(notes.map((note) => /\((.*), line (\d+)\) \[(DR\d+)/.exec(note)!.slice(1).join(' ')).sort()).toEqual([
      '.ebextensions/01.config 4 DR6020', '.ebextensions/01.config 5 DR6020', '.ebextensions/01.config 9 DR6060',
      '.elasticbeanstalk/saved_configs/live.cfg.yml 4 DR6060',
    ]);
  });

  test('the same folder given twice says everything once', () => {
    const path = folder({ 'Dockerrun.aws.json': DOCKERRUN, '.ebextensions/01.config': config({ 'aws:autoscaling:asg': { MinSize: 3 } }) });
    const [sourceBundle, optionSettings] = [SourceBundle.fromDirectory(path), OptionSettings.fromDirectory(path)];
    const made = environment({ dockerrun: undefined, sourceBundle, optionSettings });
    expect([notesOf(made), made.plan.decision('instances').choice]).toEqual([[], '3 to 4']);
  });

  test('a file of the same name wins over that of the bundle, and is told apart', () => {
    const own = bundle(config({ 'aws:autoscaling:asg': { MinSize: 3 } }));
    const made = environment(withBundle(own, { optionSettings: settings({ 'aws:autoscaling:asg': { MinSize: 2 } }) }));
    expect(made.plan.decision('instances').choice).toBe('2 to 4');
    expect(notesOf(made)).toEqual([expect.stringContaining('((bundle) .ebextensions/01.config, line 4) [DR6020')]);
  });
});

describe('what stays in the bundle', () => {
  const TEXT = [
    'option_settings:', '  aws:elasticbeanstalk:application:environment:', '    TABLE: \'`{ "Ref": "AppTable" }`\'',
    '  aws:autoscaling:launchconfiguration:', '    SecurityGroups: \'`{ "Ref": "AppGroup" }`\'', 'Resources:', '  AppTable:', '    Type: AWS::DynamoDB::Table',
  ].join('\n');

  test('is nothing to be told of, unless the template wins over it', () => {
    expect(notesOf(environment(withBundle(bundle(TEXT, { '.platform/hooks/prebuild/01.sh': 'true' }))))).toEqual([
      '`option_settings["aws:autoscaling:launchconfiguration"].SecurityGroups` has no effect: BeanstalkEnvironment sets the option, and the template wins '
      + 'over a function in .ebextensions. Make what it refers to in the stack, pass it as a prop, and remove both here. (.ebextensions/01.config, line 5) [DR6071 function-behind-option]',
    ]);
  });

  test('is told of where the bundle is not deployed', () => {
    const optionSettings = OptionSettings.fromDirectory(folder({ '.ebextensions/01.config': TEXT }));
    expect(notesOf(environment({ optionSettings })).map((note) => /DR\d+/.exec(note)![0])).toEqual(expect.arrayContaining(['DR6019', 'DR6030']));
  });
});

test('a bundle with broken settings is refused before anything is made', () => {
  const broken = bundle('option_settings: {');
  expect(() => environment(withBundle(broken))).toThrow('the option settings cannot be used: 1 error');
});
