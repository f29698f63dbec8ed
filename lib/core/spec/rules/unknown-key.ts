import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const unknownKey: Rule = {
  code: 'DR1004',
  name: 'unknown-key',
  severity: Severity.WARNING,
  summary: 'Every key is one that the format knows.',
  reason: 'A key that nobody reads is usually a misspelt one, and what it was meant to say is lost.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: [],
  strict: true,
  drops: true,
};
