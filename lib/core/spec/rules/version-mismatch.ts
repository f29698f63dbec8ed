import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const versionMismatch: Rule = {
  code: 'DR1012',
  name: 'version-mismatch',
  severity: Severity.ERROR,
  summary: 'The body of the file is of the version that it states.',
  reason: 'Beanstalk reads only the keys of the stated version and aborts when they are missing.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['AWSEBDockerrunVersion'],
};
