import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const settingsForm: Rule = {
  code: 'DR6004',
  name: 'settings-form',
  severity: Severity.ERROR,
  summary: 'Option settings are a list of namespace, option_name and value, or a map of namespaces with their options.',
  reason: 'What has another form is not a setting, and Beanstalk rejects the file.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions-optionsettings.html',
  fields: [],
};
