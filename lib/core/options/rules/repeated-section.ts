import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const repeatedSection: Rule = {
  code: 'DR6003',
  name: 'repeated-section',
  severity: Severity.WARNING,
  summary: 'No key stands twice in one object of a configuration file.',
  reason: 'Of two keys with one name Beanstalk keeps only one, so the settings below the other are lost.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html',
  fields: [],
  strict: true,
};
