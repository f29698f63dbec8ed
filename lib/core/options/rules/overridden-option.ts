import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const overriddenOption: Rule = {
  code: 'DR6020',
  name: 'overridden-option',
  severity: Severity.INFO,
  summary: 'An option is set once.',
  reason: 'Props win over a running environment, that over a saved configuration, that over env.yaml, that over .ebextensions; of two files there, the later by name.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html',
  fields: [],
};
