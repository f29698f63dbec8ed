import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unknownChoice: Rule = {
  code: 'DR2003',
  name: 'unknown-choice',
  severity: Severity.ERROR,
  summary: 'Where Amazon ECS lists the allowed words, one of them is used.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [],
};
