import { Severity } from '../../finding/finding';
import { findOption } from '../catalogue';
import { OptionRule } from './option-rule';

export const retiredOption: OptionRule = {
  code: 'DR6014',
  name: 'retired-option',
  severity: Severity.WARNING,
  summary: 'An option is one that Beanstalk still recommends.',
  reason: 'Retired options keep their meaning only until their successor is set, and cover less than it does.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  check({ namespace, optionName, namePlace }, { report }) {
    const successor = findOption(namespace, optionName)?.retired;
    if (successor === undefined) return;
    if (successor === 'nothing') report(namePlace, 'is retired, and nothing took its place.', 'Remove it.');
    else report(namePlace, `is retired; ${successor} took its place.`, `Use ${successor}.`);
  },
};
