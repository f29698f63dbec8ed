import { Severity } from '../../finding/finding';
import { reportEntries } from './entries';
import { SectionRule } from './section-rule';

export const instanceSource: SectionRule = {
  code: 'DR6038',
  name: 'instance-source',
  severity: Severity.WARNING,
  summary: 'Archives are unpacked in the image.',
  reason: 'Beanstalk unpacks them on each instance when it boots.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['sources'],
  check(section, report) {
    reportEntries(section, report, ({ key }) => [
      'is a folder of each instance into which Beanstalk unpacks an archive.',
      'Unpack it in the Dockerfile, or put its contents into the bundle and mount them where the container expects '
        + `${key}.`,
    ]);
  },
};
