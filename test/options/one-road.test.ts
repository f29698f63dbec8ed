import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OWN_BUNDLES } from './own-bundles';
import { byCommand as commandOf, byConstruct as constructOf, Target, TARGETS, Way } from './roads';
import { Beside, FILE, Sample, SAMPLES } from './sample-options';

/*
 * Option settings lead to one plan, whether a construct or the command line reads them, and what one of them refuses,
 * the other refuses for the same rules.
 */

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'one-road-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function write(settings: readonly Beside[], further: Readonly<Record<string, string>> = {}): void {
  const entries = settings.map(([namespace, option_name, value]) => ({
    namespace, option_name, value, ...namespace.includes('scheduledaction') && { resource_name: 'Own' },
  }));
  writeAll({ 'Dockerrun.aws.json': FILE, '.ebextensions/01.config': JSON.stringify({ option_settings: entries }), ...further });
}

function writeAll(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const byCommand = (target: Target, instanceType?: string) => commandOf(folder, target, instanceType);
const byConstruct = (target: Target, instanceType?: string) => constructOf(folder, target, instanceType);

/** The command line hides a password. */
const hidden = (way: Way, { optionName, value }: Sample): Way =>
  (optionName === 'DBPassword' ? JSON.parse(JSON.stringify(way).replaceAll(JSON.stringify(value), '"***"')) : way);

describe.each(TARGETS)('on %s', (target) => {
  test.each(SAMPLES)('%s', (_, sample) => {
    write([[sample.namespace, sample.optionName, sample.value], ...sample.beside]);
    expect(byCommand(target)).toEqual(hidden(byConstruct(target), sample));
  });

  test.each(OWN_BUNDLES.map((bundle) => [bundle.name, bundle] as const))('%s', (_, { files }) => {
    writeAll(files);
    expect(byCommand(target)).toEqual(byConstruct(target));
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
