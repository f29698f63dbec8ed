import { Severity } from '../../../finding/finding';
import { Rule } from '../../../finding/rule';

export const cronTask: Rule = {
  code: 'DR6064',
  name: 'cron-task',
  severity: Severity.ERROR,
  summary: 'Each task of cron.yaml has a name, a path that starts with a slash, and a schedule that EventBridge Scheduler knows.',
  reason: 'EventBridge Scheduler takes the place of the daemon that reads the file on Beanstalk, and has fewer forms than cron.',
  link: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based',
  fields: [],
};
