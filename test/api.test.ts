import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assembly } from '@jsii/spec';
import { apiViolations } from './api-law';

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
    'Props.writable: must be readonly',
    'Props.noDefault: is optional, but has no @default',
    'Props.emptyDefault: has the @default "- undefined", which does not say what happens',
    'Types.either: has a union type',
    'Types.anything: has the type any',
    'Types.document: has the type json',
    'Types.services: has the generated type aws-cdk-lib.aws_ecs.CfnService',
    'Types.rules(): has the generated type aws-cdk-lib.aws_ecs.CfnService.DeploymentAlarmsProperty',
    'Color.RED: has no description',
    'Color.lightBlue: must be in upper case',
  ]);
});
