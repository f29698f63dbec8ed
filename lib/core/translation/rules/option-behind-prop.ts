import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const optionBehindProp: Rule = {
  code: 'DR6060',
  name: 'option-behind-prop',
  severity: Severity.INFO,
  summary: 'What an option says is not said by a prop too.',
  reason: 'A prop wins over an option, as values from the console or the API win over configuration files on Beanstalk.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html#configuration-options-precedence',
  fields: [],
  drops: true,
};
