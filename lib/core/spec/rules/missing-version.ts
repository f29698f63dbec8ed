import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const missingVersion: Rule = {
  code: 'DR1010',
  name: 'missing-version',
  severity: Severity.ERROR,
  summary: 'The file states its version as "AWSEBDockerrunVersion".',
  reason: 'The version decides how the rest of the file is read.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['AWSEBDockerrunVersion'],
};
