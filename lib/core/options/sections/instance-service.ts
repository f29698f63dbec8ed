import { Severity } from '../../finding/finding';
import { reportEntries } from './entries';
import { SectionRule } from './section-rule';

export const instanceService: SectionRule = {
  code: 'DR6036',
  name: 'instance-service',
  severity: Severity.WARNING,
  summary: 'A service that the application needs is a container.',
  reason: 'Beanstalk starts it on each instance, beside the containers.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['services'],
  check(section, report) {
    reportEntries(section, report, ({ key, value }) => {
      const names = value.kind === 'object' ? value.members.map((entry) => entry.key) : [];
      return [
        `keeps ${names.length > 0 ? names.join(', ') : 'no service'} running on each instance, through ${key}.`,
        'Run it as a further container of the file; for a part of the system itself, use '
          + 'userDataCommands.',
      ];
    });
  },
};
