import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, EcsEnvironmentProps, OptionSettings } from '../../lib';
import { environment as beanstalk } from '../beanstalk/helpers';
import { container, environment as ecs, file } from '../ecs/helpers';
import { folder } from './folder';

/* What is chosen and what is refused because of an option names the option, its file and its line. */

type Props = Partial<EcsEnvironmentProps>;

function settings(text: string, name = '.ebextensions/01.config'): OptionSettings {
  return OptionSettings.fromDirectory(folder({ [name]: `option_settings:\n${text}` }));
}

const decisionsOf = (text: string, props: Props = {}) => ecs({ ...props, optionSettings: settings(text) }).plan.decisions;
const decisionOf = (topic: string, text: string, props: Props = {}) => decisionsOf(text, props).find((decision) => decision.topic === topic);

const messageOf = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const refusalOf = (text: string, props: Props = {}) => messageOf(() => ecs({ ...props, optionSettings: settings(text) }));

const LISTENER = `  aws:elbv2:listener:8080:
    DefaultProcess: own
    Rules: api
  aws:elbv2:listenerrule:api:
    PathPatterns: /api/*
  aws:elasticbeanstalk:environment:process:own:
    Port: 80
    HealthCheckPath: /up
`;

describe('choices', () => {
  test('name the option, the file and the line', () => {
    expect(decisionOf('minimum instances', '  aws:autoscaling:asg:\n    MinSize: 3\n')).toMatchObject({
      topic: 'minimum instances', choice: '3', source: 'option setting', reason: 'It comes from MinSize of aws:autoscaling:asg (.ebextensions/01.config:3).',
    });
  });

  test('keep what else there is to say', () => {
    expect(decisionOf('root volume', '  aws:autoscaling:launchconfiguration:\n    RootVolumeSize: 64\n')!.reason).toBe(
      'It comes from RootVolumeSize of aws:autoscaling:launchconfiguration (.ebextensions/01.config:3); images and whatever containers write have room there.');
    expect(decisionOf('load balancer', '  aws:ec2:vpc:\n    ELBScheme: internal\n')!.reason).toBe(
      'It comes from ELBScheme of aws:ec2:vpc (.ebextensions/01.config:3); it stands in the private subnets, and an open listener takes clients of the VPC only.');
  });

  test('name each of several options', () => {
    const text = '  aws:elasticbeanstalk:command:\n    DeploymentPolicy: Rolling\n    BatchSize: 25\n  aws:autoscaling:asg:\n    MinSize: 4\n';
    expect(decisionOf('minimum healthy percent', text)).toMatchObject({
      topic: 'minimum healthy percent', choice: '75', source: 'option setting',
      reason: 'It comes from DeploymentPolicy of aws:elasticbeanstalk:command (.ebextensions/01.config:3), '
        + 'BatchSize of aws:elasticbeanstalk:command (.ebextensions/01.config:4) and MinSize of aws:autoscaling:asg (.ebextensions/01.config:6).',
    });
  });

  test('of listeners, rules and health checks name theirs', () => {
    expect(decisionOf('listener 8080', LISTENER)!.reason).toBe('It comes from DefaultProcess of aws:elbv2:listener:8080 (.ebextensions/01.config:3) '
      + 'and Port of aws:elasticbeanstalk:environment:process:own (.ebextensions/01.config:8).');
    expect(decisionOf('listener 8080, /api/*', LISTENER)!.reason).toBe('It comes from PathPatterns of aws:elbv2:listenerrule:api (.ebextensions/01.config:6); '
      + 'a priority that is left out depends on the conditions alone.');
    expect(decisionOf('health check of listener 8080', LISTENER)!.reason).toBe('It comes from DefaultProcess of aws:elbv2:listener:8080 (.ebextensions/01.config:3) '
      + 'and HealthCheckPath of aws:elasticbeanstalk:environment:process:own (.ebextensions/01.config:9); every 15 s.');
  });

  test('come from the prop where one wins', () => {
    expect(decisionOf('minimum instances', '  aws:autoscaling:asg:\n    MinSize: 3\n', { minCapacity: 2 })).toMatchObject({ choice: '2', source: 'prop', reason: 'You chose it.' });
    expect(decisionOf('listener 80', LISTENER, { listeners: [{ port: 80 }] })).toMatchObject({ source: 'prop', reason: 'You chose it.' });
  });

  test('of variables come from both', () => {
    const text = '  aws:elasticbeanstalk:application:environment:\n    STAGE: live\n    COLOR: blue\n';
    expect(decisionOf('environment properties', text, { environmentProperties: { COLOR: 'red' } })).toMatchObject({
      choice: 'STAGE, COLOR', source: 'prop',
      reason: 'Some come from STAGE of aws:elasticbeanstalk:application:environment (.ebextensions/01.config:3). They reach every container, as on Beanstalk; what a container sets itself wins.',
    });
    expect(decisionOf('environment properties', text)).toMatchObject({
      source: 'option setting',
      reason: 'They come from STAGE of aws:elasticbeanstalk:application:environment (.ebextensions/01.config:3) '
        + 'and COLOR of aws:elasticbeanstalk:application:environment (.ebextensions/01.config:4). They reach every container, as on Beanstalk; what a container sets itself wins.',
    });
    const [single] = text.split('    COLOR');
    expect(decisionOf('environment properties', single)!.reason).toMatch(/^It comes from STAGE of/);
  });

  test('name no more than three options', () => {
    const text = `  aws:autoscaling:trigger:\n${['MeasureName: NetworkIn', 'LowerThreshold: 1', 'UpperThreshold: 2', 'Period: 1', 'EvaluationPeriods: 3'].map((line) => `    ${line}\n`).join('')}`;
    expect(decisionOf('scaling on NetworkIn', text)!.reason).toMatch(/^It comes from MeasureName .*, Period .*, EvaluationPeriods .* and 2 more\. Instances/);
  });
});

