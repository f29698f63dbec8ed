import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { TargetRule } from '../target-rule';

const MAX_IDLE_SECONDS = 4000;

export const invalidLoadBalancerSetting: TargetRule = {
  code: 'DR4040',
  name: 'invalid-load-balancer-setting',
  severity: Severity.ERROR,
  summary:
    'The idle timeout is between 1 and 4000 seconds, and the prefix of access logs is a path without a slash at its '
    + 'ends and without AWSLogs.',
  reason: 'The load balancer refuses the attribute otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  fields: [],
  concerns: 'environment',
  check(spec, { idleTimeout, accessLogsPrefix }, { at, report }) {
    const seconds = known(idleTimeout);
    if (seconds !== undefined && (!Number.isInteger(seconds) || seconds < 1 || seconds > MAX_IDLE_SECONDS)) {
      report(
        at(spec), `idleTimeout must be between 1 and ${MAX_IDLE_SECONDS} whole seconds, got ${seconds}.`,
        'Give a duration in that range, such as Duration.seconds(60).',
      );
    }
    const prefix = known(accessLogsPrefix);
    if (prefix === undefined) return;
    const trimmed = prefix.replace(/^\/+|\/+$/g, '');
    if (prefix.includes('AWSLogs')) {
      report(
        at(spec), `accessLogsPrefix must not contain AWSLogs, got "${prefix}".`,
        'Leave that part out; the load balancer adds it.',
      );
    } else if (trimmed !== prefix) {
      report(
        at(spec), `accessLogsPrefix must not start or end with a slash, got "${prefix}".`,
        trimmed === '' ? 'Leave it out.' : `Write "${trimmed}".`,
      );
    }
  },
};
