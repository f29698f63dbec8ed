import { Severity } from '../../../../finding/finding';
import { hasSecondGroups } from '../../../../settings/service/scheduling';
import { countGroups, targetsOf } from '../../../../settings/traffic/listeners';
import { TargetRule } from '../../target-rule';

const MAX_TARGET_GROUPS = 5;

export const targetGroupLimit: TargetRule = {
  code: 'DR4009',
  name: 'target-group-limit',
  severity: Severity.ERROR,
  summary: 'Listeners and rules forward to at most five target groups.',
  reason: 'Amazon ECS registers the tasks of a service with no more than five.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const targets = targetsOf(settings);
    const count = hasSecondGroups(settings.scheduling) ? targets.length : countGroups(targets);
    if (count <= MAX_TARGET_GROUPS) return;
    report(
      at(spec), `listeners and their rules must need at most ${MAX_TARGET_GROUPS} target groups, got ${count}.`,
      `Remove ${count - MAX_TARGET_GROUPS} of them.`, ['listeners'],
    );
  },
};
