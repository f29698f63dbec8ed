import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const wrongType: Rule = {
  code: 'DR1001',
  name: 'wrong-type',
  severity: Severity.ERROR,
  summary: 'Every value has the JSON type that Amazon ECS documents for its key.',
  reason: 'Amazon ECS refuses a task definition with a value of another type, and Beanstalk then aborts the deployment.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [],
};
