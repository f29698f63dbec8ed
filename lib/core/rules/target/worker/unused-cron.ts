import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const unusedCron: TargetRule = {
  code: 'DR4160',
  name: 'unused-cron',
  severity: Severity.WARNING,
  summary: 'A source bundle with a cron.yaml is deployed to a worker.',
  reason:
    'Its tasks are messages in the queue of a worker; a web environment has none, and Beanstalk ignores the file '
    + 'there too.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks',
  fields: [],
  concerns: 'environment',
  check(spec, { sourceBundle, worker }, { at, report }) {
    if (worker || !sourceBundle?.paths.includes('cron.yaml')) return;
    report(
      at(spec),
      'The tasks of cron.yaml in sourceBundle are not sent, for the environment is not a worker.',
      'Make it a worker, or write the tasks to worker.periodicTasks of a service that is one.',
      ['sourceBundle', 'worker'],
    );
  },
};
