import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const composeVersion: Rule = {
  code: 'DR1013',
  name: 'compose-version',
  severity: Severity.ERROR,
  summary: 'A version 3 file is not deployed by itself.',
  reason: 'Version 3 carries nothing but registry credentials; the containers are in docker-compose.yml.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html',
  fields: ['AWSEBDockerrunVersion'],
};
