import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const dockerfileBuild: Rule = {
  code: 'DR1015',
  name: 'dockerfile-build',
  severity: Severity.ERROR,
  summary: 'The image is built and pushed before the deployment.',
  reason: 'Amazon ECS runs images and builds none; version 1 without an image makes Beanstalk build the Dockerfile of the bundle.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html',
  fields: ['Image'],
};
