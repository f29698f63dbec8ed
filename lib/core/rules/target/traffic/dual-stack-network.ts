import { Severity } from '../../../finding/finding';
import { isInternal } from '../../../settings/traffic/front-door';
import { TargetRule } from '../target-rule';

export const dualStackNetwork: TargetRule = {
  code: 'DR4044',
  name: 'dual-stack-network',
  severity: Severity.ERROR,
  summary:
    'A load balancer with IPv6 addresses is in a VPC that has them, and one without public IPv4 '
    + 'addresses is public.',
  reason:
    'The VPC that is made by default has IPv4 addresses only, and an internal load balancer has no public addresses '
    + 'to do without.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#ip-address-type',
  fields: [],
  concerns: 'environment',
  check(spec, { ipAddressType = 'ipv4', vpc, ...settings }, { at, report }) {
    if (ipAddressType === 'ipv4') return;
    if (!vpc) {
      report(
        at(spec), `ipAddressType ${ipAddressType} must come with a vpc that has IPv6 addresses, got none.`,
        'Add vpc, such as a Vpc with ipProtocol: IpProtocol.DUAL_STACK.', ['ipAddressType', 'vpc'],
      );
    }
    if (!isInternal(settings) || ipAddressType === 'dualstack') return;
    report(
      at(spec),
      'ipAddressType must be ipv4 or dualstack for an internal load balancer, got dualstack-without-public-ipv4.',
      'Use IpAddressType.DUAL_STACK.', ['ipAddressType', 'publicLoadBalancer'],
    );
  },
};
