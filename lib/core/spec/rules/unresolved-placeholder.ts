import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unresolvedPlaceholder: Rule = {
  code: 'DR2010',
  name: 'unresolved-placeholder',
  severity: Severity.ERROR,
  summary: 'Template placeholders in names, images, numbers and choices are resolved before the file is read.',
  reason: 'Amazon ECS takes the placeholder literally, so the image or name that was meant is never used.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions[].image', 'containerDefinitions[].name', 'containerDefinitions[].memory'],
};
