import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const severalDocuments: Rule = {
  code: 'DR6002',
  name: 'several-documents',
  severity: Severity.WARNING,
  summary: 'A configuration file holds one YAML document.',
  reason: 'What stands behind the first document is not read.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html',
  fields: [],
  strict: true,
};
