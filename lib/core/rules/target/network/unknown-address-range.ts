import { Severity } from '../../../finding/finding';
import { ListenerSettings } from '../../../settings/settings';
import { isInternal } from '../../../settings/traffic/front-door';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { TargetRule } from '../target-rule';
import { madeBalancers } from './load-balancers';

export const unknownAddressRange: TargetRule = {
  code: 'DR4037',
  name: 'unknown-address-range',
  severity: Severity.WARNING,
  summary:
    'The address range of a given VPC is known where an open listener of an internal load balancer is open to it.',
  reason: 'Open to everybody means to the VPC there, and a rule of a security group takes the range in numbers.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { facts: { network, vpcIsNamed = false } = {} } = settings;
    if (!network || network.hasRange || vpcIsNamed) return;
    if (!isInternal(settings) || madeBalancers(settings).length === 0) return;
    if (!reachedListeners(settings).some(isOpen)) return;
    report(
      at(spec),
      'vpc should know its address range, which an internal load balancer is open to; without it, all private '
        + 'addresses are let in.',
      'Give vpcCidrBlock to Vpc.fromVpcAttributes, or allowedCidrs to every listener.', ['vpc'],
    );
  },
};

/** All but the one that only an HTTP API connects to. */
function reachedListeners({ traffic: { listeners, main }, frontDoor }: TrafficSettings): readonly ListenerSettings[] {
  return frontDoor?.kind === 'http-api' ? listeners.filter((listener) => listener !== main) : listeners;
}

function isOpen({ open, allowedCidrs, allowedSecurityGroups }: ListenerSettings): boolean {
  return open ?? (allowedCidrs === undefined && allowedSecurityGroups === undefined);
}
