import { Severity } from '../../../finding/finding';
import { Rule } from '../../../finding/rule';

export const repeatedCronTask: Rule = {
  code: 'DR6065',
  name: 'repeated-cron-task',
  severity: Severity.ERROR,
  summary: 'No two tasks of cron.yaml have the same name.',
  reason: 'The name tells tasks from one another, and the application sees it with each message.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks',
  fields: [],
};
