import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assembly } from '@jsii/spec';
import { count, seconds } from '../lib/core/settings/fields/field';
import { apiViolations } from './api-law';
import { rangeViolations } from './api-ranges';

function assemblyIn(...path: string[]): Assembly {
  const file = join(__dirname, ...path);
  if (!existsSync(file)) throw new Error(`${file} is missing; \`npx projen compile\` writes it`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('the public API keeps the law', () => {
  expect(apiViolations(assemblyIn('..', '.jsii'))).toEqual([]);
});

test('every way to break the law is named', () => {
  expect(apiViolations(assemblyIn('repo', 'broken.jsii.json'))).toEqual([
    'Undescribed: has no description',
    'Undescribed.value: has no description',
    'Undescribed.run(): has no description',
    'Undescribed.run() force: has no description',
    'new Undescribed() options: has no description',
    'Foreign: extends left-pad.IPad, a type of another library',
    'Foreign: extends left-pad.Pad, a type of another library',
    'Foreign.pad: has the type left-pad.Pad of another library',
    'Behavior: is an interface with behavior, so its name must start with I',
    'Props: begins with "What", not with what it is',
    'Props.writable: must be readonly',
    'Props.noDefault: is optional, but has no @default',
    'Props.emptyDefault: has the @default "- undefined", which does not say what happens',
    'Types.either: has a union type',
    'Types.anything: has the type any',
    'Types.document: has the type json',
    'Types.services: has the generated type aws-cdk-lib.aws_ecs.CfnService',
    'Types.rules(): has the generated type aws-cdk-lib.aws_ecs.CfnService.DeploymentAlarmsProperty',
    'Color: begins with "What", not with what it is',
    'Color.RED: has no description',
    'Color.lightBlue: must be in upper case',
  ]);
});

test('the text of a prop has the range of its row', () => {
  expect(rangeViolations(assemblyIn('..', '.jsii'))).toEqual([]);
});

test('another range, none and a row without a prop are named', () => {
  const fields = { imdsHopLimit: count(1, 63), maxInstanceLifetime: seconds(), minCapacity: count(1, 9), elsewhere: count() };
  expect(rangeViolations(assemblyIn('..', '.jsii'), [['EcsCapacityProps', fields]])).toEqual([
    'EcsCapacityProps.imdsHopLimit: must say "from 1 to 63"',
    'EcsCapacityProps.maxInstanceLifetime: says "from 1 day to 365 days", which its row does not',
    'EcsCapacityProps.minCapacity: must say "from 1 to 9"',
    'EcsCapacityProps.elsewhere: has a row, and is no prop',
  ]);
});
