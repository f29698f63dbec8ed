import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const invalidValue: Rule = {
  code: 'DR2002',
  name: 'invalid-value',
  severity: Severity.ERROR,
  summary: 'Every string has the form that Amazon ECS documents for its key.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [],
};
