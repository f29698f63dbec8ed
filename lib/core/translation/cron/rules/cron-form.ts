import { Severity } from '../../../finding/finding';
import { Rule } from '../../../finding/rule';

export const cronForm: Rule = {
  code: 'DR6062',
  name: 'cron-form',
  severity: Severity.ERROR,
  summary: 'cron.yaml is a map with version 1 and, below cron, a list of tasks with a name, a url and a schedule.',
  reason: 'Beanstalk refuses to deploy a worker whose cron.yaml has another form.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks',
  fields: [],
};
