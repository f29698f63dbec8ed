import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareTemplates } from '../../lib/core/diff/compare';
import { Template as Compared } from '../../lib/core/diff/template/cfn-template';
import { run } from '../cli/helpers';
import { agrees } from './agrees';
import { Template, TemplateJson } from './model/template';
import { judge } from './model/verdict';

/*
 * An update of the library is an edit, too. The fixture is the sample app as an earlier state of the library made it;
 * each release writes it anew, with `cdk-dockerrun synth bin/sample/Dockerrun.aws.json`.
 */

const ROOT = join(__dirname, '..', '..');
const old: TemplateJson = JSON.parse(readFileSync(join(__dirname, 'fixtures', 'sample.template.json'), 'utf8'));
const next: TemplateJson = JSON.parse(run(['synth', join(ROOT, 'bin', 'sample', 'Dockerrun.aws.json')]).out);
const verdict = judge(new Template(old), new Template(next));

test('an update of the library can be deployed', () => {
  expect(verdict.kind === 'cannot be deployed' ? verdict.reasons : []).toEqual([]);
});

test('and the command diff says the same of it as the model', () => {
  const { effect } = compareTemplates(Compared.of(old)!, Compared.of(next)!);
  expect(agrees(effect, verdict)).toBe(true);
});
