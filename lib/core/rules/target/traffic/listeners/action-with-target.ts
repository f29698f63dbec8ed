import { Severity } from '../../../../finding/finding';
import { oneOf } from '../../../../finding/suggest';
import { actionsOf } from '../../../../settings/traffic/listeners';
import { allTargetFields } from '../../../../settings/traffic/target';
import { TargetRule } from '../../target-rule';

export const actionWithTarget: TargetRule = {
  code: 'DR4049',
  name: 'action-with-target',
  severity: Severity.ERROR,
  summary: 'A listener or a rule either forwards to a container or has another action.',
  reason:
    'Nothing reaches the container when the load balancer answers, so what is said about the container would be lost.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of actionsOf(settings)) {
      if (!target.action) continue;
      const extra = Object.keys(allTargetFields).filter(
        (key) => target[key as keyof typeof allTargetFields] !== undefined,
      );
      if (extra.length > 0) {
        report(
          at(spec), `${prop} must have an action or lead to a container, got both.`,
          `Remove the action, or ${oneOf(extra, 'and')}.`, [prop],
        );
      }
    }
  },
};
