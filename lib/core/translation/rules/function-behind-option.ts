import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const functionBehindOption: Rule = {
  code: 'DR6071',
  name: 'function-behind-option',
  severity: Severity.WARNING,
  summary: 'An option with a function in .ebextensions is not set by the template, too.',
  reason: 'Options of the template win over .ebextensions, and only the stack of Beanstalk knows what the function returns, so that it cannot be taken over.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html#configuration-options-precedence',
  fields: [],
  drops: true,
};
