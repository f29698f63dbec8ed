import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unsupportedVersion: Rule = {
  code: 'DR1011',
  name: 'unsupported-version',
  severity: Severity.ERROR,
  summary: 'AWSEBDockerrunVersion is 1 or 2.',
  reason: 'No platform reads any other version as a list of containers.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['AWSEBDockerrunVersion'],
};
