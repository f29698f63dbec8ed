import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

const DAYS: readonly number[] = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653];

export const beanstalkLogRetention: TargetRule = {
  code: 'DR4221',
  name: 'beanstalk-log-retention',
  severity: Severity.ERROR,
  summary: 'Elastic Beanstalk keeps logs for a number of days that its option has.',
  reason: 'Beanstalk refuses the whole configuration because of a value that it does not allow.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-cloudwatchlogs',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { logRetention }, { at, report }) {
    if (logRetention === undefined || DAYS.includes(logRetention)) return;
    report(
      at(spec), `logRetention must be one of ${DAYS.join(', ')} days on Elastic Beanstalk, got ${logRetention}.`,
      'Use one of these.', ['logRetention'],
    );
  },
};
