import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const valuelessOption: Rule = {
  code: 'DR6007',
  name: 'valueless-option',
  severity: Severity.INFO,
  summary: 'An option has a value.',
  reason: 'Without a value the default holds, as if the option did not stand there.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html',
  fields: [],
};
