import { Severity } from '../../../finding/finding';
import { KNOWN_VERSION, LOOK_UP_VERSION } from '../../../settings/beanstalk/platform';
import { known } from '../../../settings/setting';
import { TargetRule } from '../target-rule';

const VERSION = /^\d+\.\d+\.\d+$/;

export const platformVersion: TargetRule = {
  code: 'DR4222',
  name: 'platform-version',
  severity: Severity.WARNING,
  summary: 'The version of the platform is one that AWS offers the account.',
  reason:
    'A version that a newer one superseded is only for accounts that had an environment with it at that time, and no '
    + 'name stands for the newest one.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platform-history-docker.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { beanstalk: { platform = {} } = {} }, { at, report }) {
    const { version, arn } = platform;
    const named = known(version);
    if (version === undefined && arn === undefined) {
      report(
        at(spec),
        `platform must name a version, got none; ${KNOWN_VERSION}, of March 2026, is what most accounts can no longer `
          + 'have.',
        'Set platform: BeanstalkPlatform.ecsAl2023(version), or --platform-version on the command line, to what this '
          + `prints: ${LOOK_UP_VERSION}`, ['platform'],
      );
    }
    if (named !== undefined && !VERSION.test(named)) {
      report(
        at(spec), `platform must be a version such as "${KNOWN_VERSION}", got ${JSON.stringify(named)}.`,
        `Write what this prints: ${LOOK_UP_VERSION}`, ['platform'],
      );
    }
  },
};
