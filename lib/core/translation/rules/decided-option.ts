import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const decidedOption: Rule = {
  code: 'DR6070',
  name: 'decided-option',
  severity: Severity.WARNING,
  summary: 'An option leaves to `BeanstalkEnvironment` what it decides itself.',
  reason: 'What the options of the template say wins over .ebextensions, and what BeanstalkEnvironment makes itself goes with them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html#configuration-options-precedence',
  fields: [],
  drops: true,
};
