import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { KEEP_REPORT } from '../checks';
import { TemplateJson } from '../walker/template';
import { appOf } from './run-app';

export const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** Every folder of examples is a CDK app. */
export const EXAMPLE_NAMES = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

export function exampleOf(name: string, context: object): App {
  return appOf(join(EXAMPLES, name, 'app.ts'), { ...context, ...KEEP_REPORT });
}

/** The templates of all stacks of an example. */
export function templatesOf(name: string, context: object = {}): TemplateJson[] {
  return exampleOf(name, context).synth().stacksRecursively.map(({ template }) => template);
}
