import { PlatformBranch } from '../../options/platform';
import { isOfOther, KNOWN_VERSIONS, PlatformSettings } from '../../settings/beanstalk/platform';
import { Setting, showSetting } from '../../settings/setting';
import { Decisions, DecisionSource } from '../decision';
import { chose, Reason } from '../provenance';

/** What the instances run: a version of one on Amazon Linux 2023, or a platform by its ARN. */
export type PlatformPlan = { readonly branch: PlatformBranch } & (
  | { readonly version: Setting<string> } | { readonly arn: Setting<string> });

const NAMES: Readonly<Record<PlatformBranch, string>> = { ecs: 'ECS', docker: 'Docker' };

const IN_PLACE = 'Another version updates the environment in place.';

export function planPlatform(
  chosen: PlatformSettings = {}, branch: PlatformBranch, decisions: Decisions,
): PlatformPlan {
  const { version, arn, place } = chosen;
  if (arn !== undefined) {
    decisions.about('platform').chosen('platform', arn, chose(`. ${IN_PLACE}`), showSetting(arn));
    return { arn, branch };
  }
  const choose = (named: Setting<string>, source: DecisionSource, reason: string | Reason) => ({
    version: decisions.about('platform')
      .choose('platform', named, source, reason, `${NAMES[branch]} on Amazon Linux 2023, ${showSetting(named)}`),
    branch,
  });
  if (version === undefined || isOfOther(chosen, branch)) {
    return choose(
      KNOWN_VERSIONS[branch], DecisionSource.DEFAULT, `Nobody named a version; this one is of March 2026. ${IN_PLACE}`,
    );
  }
  return place === undefined
    ? choose(version, DecisionSource.PROP, chose(`. ${IN_PLACE}`))
    : choose(version, DecisionSource.OPTION_SETTING, `It comes from ${place}. ${IN_PLACE}`);
}
