import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../lib/core/finding/table';
import { Output, schemasOf } from './writer';

/** What the command line prints as JSON, by the name of its schema. Another version is for what breaks a reader. */
const OUTPUTS = table<Output>({
  'check.v1': {
    title: 'cdk-dockerrun check --json', description: 'What there is to say about a file or a bundle.',
    imports: "import { FiledFinding } from './core/report/formats';", type: '{ readonly findings: readonly FiledFinding[] }',
  },
  'plan.v1': {
    title: 'cdk-dockerrun plan --json', description: 'What would be deployed, and why, on Amazon ECS or on Elastic Beanstalk.',
    imports: "import { WrittenPlan } from './core/beanstalk';\nimport { Plan } from './core/plan/ecs/plan';\nimport { OptionEntry } from './core/report/draw-options';",
    type: '(Plan | WrittenPlan) & { readonly optionSettings?: readonly OptionEntry[] }',
  },
  'diff.v1': {
    title: 'cdk-dockerrun diff --json', description: 'What an edit does to an environment that runs.',
    imports: "import { Comparison } from './core/diff/model';", type: 'Comparison',
  },
});

for (const [name, schema] of Object.entries(schemasOf(OUTPUTS))) {
  writeFileSync(join('schemas', `${name}.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
}
