import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { besideBundle, onBeanstalk } from '../lib/core/bundle-options';
import { readCron } from '../lib/core/read-cron';
import { FileFindings, OptionInput, readOptions } from '../lib/core/read-options';
import { renderFindings } from '../lib/core/report/render';
import { besideTemplate, translateReading } from '../lib/core/translate-options';
import { NOTHING_GIVEN } from '../lib/core/translation/given';
import { planOf } from './beanstalk/plans';
import { bundleInput, readBundle } from './options/bundle';

/*
 * One folder a rule about option settings: `<CODE>-<name>[-<variant>]` holds a bundle with something to say about it,
 * and what must be said of each file in `expected.txt`. `described.json` stands for the output of
 * describe-configuration-settings, `input.json` for whatever else is given. Cases of DR604 and DR606 are translated to native
 * ECS, too, beside the props that `given.json` names, and cases of DR607 to Elastic Beanstalk, which gets the files. Rewrite the golden files with UPDATE_CASES=1.
 */
const CASES = join(__dirname, 'option-cases');
const cases = readdirSync(CASES).sort();
const isAboutTranslation = (name: string) => /^DR60[46]/.test(name);
const isAboutBeanstalk = (name: string) => /^DR607/.test(name);
const givenIn = (name: string) => {
  const path = join(CASES, name, 'given.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

function filesOf(name: string): readonly FileFindings[] {
  if (isAboutBeanstalk(name)) return deployed(bundleInput(join(CASES, name)));
  const reading = readBundle(join(CASES, name));
  return (isAboutTranslation(name) ? translateReading(reading, givenIn(name)) : reading).files;
}

function deployed({ sources }: OptionInput): readonly FileFindings[] {
  const reading = readOptions(onBeanstalk(besideBundle({ sources: [] }, { sources, platformFiles: [] }), NOTHING_GIVEN));
  const { files, settings } = translateReading(reading, NOTHING_GIVEN, 'beanstalk');
  const template = planOf(settings).options.map(({ namespace, name, resource }) => ({ namespace, optionName: name, resourceName: resource }));
  return besideTemplate(reading, files, template);
}

/** What there is to say of `cron.yaml`, if the case has one. */
function cronIn(folder: string) {
  const path = join(folder, 'cron.yaml');
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  return [{ source: { name: 'cron.yaml', text }, findings: readCron(text).findings }];
}

describe('option cases', () => {
  test.each(cases)('%s', (name) => {
    const files = [...filesOf(name), ...cronIn(join(CASES, name))];
    const told = files.filter(({ findings }) => findings.length > 0);
    const rendered = told.map(({ source, findings }) => renderFindings(findings, source.text, source.name));
    expect(rendered.join('\n')).toMatchGolden(join(CASES, name, 'expected.txt'));
    expect(files.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain(name.slice(0, 'DR0000'.length));
  });
});
