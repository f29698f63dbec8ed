import { Severity } from '../../../finding/finding';
import { Rule } from '../../../finding/rule';

export const unknownCronKey: Rule = {
  code: 'DR6063',
  name: 'unknown-cron-key',
  severity: Severity.WARNING,
  summary: 'Every key of cron.yaml is one that Beanstalk documents.',
  reason: 'Nobody reads another key, so what it says has no effect.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks',
  fields: [],
  strict: true,
  drops: true,
};
