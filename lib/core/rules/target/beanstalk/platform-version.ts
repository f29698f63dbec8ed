import { Severity } from '../../../finding/finding';
import { BRANCHES, PlatformBranch } from '../../../options/platform';
import {
  branchFor, isOfOther, KNOWN_VERSIONS, lookUpVersion, PLATFORM_MAKERS, PlatformSettings,
} from '../../../settings/beanstalk/platform';
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
    const branch = branchFor(spec);
    const past = KNOWN_VERSIONS[branch];
    const unnamed = unnamedIn(platform, branch);
    const named = known(platform.version);
    if (unnamed !== undefined) {
      report(
        at(spec),
        `platform must name a version${unnamed}; ${past}, of March 2026, is what most accounts can no longer have.`,
        `Set platform: BeanstalkPlatform.${PLATFORM_MAKERS[branch]}(version), or --platform-version on the command `
          + `line, to what this prints: ${lookUpVersion(branch)}`, ['platform'],
      );
    } else if (named !== undefined && !VERSION.test(named)) {
      report(
        at(spec), `platform must be a version such as "${past}", got ${JSON.stringify(named)}.`,
        `Write what this prints: ${lookUpVersion(branch)}`, ['platform'],
      );
    }
  },
};

/** What there is instead of the version of a platform that reads the file, if there is none. */
function unnamedIn({ version, arn, branch, place }: PlatformSettings, needed: PlatformBranch): string | undefined {
  if (isOfOther({ branch, place }, needed)) {
    return ` of "${BRANCHES[needed]}", got one of "${BRANCHES[branch!]}" in ${place}`;
  }
  return version === undefined && arn === undefined ? ', got none' : undefined;
}
