import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const missingKey: Rule = {
  code: 'DR1003',
  name: 'missing-key',
  severity: Severity.ERROR,
  summary: 'Every object has the keys that its kind requires.',
  reason: 'Without them Amazon ECS refuses the task definition.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: [],
};
