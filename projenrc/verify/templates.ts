import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lintTemplates } from './cfn-lint';
import { run } from './shell';
import { Step } from './step';

const OUTPUT = 'dist/templates';
const EXAMPLES = 'examples';

/** Arguments that make the CDK CLI synthesize one app, by the name of its output folder. */
type Apps = ReadonlyMap<string, readonly string[]>;

export const templates: Step = {
  name: 'templates',
  claim: 'cfn-lint finds nothing in the templates of the sample and of the examples',
  prove() {
    rmSync(OUTPUT, { recursive: true, force: true });
    const apps = new Map([...sampleApps(), ...exampleApps()]);
    for (const [name, args] of apps) run('cdk', ['synth', '--quiet', '--output', join(OUTPUT, name), ...args]);
    const files = templatesIn(OUTPUT);
    if (files.length < apps.size) throw new Error(`${apps.size} apps left only ${files.length} templates in ${OUTPUT}.`);
    lintTemplates(files);
    return `${files.length} templates of ${apps.size} apps`;
  },
};

function sampleApps(): Apps {
  return new Map([['sample', []], ['sample-awsvpc', ['-c', 'networkMode=awsvpc']]]);
}

/** An example is a CDK app, or a Dockerrun file for the sample app. */
function exampleApps(): Apps {
  const names = existsSync(EXAMPLES) ? readdirSync(EXAMPLES) : [];
  return new Map(names.flatMap((name) => {
    const app = join(EXAMPLES, name, 'app.ts');
    const dockerrun = join(EXAMPLES, name, 'Dockerrun.aws.json');
    if (existsSync(app)) return [[name, ['--app', `node --import tsx ${app}`]]];
    return existsSync(dockerrun) ? [[name, ['-c', `dockerrun=${dockerrun}`]]] : [];
  }));
}

function templatesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.template.json')).map((file) => join(folder, file)).sort();
}