describe('refusals', () => {
  test('name the option, the file and the line', () => {
    expect(refusalOf('  aws:autoscaling:asg:\n    MinSize: 5\n    MaxSize: 4\n')).toContain(
      'minCapacity must be at most maxCapacity, which is 4, got 5. '
      + 'It comes from MinSize of aws:autoscaling:asg (.ebextensions/01.config:3) and MaxSize of aws:autoscaling:asg (.ebextensions/01.config:4).');
  });

  test('name the one option of several that holds the value', () => {
    const text = `${LISTENER.replace('Port: 80', 'Port: 9999')}`;
    expect(refusalOf(text)).toContain('listeners[1]');
    expect(refusalOf(text)).toContain('It comes from Port of aws:elasticbeanstalk:environment:process:own (.ebextensions/01.config:8).');
    expect(refusalOf(text)).not.toContain('HealthCheckPath of');
  });

  test('name nothing beside a prop', () => {
    expect(refusalOf('  aws:autoscaling:asg:\n    MaxSize: 4\n', { minCapacity: 6, maxCapacity: 5 })).not.toContain('It comes from');
  });

  test('tell which of both is the prop', () => {
    expect(refusalOf('  aws:autoscaling:asg:\n    MaxSize: 4\n', { minCapacity: 6 })).toContain(
      'minCapacity must be at most maxCapacity, which is 4, got 6. It comes from MaxSize of aws:autoscaling:asg (.ebextensions/01.config:3).');
  });

  test('name the type that is too small', () => {
    const dockerrun = file([container('web', { memory: 900, portMappings: [{ hostPort: 80, containerPort: 80 }] })]);
    expect(refusalOf('  aws:ec2:instances:\n    InstanceTypes: t3.nano\n', { dockerrun })).toContain('It comes from InstanceTypes of aws:ec2:instances (.ebextensions/01.config:3).');
  });

  test('name an option whose prop has another name', () => {
    const text = '  aws:autoscaling:launchconfiguration:\n    RootVolumeSize: 9\n';
    expect(refusalOf(text)).toContain('rootVolumeSize must be a whole number of GiB between 30 and 65536, got 9. It comes from RootVolumeSize of aws:autoscaling:launchconfiguration (.ebextensions/01.config:3).');
  });

  test('of Elastic Beanstalk do so, too', () => {
    const props: Partial<BeanstalkEnvironmentProps> = { optionSettings: settings('  aws:elasticbeanstalk:application:\n    Application Healthcheck URL: HTTP:81/up\n') };
    expect(messageOf(() => beanstalk(props))).toContain('It comes from Application Healthcheck URL of aws:elasticbeanstalk:application (.ebextensions/01.config:3).');
  });
});

test('warnings about props name the option', () => {
  const made = ecs({ optionSettings: settings('  aws:autoscaling:asg:\n    MinSize: 1\n    MaxSize: 1\n') });
  const warnings = Annotations.fromStack(Stack.of(made)).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
  expect(warnings.join()).toContain('It comes from MinSize of aws:autoscaling:asg (.ebextensions/01.config:3)');
});

test('choices of Elastic Beanstalk name theirs', () => {
  const text = '  aws:elasticbeanstalk:command:\n    DeploymentPolicy: Immutable\n  aws:elasticbeanstalk:managedactions:\n    PreferredStartTime: "Sun:02:30"\n';
  const { plan }: BeanstalkEnvironment = beanstalk({ optionSettings: settings(text) });
  expect(plan.decision('deployment')).toMatchObject({ choice: 'Immutable', source: 'option setting', reason: 'It comes from DeploymentPolicy of aws:elasticbeanstalk:command (.ebextensions/01.config:3).' });
  expect(plan.decision('platform updates')).toMatchObject({ choice: 'Sun:02:30', source: 'option setting' });
});
