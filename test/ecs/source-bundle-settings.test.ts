import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { EcsEnvironment, OptionSettings, SourceBundle } from '../../lib';
import { folder } from '../option-settings/folder';
import { container, containersOf, file, Json, only, Props } from './helpers';

/* The settings that a source bundle has, on native ECS: behind those of a prop, and behind the props themselves. */
const PORTS = [80, 8080].map((port) => ({ hostPort: port, containerPort: port }));
const DOCKERRUN = JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [container('web', { portMappings: PORTS })] });

type Options = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
const config = (options: Options) => JSON.stringify({ option_settings: options }, undefined, 1);
const settings = (options: Options) => OptionSettings.fromDirectory(folder({ '.ebextensions/99.config': config(options) }));
const bundle = (files: Readonly<Record<string, string>>) => SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': DOCKERRUN, ...files }));
const extension = (options: Options) => bundle({ '.ebextensions/01.config': config(options) });

interface Made {
  readonly environment: EcsEnvironment;
  readonly stack: Stack;
  readonly template: Template;
}

function made(sourceBundle: SourceBundle, props: Props = {}): Made {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { sourceBundle, ...props });
  return { environment, stack, template: Template.fromStack(stack) };
}

const sizes = ({ template }: Made): string[] => {
  const { MinSize, MaxSize } = only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties;
  return [MinSize, MaxSize];
};
const variable = ({ template }: Made, name: string) => containersOf(template)[0].Environment.find(({ Name }: Json) => Name === name)?.Value;

