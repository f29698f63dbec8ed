import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const beanstalkNotification: TargetRule = {
  code: 'DR4219',
  name: 'beanstalk-notification',
  severity: Severity.ERROR,
  summary: 'Events of an environment of Elastic Beanstalk go to a topic of yours, or to an address of mail.',
  reason: 'For the address Beanstalk makes a topic of its own.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.sns.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { beanstalk: { notificationsTopic = false, notificationsEmail } = {} }, { at, report }) {
    if (notificationsEmail === undefined || !notificationsTopic) return;
    report(
      at(spec), 'notificationsEmail must be left out beside notificationsTopic, got both.',
      'Subscribe the address to the topic.', ['notificationsEmail', 'notificationsTopic'],
    );
  },
};
