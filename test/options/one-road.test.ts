import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { App, Stack } from 'aws-cdk-lib/core';
import { BeanstalkEnvironment, EcsEnvironment, OptionSettings, SourceBundle } from '../../lib';
import { run } from '../cli/helpers';
import { Beside, Sample, SAMPLES } from './sample-options';

/*
 * Option settings lead to one plan, whether a construct or the command line reads them, and what one of them refuses,
 * the other refuses for the same rules.
 */
const CONSTRUCTS = { ecs: EcsEnvironment, beanstalk: BeanstalkEnvironment };
type Target = keyof typeof CONSTRUCTS;
const TARGETS: readonly Target[] = ['ecs', 'beanstalk'];

const FILE = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] },
    { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] },
  ],
});

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'one-road-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function write(settings: readonly Beside[], further: Readonly<Record<string, string>> = {}): void {
  const entries = settings.map(([namespace, option_name, value]) => ({
    namespace, option_name, value, ...namespace.includes('scheduledaction') && { resource_name: 'Own' },
  }));
  mkdirSync(join(folder, '.ebextensions'));
  const files = { 'Dockerrun.aws.json': FILE, '.ebextensions/01.config': JSON.stringify({ option_settings: entries }), ...further };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
}

/** The plan as an object, or the codes of the errors that stand in its way. */
type Way = { readonly plan: object } | { readonly errors: string | readonly string[] };

function byConstruct(target: Target, instanceType?: string): Way {
  try {
    const made = new CONSTRUCTS[target](new Stack(new App(), 'Stack'), 'Environment', {
      sourceBundle: SourceBundle.fromDirectory(folder),
      optionSettings: OptionSettings.fromDirectory(folder),
      instanceType: instanceType === undefined ? undefined : new ec2.InstanceType(instanceType),
    });
    return { plan: JSON.parse(made.plan.toJson()) };
  } catch (error) {
    const { message } = error as Error;
    const codes = [...message.matchAll(/^error (DR\d{4}) /gm)].map(([, code]) => code);
    return { errors: codes.length > 0 ? [...new Set(codes)].sort() : message };
  }
}

function byCommand(target: Target, instanceType?: string): Way {
  const type = instanceType === undefined ? [] : ['--instance-type', instanceType];
  const { code, out } = run(['plan', folder, '--json', '--target', target, ...type]);
  if (code === 0) {
    const { optionSettings, ...plan } = JSON.parse(out);
    return { plan };
  }
  const { findings } = JSON.parse(run(['check', folder, '--json', '--target', target]).out) as {
    findings: { code: string; severity: string }[];
  };
  return { errors: [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code: own }) => own))].sort() };
}

/** The command line hides a password. */
const hidden = (way: Way, { optionName, value }: Sample): Way =>
  (optionName === 'DBPassword' ? JSON.parse(JSON.stringify(way).replaceAll(JSON.stringify(value), '"***"')) : way);

describe.each(TARGETS)('on %s', (target) => {
  test.each(SAMPLES)('%s', (_, sample) => {
    write([[sample.namespace, sample.optionName, sample.value], ...sample.beside]);
    expect(byCommand(target)).toEqual(hidden(byConstruct(target), sample));
  });

  test('an instance type takes the place of all types of options', () => {
    write([['aws:ec2:instances', 'InstanceTypes', 't3.large, t3.xlarge'], ['aws:ec2:instances', 'EnableSpot', 'true']]);
    expect(JSON.stringify(byCommand(target, 'm5.large'))).not.toContain('t3.xlarge');
    expect(byCommand(target, 'm5.large')).toEqual(byConstruct(target, 'm5.large'));
  });

  test('instances stand in the subnets of the load balancer', () => {
    write([
      ['aws:ec2:vpc', 'VPCId', 'vpc-1'], ['aws:ec2:vpc', 'Subnets', 'subnet-1,subnet-2'], ['aws:ec2:vpc', 'ELBSubnets', 'subnet-1,subnet-2'],
    ]);
    expect(byCommand(target)).toEqual(byConstruct(target));
  });

  test('a VPC without subnets for the load balancer is refused', () => {
    write([['aws:ec2:vpc', 'VPCId', 'vpc-1'], ['aws:ec2:vpc', 'Subnets', 'subnet-1,subnet-2']]);
    expect([byCommand(target), byConstruct(target)]).toEqual([{ errors: ['DR4035'] }, { errors: ['DR4035'] }]);
  });

  test.each([
    ['several ports', '"hostPort":80,', '"hostPort":8000,'],
    ['a task that is larger than the usual instance', '"memory":128', '"memory":13312'],
  ])('%s is refused by both', (_, usual, other) => {
    write([], { 'Dockerrun.aws.json': FILE.replace(usual, other) });
    expect(byCommand(target)).toEqual({ errors: [other.includes('memory') ? 'DR4060' : 'DR4001'] });
    expect(byCommand(target)).toEqual(byConstruct(target));
  });

  test('a worker tier makes a worker of both', () => {
    const tier = 'AWSConfigurationTemplateVersion: 1.1.0.0\nEnvironmentTier:\n  Type: SQS/HTTP\n  Name: Worker\n';
    write([['aws:elasticbeanstalk:sqsd', 'VisibilityTimeout', '600']], { 'env.yaml': tier });
    expect(JSON.stringify(byCommand(target))).toContain('600');
    expect(byCommand(target)).toEqual(byConstruct(target));
  });
});
