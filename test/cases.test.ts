import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDockerrun } from '../lib/core/read';
import { renderFindings } from '../lib/core/report/render';

/*
 * One folder a rule: `<CODE>-<name>[-<variant>]` holds a bad `Dockerrun.aws.json`, what must be said of it in
 * `expected.txt`, and `options.json` where the case needs options. Rewrite the golden files with UPDATE_CASES=1.
 */
const CASES = join(__dirname, 'cases');
const cases = readdirSync(CASES).sort();

describe('cases', () => {
  test.each(cases)('%s', (name) => {
    const folder = join(CASES, name);
    const text = readFileSync(join(folder, 'Dockerrun.aws.json'), 'utf8');
    const optionsFile = join(folder, 'options.json');
    const options = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {};
    const { findings } = readDockerrun(text, { strict: false, substitutions: {}, ...options });
    const rendered = renderFindings(findings, text, 'Dockerrun.aws.json');
    expect(rendered).toMatchGolden(join(folder, 'expected.txt'));
    expect(findings.map((finding) => finding.code)).toContain(name.slice(0, 'DR0000'.length));
  });
});
