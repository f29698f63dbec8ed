import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const numericString: Rule = {
  code: 'DR1002',
  name: 'numeric-string',
  severity: Severity.WARNING,
  summary: 'Numbers are written without quotes.',
  reason: 'A quoted number is usually what a template engine left behind; it is read as the number it spells.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [],
};
