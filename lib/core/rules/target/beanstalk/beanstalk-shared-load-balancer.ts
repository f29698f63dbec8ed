import { Severity } from '../../../finding/finding';
import { EnvironmentSettings } from '../../../settings/settings';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

export const beanstalkSharedLoadBalancer: TargetRule = {
  code: 'DR4216',
  name: 'beanstalk-shared-load-balancer',
  severity: Severity.ERROR,
  summary:
    'Beside a shared load balancer of Elastic Beanstalk, listeners say only where requests go, and everything else '
    + 'is said where the load balancer is made.',
  reason: 'Beanstalk adds rules and processes to it and changes nothing else.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb-shared.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const { beanstalk: { sharedLoadBalancer = false } = {}, ownVpc } = settings;
    if (!sharedLoadBalancer) return;
    if (!ownVpc) {
      report(
        at(spec), 'sharedLoadBalancer must come with vpc, the network that it stands in, got none.',
        'Give the vpc of the load balancer.',
      );
    }
    for (const prop of foreign(settings)) {
      report(
        at(spec), `${prop} must not be set beside sharedLoadBalancer, which has its own.`,
        'Remove it, and set it where the load balancer is made.',
      );
    }
  },
};

function* foreign(settings: EnvironmentSettings): Iterable<string> {
  const {
    publicLoadBalancer, ipAddressType, idleTimeout: idleTimeout, accessLogsBucket, redirectHTTP, listeners = [],
  } = settings;
  const certificates = settings.certificates || undefined;
  const loadBalancerSubnets = settings.loadBalancerSubnets || undefined;
  yield* said('', {
    publicLoadBalancer, ipAddressType, idleTimeout, accessLogsBucket, certificates, redirectHTTP, loadBalancerSubnets,
  });
  for (const [index, listener] of listeners.entries()) {
    const { sslPolicy, open, allowedCidrs } = listener;
    const own = {
      certificates: listener.certificates || undefined,
      allowedSecurityGroups: listener.allowedSecurityGroups || undefined,
    };
    yield* said(`listeners[${index}].`, {
      protocol: isNetwork(listener) || undefined, sslPolicy, open, allowedCidrs, ...own,
    });
  }
}

function said(prefix: string, props: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(props).flatMap(([prop, value]) => (value === undefined ? [] : [`${prefix}${prop}`]));
}
