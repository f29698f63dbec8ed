import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const ignoredKey: Rule = {
  code: 'DR1005',
  name: 'ignored-key',
  severity: Severity.WARNING,
  summary: 'Every key is one that Elastic Beanstalk acts on.',
  reason: 'Beanstalk skips the others without a word, so what they say was never in force.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['', 'Image.Update', 'Ports[].HostPort'],
  strict: true,
  drops: true,
};
