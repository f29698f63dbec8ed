import { besideBundle, onBeanstalk } from '../../lib/core/reading/bundle-options';
import { madeOf } from '../../lib/core/reading/made-environment';
import { readCron } from '../../lib/core/reading/read-cron';
import { FileFindings, OptionInput, readOptions } from '../../lib/core/reading/read-options';
import { translateReading } from '../../lib/core/reading/translate-options';
import { NOTHING_GIVEN } from '../../lib/core/translation/given';
import { planOf } from '../beanstalk/plans';
import { inputOf } from '../options/bundle';
import { merged, testCases, Told } from './case';
import { mended, OptionCase, optionCases } from './stages';

function told({ files: written, edit, target, given, settings, props, environment }: OptionCase): Told[] {
  const files = mended(written, edit);
  const input = { ...inputOf(files), props, environment };
  const read = target === 'beanstalk' ? deployed(input, given, settings) : translated(input, target, given);
  return [
    ...read.map(({ source: { name, text }, findings, secrets }) => ({ name, text, findings, secrets })),
    ...cronIn(files),
  ];
}

function translated(
  input: OptionInput, target: OptionCase['target'], given: OptionCase['given'],
): readonly FileFindings[] {
  const reading = readOptions(input);
  return (target === 'ecs' ? translateReading(reading, given) : reading).files;
}

/** Elastic Beanstalk gets the files of the bundle themselves. */
function deployed(
  { sources, platformFiles = [] }: OptionInput, given = NOTHING_GIVEN, more: OptionCase['settings'] = {},
): readonly FileFindings[] {
  const reading = readOptions(onBeanstalk(besideBundle({ sources: [] }, { sources, platformFiles }), given));
  const { besideTemplate, settings } = translateReading(reading, given, 'beanstalk');
  return besideTemplate(madeOf(planOf({ ...settings, ...more })));
}

function cronIn({ 'cron.yaml': text }: OptionCase['files']): Told[] {
  if (text === undefined) return [];
  const { findings, secrets } = readCron(text);
  return [{ name: 'cron.yaml', text, findings, secrets }];
}

testCases(optionCases(), {
  told,
  mend: (given, fixed) => {
    const files = merged<OptionCase['files']>(mended(given.files, given.edit), fixed.files);
    return { ...given, edit: undefined, ...fixed, files };
  },
  written: ({ files, edit }) => Object.values(mended(files, edit)).join('\n'),
});
