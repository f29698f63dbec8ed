import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planBeanstalk } from '../lib/core/beanstalk';
import { planEcs } from '../lib/core/plan/ecs';
import { hasErrors, readDockerrun } from '../lib/core/read';
import { renderFindings } from '../lib/core/report/render';

/*
 * One folder a rule about the target: `<CODE>-<name>[-<variant>]` holds a good `Dockerrun.aws.json`, the settings under
 * which there is something to say of it (with `"target": "beanstalk"` for that target), and what must be said in `expected.txt`. Rewrite the golden files with
 * UPDATE_CASES=1.
 */
const CASES = join(__dirname, 'target-cases');
const cases = readdirSync(CASES).sort();

describe('target cases', () => {
  test.each(cases)('%s', (name) => {
    const folder = join(CASES, name);
    const text = readFileSync(join(folder, 'Dockerrun.aws.json'), 'utf8');
    const { target = 'ecs', ...settings } = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
    const reading = readDockerrun(text, { strict: false, substitutions: {} });
    expect(reading.findings.filter((finding) => hasErrors([finding]))).toEqual([]);

    const prepare = target === 'beanstalk' ? planBeanstalk : planEcs;
    const { problems, plan } = prepare(reading.document!, { ownVpc: false, ...settings });
    const findings = reading.locate(problems);
    expect(renderFindings(findings, text, 'Dockerrun.aws.json')).toMatchGolden(join(folder, 'expected.txt'));
    expect(findings.map((finding) => finding.code)).toContain(name.slice(0, 'DR0000'.length));
    expect(plan === undefined).toBe(hasErrors(findings));
  });
});
