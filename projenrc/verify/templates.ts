import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lintTemplates } from './cfn-lint';
import { run } from './shell';
import { Step } from './step';

const OUTPUT = 'dist/templates';
const EXAMPLES = 'examples';

/** Of test apps, by the name of their output folder. */
const TESTS: Apps = new Map([
  ['beanstalk-shapes', synthesizing('test/beanstalk/every-shape.app.ts')],
  ['every-option', synthesizing('test/options/every-option.app.ts')],
]);

/** Arguments that make the CDK CLI synthesize one app, by the name of its output folder. */
type Apps = ReadonlyMap<string, readonly string[]>;

export const templates: Step = {
  name: 'templates',
  claim:
    'cfn-lint finds nothing in the templates of the sample, of the examples, of every shape of a Beanstalk '
    + 'environment and of both targets with the largest sets of options',
  prove() {
    rmSync(OUTPUT, { recursive: true, force: true });
    const apps = new Map([...sampleApps(), ...exampleApps(), ...TESTS]);
    for (const [name, args] of apps) run('cdk', ['synth', '--quiet', '--output', join(OUTPUT, name), ...args]);
    const files = templatesIn(OUTPUT);
    if (files.length < apps.size) {
      throw new Error(`${apps.size} apps left only ${files.length} templates in ${OUTPUT}.`);
    }
    lintTemplates(files);
    return `${files.length} templates of ${apps.size} apps`;
  },
};

function sampleApps(): Apps {
  return new Map([['sample', []], ['sample-awsvpc', ['-c', 'networkMode=awsvpc']]]);
}

/** Every folder of examples is a CDK app. */
function exampleApps(): Apps {
  const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(folders.map(({ name }) => [name, synthesizing(join(EXAMPLES, name, 'app.ts'))]));
}

function synthesizing(file: string): string[] {
  return ['--app', `node --import tsx ${file}`];
}

function templatesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.template.json')).map((file) => join(folder, file)).sort();
}
