import { Severity } from '../../finding/finding';
import { isKnowable } from '../setting';
import { OptionRule } from './option-rule';

export const computedOption: OptionRule = {
  code: 'DR6019',
  name: 'computed-option',
  severity: Severity.WARNING,
  summary: 'The value of an option is written out.',
  reason:
    'Functions refer to resources of the template of Beanstalk, which is not deployed here, and a placeholder has no '
    + 'value yet.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions-functions.html',
  fields: [],
  drops: true,
  check(setting, { environment, report }) {
    if (isKnowable(setting)) return;
    const { computed, place, source } = setting;
    if (computed && source.inBundle && environment.getsBundle) return;
    if (computed) {
      report(
        place,
        'is a function that only the template of Beanstalk can work out.',
        'Write the value out, or set the prop in the stack.',
      );
    } else {
      report(place, `holds a placeholder: ${JSON.stringify(setting.value)}.`, 'Render the file before it is read.');
    }
  },
};
