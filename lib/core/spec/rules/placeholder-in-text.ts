import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const placeholderInText: Rule = {
  code: 'DR5001',
  name: 'placeholder-in-text',
  severity: Severity.WARNING,
  summary: 'Text values hold no template placeholders.',
  reason: 'Nothing resolves them on Amazon ECS; the container receives them as they stand.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions[].environment[].value', 'volumes[].host.sourcePath'],
};
