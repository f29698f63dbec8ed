import { Severity } from '../../../../finding/finding';
import { choices } from '../../../../finding/suggest';
import { givenProps } from '../../../../settings/fields/faults';
import { loadBalancerFields } from '../../../../settings/traffic/load-balancer';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

export const applicationSetting: TargetRule = {
  code: 'DR4092',
  name: 'application-setting',
  severity: Severity.ERROR,
  summary: 'Props of the Application Load Balancer need an HTTP or HTTPS listener.',
  reason:
    'Without one there is no such load balancer, and a Network Load Balancer has neither headers to drop nor '
    + 'requests for AWS WAF, and writes access logs for TLS only.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { listeners = [] } = settings;
    if (listeners.length === 0 || !listeners.every(isNetwork)) return;
    const own = [...new Set(listeners.map(({ protocol }) => protocol))];
    for (const { prop, row: { only } } of givenProps(loadBalancerFields, settings)) {
      if (!only || own.some((protocol) => only.protocols.includes(protocol))) continue;
      report(
        at(spec),
        `${prop} must come with a listener that speaks ${choices(only.protocols)}, got ${own.join(', ')} only.`,
        only.hint,
        [prop],
      );
    }
  },
};
