import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFindings } from '../lib/core/report/render';
import { translateReading } from '../lib/core/translate-options';
import { readBundle } from './options/bundle';

/*
 * One folder a rule about option settings: `<CODE>-<name>[-<variant>]` holds a bundle with something to say about it,
 * and what must be said of each file in `expected.txt`. `described.json` stands for the output of
 * describe-configuration-settings, `input.json` for whatever else is given. Cases of DR604 and DR606 are translated to native
 * ECS, too, beside the props that `given.json` names. Rewrite the golden files with UPDATE_CASES=1.
 */
const CASES = join(__dirname, 'option-cases');
const cases = readdirSync(CASES).sort();
const isAboutTranslation = (name: string) => /^DR60[46]/.test(name);
const givenIn = (name: string) => {
  const path = join(CASES, name, 'given.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

describe('option cases', () => {
  test.each(cases)('%s', (name) => {
    const reading = readBundle(join(CASES, name));
    const { files } = isAboutTranslation(name) ? translateReading(reading, givenIn(name)) : reading;
    const told = files.filter(({ findings }) => findings.length > 0);
    const rendered = told.map(({ source, findings }) => renderFindings(findings, source.text, source.name));
    expect(rendered.join('\n')).toMatchGolden(join(CASES, name, 'expected.txt'));
    expect(files.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain(name.slice(0, 'DR0000'.length));
  });
});
