import { Severity } from '../../../finding/finding';
import { balancerSubnets, SubnetFacts } from '../../../settings/facts';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { TargetRule } from '../target-rule';
import { madeBalancers } from './load-balancers';

export const loadBalancerSubnets: TargetRule = {
  code: 'DR4035',
  name: 'load-balancer-subnets',
  severity: Severity.ERROR,
  summary:
    'A given VPC has subnets for the load balancer: one in each zone, and two zones at least for an Application Load '
    + 'Balancer.',
  reason:
    'Elastic Load Balancing refuses fewer zones for an Application Load Balancer, and two subnets of the same zone '
    + 'for any.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const kinds = madeBalancers(settings);
    const subnets = balancerSubnets(settings.facts ?? {}, settings);
    if (!subnets || kinds.length === 0 || isWithoutAny(settings)) return;
    const fault = faultOf(subnets, kinds.includes('application'));
    if (fault) report(at(spec), `${subnets.prop} must ${fault[0]}.`, fault[1], [subnets.prop]);
  },
};

/** Which is said of the instances already. */
function isWithoutAny({ facts: { network } = {} }: TrafficSettings): boolean {
  return network?.hasSubnets === false && network.instances !== undefined;
}

/** What must hold of the subnets, and the edit. */
function faultOf({ prop, count, zones = [] }: SubnetFacts, needsTwo: boolean): [string, string] | undefined {
  if (count === 0 && prop !== 'vpc') {
    return ['select subnets of vpc for the load balancer, got none', 'Name a type, a group or subnets that it has.'];
  }
  if (count === 0) {
    return ['have public subnets for the load balancer, got none',
      'Add them, select other subnets, or set publicLoadBalancer: false.'];
  }
  const shared = zones.find((zone, index) => zones.indexOf(zone) !== index);
  if (shared !== undefined) {
    return [
      `have one subnet for the load balancer in each zone, got ${zones.filter((zone) => zone === shared).length} in `
        + `${shared}`,
      'Select the subnets by subnetGroupName, or add onePerAz: true to loadBalancerSubnets.',
    ];
  }
  if (!needsTwo || zones.length !== 1) return undefined;
  return [
    `have subnets in two zones at least for the load balancer, got ${zones[0]} only`, 'Add a subnet in another zone.',
  ];
}
