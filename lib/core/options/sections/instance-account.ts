import { Severity } from '../../finding/finding';
import { reportEntries } from './entries';
import { SectionRule } from './section-rule';

export const instanceAccount: SectionRule = {
  code: 'DR6037',
  name: 'instance-account',
  severity: Severity.WARNING,
  summary: 'Users and groups are made in the image.',
  reason: 'Beanstalk makes them on each instance; a container has its own.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['users', 'groups'],
  check(section, report) {
    const kind = section.key === 'users' ? 'user' : 'group';
    reportEntries(section, report, () => [
      `is a ${kind} that Beanstalk adds to each instance.`,
      'Add it in the Dockerfile, and name it as the user of the container.',
    ]);
  },
};
