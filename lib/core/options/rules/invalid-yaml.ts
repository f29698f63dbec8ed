import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const invalidYaml: Rule = {
  code: 'DR6001',
  name: 'invalid-yaml',
  severity: Severity.ERROR,
  summary: 'A configuration file is YAML 1.1 or JSON.',
  reason: 'Beanstalk ignores a file that it cannot read, and every setting in it.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html',
  fields: [],
};
