import { Severity } from '../../../../finding/finding';
import { EnvironmentSettings } from '../../../../settings/settings';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

export const applicationSetting: TargetRule = {
  code: 'DR4092',
  name: 'application-setting',
  severity: Severity.ERROR,
  summary: 'Props of the Application Load Balancer come with a listener that speaks HTTP or HTTPS.',
  reason:
    'Without one there is no such load balancer, and a Network Load Balancer has neither headers to drop nor '
    + 'requests for AWS WAF, and writes access logs for TLS only.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { listeners = [] } = settings;
    if (listeners.length === 0 || !listeners.every(isNetwork)) return;
    const protocols = [...new Set(listeners.map(({ protocol }) => protocol))].join(', ');
    for (const [prop, value] of Object.entries(applicationProps(settings))) {
      if (value === undefined) continue;
      report(
        at(spec), `${prop} must come with a listener that speaks HTTP or HTTPS, got ${protocols} only.`,
        `Remove ${prop}, or add such a listener.`,
      );
    }
    if (settings.accessLogsBucket === undefined || protocols.includes('TLS')) return;
    report(
      at(spec), `accessLogsBucket must come with a listener that speaks HTTP, HTTPS or TLS, got ${protocols} only.`,
      'Remove it; flow logs of the network have every connection.',
    );
  },
};

/** What is set that only the other load balancer has. */
function applicationProps(settings: EnvironmentSettings): Readonly<Record<string, unknown>> {
  const { webAclArn, dropInvalidHeaderFields, idleTimeout, loadBalancerName } = settings;
  return {
    webAclArn, dropInvalidHeaderFields, loadBalancerName,
    idleTimeout: idleTimeout,
  };
}