function notesOf({ stack }: Made): string[] {
  const annotations = Annotations.fromStack(stack);
  return [...annotations.findInfo('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())]
    .flatMap(({ entry }) => /\((\S+), line (\d+)\) \[(DR60\d\d)/.exec(String(entry.data))?.slice(1).join(' ') ?? []).sort();
}

const OPTIONS: Options = {
  'aws:autoscaling:asg': { MinSize: 3, MaxSize: 6 },
  'aws:elbv2:listener:8080': { DefaultProcess: 'status' },
  'aws:elasticbeanstalk:environment:process:status': { HealthCheckPath: '/up' },
  'aws:elasticbeanstalk:application:environment': { STAGE: 'live' },
};

describe('the bundle alone says', () => {
  test.each([
    ['.ebextensions', { '.ebextensions/01.config': config(OPTIONS) }],
    ['env.yaml', { 'env.yaml': JSON.stringify({ OptionSettings: OPTIONS }, undefined, 1) }],
  ])('what the environment is, in %s', (_, files) => {
    const result = made(bundle(files));
    expect([sizes(result), variable(result, 'STAGE'), notesOf(result)]).toEqual([['3', '6'], 'live', []]);
    const ports = Object.values(result.template.findResources('AWS::ElasticLoadBalancingV2::Listener')).map(({ Properties }) => Properties.Port);
    expect(ports).toEqual([80, 8080]);
    result.template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: '/up' });
  });

  test('and .ebextensions give way to env.yaml', () => {
    const result = made(bundle({
      'env.yaml': 'OptionSettings:\n  aws:autoscaling:asg:\n    MinSize: 2\n    MaxSize: 9\n',
      '.ebextensions/01.config': config({ 'aws:autoscaling:asg': { MinSize: 3 } }),
    }));
    expect(sizes(result)).toEqual(['2', '9']);
    expect(notesOf(result)).toEqual(['.ebextensions/01.config 4 DR6020']);
  });

  test('nothing in a saved configuration, which Elastic Beanstalk does not get', () => {
    expect(sizes(made(bundle({ '.elasticbeanstalk/saved_configs/live.cfg.yml': 'OptionSettings:\n  aws:autoscaling:asg:\n    MinSize: 3\n' })))).toEqual(['2', '4']);
  });

  test('where it comes from, in the plan', () => {
    const { environment } = made(extension({ 'aws:autoscaling:asg': { MinSize: 3, MaxSize: 6 } }));
    expect(['minimum instances', 'maximum instances'].map((topic) => environment.plan.decision(topic))).toMatchObject([
      { choice: '3', source: 'option setting', reason: expect.stringContaining('.ebextensions/01.config:4') },
      { choice: '6', source: 'option setting', reason: expect.stringContaining('.ebextensions/01.config:5') },
    ]);
  });

  test('what becomes of it elsewhere, as a note on its line', () => {
    expect(notesOf(made(extension({ 'aws:elasticbeanstalk:xray': { XRayEnabled: true } })))).toEqual(['.ebextensions/01.config 4 DR6040']);
  });
});

describe('what wins', () => {
  const own = () => extension({ 'aws:autoscaling:asg': { MinSize: 3, MaxSize: 6 }, 'aws:elasticbeanstalk:application:environment': { A: 'bundle', B: 'bundle', C: 'bundle' } });
  const optionSettings = () => settings({ 'aws:autoscaling:asg': { MinSize: 4, MaxSize: 8 }, 'aws:elasticbeanstalk:application:environment': { B: 'options', C: 'options' } });

  test('option settings over the bundle', () => {
    const result = made(own(), { optionSettings: optionSettings() });
    expect([sizes(result), ['A', 'B', 'C'].map((name) => variable(result, name))]).toEqual([['4', '8'], ['bundle', 'options', 'options']]);
    expect(notesOf(result)).toEqual([4, 5, 9, 10].map((line) => `.ebextensions/01.config ${line} DR6020`).sort());
  });

  test('props over both', () => {
    const result = made(own(), { optionSettings: optionSettings(), minCapacity: 5, environmentProperties: { C: 'props' } });
    expect([sizes(result), ['A', 'B', 'C'].map((name) => variable(result, name))]).toEqual([['5', '8'], ['bundle', 'options', 'props']]);
    expect(notesOf(result)).toEqual(expect.arrayContaining(['.ebextensions/99.config 4 DR6060', '.ebextensions/99.config 9 DR6060']));
  });

  test('props over the bundle alone, which says so with its line', () => {
    const result = made(own(), { minCapacity: 5, maxCapacity: 7 });
    expect([sizes(result), notesOf(result)]).toEqual([['5', '7'], ['.ebextensions/01.config 4 DR6060', '.ebextensions/01.config 5 DR6060']]);
  });

  test('nothing of the same folder given twice, which says everything once', () => {
    const path = folder({ 'Dockerrun.aws.json': DOCKERRUN, '.ebextensions/01.config': config(OPTIONS) });
    const result = made(SourceBundle.fromDirectory(path), { optionSettings: OptionSettings.fromDirectory(path) });
    expect([sizes(result), notesOf(result)]).toEqual([['3', '6'], []]);
  });
});

describe('before anything is made', () => {
  test.each([
    ['a text that is no YAML', { '.ebextensions/01.config': 'option_settings: {' }, /the option settings cannot be used: 1 error[^]*\.ebextensions\/01\.config:1/],
    ['a broken env.yaml', { 'env.yaml': 'OptionSettings: [' }, /the option settings cannot be used: 1 error[^]*env\.yaml:1/],
    ['a process on a port that no container maps', { '.ebextensions/01.config': config({ ...OPTIONS, 'aws:elasticbeanstalk:environment:process:status': { Port: 9999 } }) }, /listeners\[1\].*9999/],
  ])('%s is refused', (_, files, message) => {
    const stack = new Stack(new App(), 'Test');
    const sourceBundle = bundle(files);
    expect(() => new EcsEnvironment(stack, 'Environment', { sourceBundle })).toThrow(message);
    expect(stack.node.findAll().map(({ node: { path } }) => path)).toEqual(['Test', 'Test/Environment']);
  });
});

test('services that are added share the instances, and have variables of their own', () => {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', {
    sourceBundle: extension({ 'aws:autoscaling:asg': { MinSize: 3 }, 'aws:elasticbeanstalk:application:environment': { STAGE: 'live' } }),
  });
  environment.addService('Jobs', { dockerrun: file([container('jobs')]), environmentProperties: { QUEUE: 'fast' } });
  const template = Template.fromStack(stack);
  expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.MinSize).toBe('3');
  const tasks = Object.values<Json>(template.findResources('AWS::ECS::TaskDefinition')).map(({ Properties }) => Properties.ContainerDefinitions[0]);
  const variables = tasks.map(({ Name: task, Environment }) => [task, ...Environment.map(({ Name }: Json) => Name).filter((name: string) => name !== 'AWS_REGION')]);
  expect(variables).toEqual([['web', 'STAGE'], ['jobs', 'QUEUE']]);
});
