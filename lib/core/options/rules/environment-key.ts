import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const environmentKey: Rule = {
  code: 'DR6008',
  name: 'environment-key',
  severity: Severity.WARNING,
  summary: 'What a manifest or a saved configuration says beside its option settings is done by the stack.',
  reason: 'Names, tags and links are not option settings, and nothing else reads them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-cfg-manifest.html',
  fields: [],
  drops: true,
};
