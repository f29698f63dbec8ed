import { KNOWN_VERSION, PlatformSettings } from '../../settings/beanstalk/platform';
import { Setting, showSetting } from '../../settings/setting';
import { Decisions, DecisionSource } from '../decision';
import { chose, Reason } from '../provenance';

/** What the instances run: a version of ECS on Amazon Linux 2023, or a platform by its ARN. */
export type PlatformPlan = { readonly version: Setting<string> } | { readonly arn: Setting<string> };

const IN_PLACE = 'Another version updates the environment in place.';

export function planPlatform(
  { version, arn, place }: PlatformSettings = {}, decisions: Decisions,
): PlatformPlan {
  if (arn !== undefined) {
    decisions.about('platform').chosen('platform', arn, chose(`. ${IN_PLACE}`), showSetting(arn));
    return { arn };
  }
  const choose = (chosen: Setting<string>, source: DecisionSource, reason: string | Reason) => ({
    version: decisions.about('platform')
      .choose('platform', chosen, source, reason, `ECS on Amazon Linux 2023, ${showSetting(chosen)}`),
  });
  if (version === undefined) {
    return choose(
      KNOWN_VERSION, DecisionSource.DEFAULT, `Nobody named a version; this one is of March 2026. ${IN_PLACE}`,
    );
  }
  return place === undefined
    ? choose(version, DecisionSource.PROP, chose(`. ${IN_PLACE}`))
    : choose(version, DecisionSource.OPTION_SETTING, `It comes from ${place}. ${IN_PLACE}`);
}
