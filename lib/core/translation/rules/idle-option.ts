import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const idleOption: Rule = {
  code: 'DR6042',
  name: 'idle-option',
  severity: Severity.WARNING,
  summary: 'An option works together with the other settings.',
  reason: 'Some options only count beside others: that of a process when a listener leads to it, that of Spot Instances when they are on.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  drops: true,
};
