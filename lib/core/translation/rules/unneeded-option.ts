import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unneededOption: Rule = {
  code: 'DR6041',
  name: 'unneeded-option',
  severity: Severity.INFO,
  summary: 'An option has an effect on native ECS.',
  reason: 'Some options ask for what is so anyway, or for something that only Beanstalk has.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  drops: true,
};
