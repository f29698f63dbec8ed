import { Severity } from '../../../../finding/finding';
import { faultsIn } from '../../../../settings/fields/faults';
import { targetsOf } from '../../../../settings/traffic/listeners';
import { HEALTH_CHECK, healthCheckFields } from '../../../../settings/traffic/target';
import { TargetRule } from '../../target-rule';

export const healthCheckTimeout: TargetRule = {
  code: 'DR4023',
  name: 'health-check-timeout',
  severity: Severity.ERROR,
  summary: 'A health check has less time than there is between two of them.',
  reason: 'The load balancer refuses the target group otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    for (const { prop, target } of targetsOf(settings)) {
      const { interval = HEALTH_CHECK.interval, timeout = HEALTH_CHECK.timeout } = target.healthCheck ?? {};
      if (timeout < interval || faultsIn(healthCheckFields, target.healthCheck).length > 0) continue;
      report(
        at(spec),
        `${prop}.healthCheck.timeout must be shorter than its interval of ${interval} seconds, got ${timeout}.`,
        'Lengthen the interval or shorten the timeout.',
        [`${prop}.healthCheck.timeout`, `${prop}.healthCheck.interval`],
      );
    }
  },
};
