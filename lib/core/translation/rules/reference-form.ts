import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const referenceForm: Rule = {
  code: 'DR6061',
  name: 'reference-form',
  severity: Severity.WARNING,
  summary: 'What an option refers to has the form of an id.',
  reason: 'A resource that is there already is found by its id; Beanstalk takes names of security groups too, CloudFormation does not.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  drops: true,
};
