import { Severity } from '../../../../finding/finding';
import { faultsIn } from '../../../../settings/fields/faults';
import { targetsOf } from '../../../../settings/traffic/listeners';
import { allTargetFields, HEALTH_CHECK } from '../../../../settings/traffic/target';
import { TargetRule } from '../../target-rule';

export const invalidTargetSetting: TargetRule = {
  code: 'DR4023',
  name: 'invalid-target-setting',
  severity: Severity.ERROR,
  summary: 'Health checks, delays and stickiness are within the ranges of the load balancer.',
  reason: 'The load balancer refuses the target group otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of targetsOf(settings)) {
      const broken = faultsIn(allTargetFields, target, prop);
      for (const { message, hint } of broken) report(at(spec), message, hint);
      const { interval = HEALTH_CHECK.interval, timeout = HEALTH_CHECK.timeout } = target.healthCheck ?? {};
      if (broken.length > 0 || timeout < interval) continue;
      report(
        at(spec),
        `${prop}.healthCheck.timeout must be shorter than its interval of ${interval} seconds, got ${timeout}.`,
        'Lengthen the interval or shorten the timeout.',
      );
    }
  },
};
