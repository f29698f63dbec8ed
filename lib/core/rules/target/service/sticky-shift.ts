import { Severity } from '../../../finding/finding';
import { hasSecondGroups } from '../../../settings/service/scheduling';
import { targetsOf } from '../../../settings/traffic/listeners';
import { counted } from '../counts';
import { TargetRule } from '../target-rule';

export const stickyShift: TargetRule = {
  code: 'DR4084',
  name: 'sticky-shift',
  severity: Severity.ERROR,
  summary: 'No client stays with its task where versions take turns in two target groups.',
  reason:
    'The load balancer would make it stay with the target group too, whatever the weights: it would never see the '
    + 'new version, and get 503 once the old one has stopped.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#sticky-sessions',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    if (!hasSecondGroups(settings.scheduling)) return;
    for (const {
      prop, target: { stickinessCookieDuration = 0 },
    } of targetsOf(settings)) {
      if (stickinessCookieDuration === 0) continue;
      report(
        at(spec),
        `${prop}.stickinessCookieDuration must be left out with two target groups for each route, got `
          + `${counted(stickinessCookieDuration, 'second')}.`,
        'Keep sessions outside the tasks, or use RolloutStrategy.rolling().', [`${prop}.stickinessCookieDuration`],
      );
    }
  },
};
