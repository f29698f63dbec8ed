import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const otherWay: Rule = {
  code: 'DR6040',
  name: 'other-way',
  severity: Severity.WARNING,
  summary: 'What an option does is done by something else in the stack.',
  reason: 'Native ECS has no counterpart that could take over the value of the option.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  drops: true,
};
