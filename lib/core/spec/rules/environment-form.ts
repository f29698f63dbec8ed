import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const environmentForm: Rule = {
  code: 'DR1006',
  name: 'environment-form',
  severity: Severity.ERROR,
  summary: 'Environment variables are a list of { "name", "value" } objects.',
  reason: 'Amazon ECS takes no other form; a map or a list of "NAME=value" strings is docker-compose syntax.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions[].environment'],
};
