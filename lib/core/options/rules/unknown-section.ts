import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unknownSection: Rule = {
  code: 'DR6005',
  name: 'unknown-section',
  severity: Severity.ERROR,
  summary: 'The keys of a configuration file are those that Beanstalk knows.',
  reason: 'Beanstalk skips the whole file when it has a key that it does not know.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html',
  fields: [],
};
