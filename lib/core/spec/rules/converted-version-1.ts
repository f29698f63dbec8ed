import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const convertedVersion1: Rule = {
  code: 'DR1014',
  name: 'converted-version-1',
  severity: Severity.INFO,
  summary: 'A version 1 file is read as the version 2 file that says the same.',
  reason: 'Amazon ECS knows only container definitions; the single container of version 1 becomes one of them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html',
  fields: ['AWSEBDockerrunVersion'],
};
