import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assembly } from '@jsii/spec';

const ROOT = join(__dirname, '../..');
const CDK = join(ROOT, 'node_modules/aws-cdk-lib');

/** The modules of the CDK that an app imports beside this library. */
const MODULES = [
  'core',
  'aws-apigatewayv2',
  'aws-applicationautoscaling',
  'aws-autoscaling',
  'aws-certificatemanager',
  'aws-cloudfront',
  'aws-cloudwatch',
  'aws-ec2',
  'aws-ecr',
  'aws-ecs',
  'aws-efs',
  'aws-elasticbeanstalk',
  'aws-elasticloadbalancingv2',
  'aws-events',
  'aws-iam',
  'aws-kms',
  'aws-logs',
  'aws-route53',
  'aws-s3',
  'aws-scheduler',
  'aws-secretsmanager',
  'aws-sns',
  'aws-sqs',
  'aws-ssm',
];

const EXPORT = /^export (?:declare )?(?:abstract )?(?:class|interface|enum|type) (\w+)/gm;

/** What the hand-written files of a module export, with the module. */
function exportsOf(module: string): [string, string][] {
  const folder = join(CDK, module, 'lib');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.d.ts') && !name.endsWith('.generated.d.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(EXPORT)])
    .map(([, name]) => [name, module]);
}

test('no public name is one of a module of the CDK that is imported beside it', () => {
  const taken = new Map(MODULES.flatMap(exportsOf));
  expect(taken.get('DeploymentStrategy')).toBe('aws-ecs');
  const { types = {} } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as Assembly;
  const own = Object.values(types).map(({ name }) => name);
  expect(own).toContain('EcsEnvironment');
  expect(own.filter((name) => taken.has(name))).toEqual([]);
});
