import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

const PERIODIC_TASKS =
  'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks';

export const cronForm: Rule = {
  code: 'DR6062',
  name: 'cron-form',
  severity: Severity.ERROR,
  summary: 'cron.yaml is a map with version 1 and, below cron, a list of tasks with a name, a url and a schedule.',
  reason: 'Beanstalk refuses to deploy a worker whose cron.yaml has another form.',
  link: PERIODIC_TASKS,
  fields: [],
};

export const unknownCronKey: Rule = {
  code: 'DR6063',
  name: 'unknown-cron-key',
  severity: Severity.WARNING,
  summary: 'Every key of cron.yaml is one that Beanstalk documents.',
  reason: 'Nobody reads another key, so what it says has no effect.',
  link: PERIODIC_TASKS,
  fields: [],
  strict: true,
  drops: true,
};

export const cronTask: Rule = {
  code: 'DR6064',
  name: 'cron-task',
  severity: Severity.ERROR,
  summary:
    'Each task of cron.yaml has a name, a path that starts with a slash, and a schedule that EventBridge Scheduler '
    + 'knows.',
  reason:
    'EventBridge Scheduler takes the place of the daemon that reads the file on Beanstalk, and has fewer forms '
    + 'than cron.',
  link: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based',
  fields: [],
};

export const repeatedCronTask: Rule = {
  code: 'DR6065',
  name: 'repeated-cron-task',
  severity: Severity.ERROR,
  summary: 'No two tasks of cron.yaml have the same name.',
  reason: 'The name tells tasks from one another, and the application sees it with each message.',
  link: PERIODIC_TASKS,
  fields: [],
};

/** The rules about `cron.yaml`, in the order of their codes. */
export const CRON_RULES: readonly Rule[] = [cronForm, unknownCronKey, cronTask, repeatedCronTask];
