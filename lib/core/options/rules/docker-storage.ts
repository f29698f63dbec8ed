import { Severity } from '../../finding/finding';
import { OptionRule } from './option-rule';

export const dockerStorage: OptionRule = {
  code: 'DR6021',
  name: 'docker-storage',
  severity: Severity.WARNING,
  summary: 'No volume is attached for the storage of Docker.',
  reason:
    'Docker kept its images on /dev/xvdcz on Amazon Linux 1; since then they are on the root volume, and another '
    + 'volume stays empty.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.migration-al.generic.from-al1.html',
  fields: [],
  drops: true,
  check({ namespace, optionName, value, place }, { report }) {
    if (
      namespace !== 'aws:autoscaling:launchconfiguration'
      || optionName !== 'BlockDeviceMappings'
      || !/\/dev\/xvdcz\b/.test(value)
    ) {
      return;
    }
    report(
      place, 'attaches /dev/xvdcz, which Docker no longer uses.',
      'Remove it, and set RootVolumeSize to what images and containers need.',
    );
  },
};
