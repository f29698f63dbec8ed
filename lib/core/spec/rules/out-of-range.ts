import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const outOfRange: Rule = {
  code: 'DR2001',
  name: 'out-of-range',
  severity: Severity.ERROR,
  summary: 'Every number is within the range that Amazon ECS documents.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [],
};
