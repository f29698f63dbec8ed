import { Severity } from '../../finding/finding';
import { reportEntries } from './entries';
import { SectionRule } from './section-rule';

export const instancePackage: SectionRule = {
  code: 'DR6035',
  name: 'instance-package',
  severity: Severity.WARNING,
  summary: 'Packages are installed in the image.',
  reason: 'Beanstalk installs them on each instance, where containers do not see them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['packages'],
  check(section, report) {
    reportEntries(section, report, ({ key, value }) => {
      const names = value.kind === 'object' ? value.members.map((entry) => entry.key) : [];
      const what = names.length > 0 ? names.join(', ') : 'nothing that has a name';
      return [
        `installs ${what} with ${key} on each instance.`,
        'Install what the application needs in its image. Docker and the agent of ECS are on the instances already.',
      ];
    });
  },
};
