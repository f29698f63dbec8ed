import { Severity } from '../../../finding/finding';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

export const networkAddresses: TargetRule = {
  code: 'DR4093',
  name: 'network-addresses',
  severity: Severity.ERROR,
  summary: 'A Network Load Balancer has IPv4 addresses, and beside them those of IPv6 only without UDP.',
  reason:
    'It cannot do without public IPv4 addresses, and for UDP over IPv6 each of its subnets needs a prefix for source '
    + 'NAT, which this library does not set up.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#ip-address-type',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { listeners = [], ipAddressType = 'ipv4' }, { at, report }) {
    const own = listeners.filter(isNetwork);
    if (own.length === 0 || ipAddressType === 'ipv4') return;
    const udp = own.find(({ protocol }) => protocol.endsWith('UDP'));
    if (udp) {
      report(
        at(spec), `ipAddressType must be ipv4 with a ${udp.protocol} listener, got ${ipAddressType}.`,
        'Remove ipAddressType.', ['ipAddressType', `listeners[${listeners.indexOf(udp)}].protocol`],
      );
    } else if (ipAddressType !== 'dualstack') {
      report(
        at(spec), `ipAddressType must be ipv4 or dualstack with a ${own[0].protocol} listener, got ${ipAddressType}.`,
        'Use IpAddressType.DUAL_STACK.', ['ipAddressType', `listeners[${listeners.indexOf(own[0])}].protocol`],
      );
    }
  },
};
