import { Severity } from '../../../finding/finding';
import { networkFields } from '../../../settings/network/network';
import { longestPrefix } from '../../../settings/network/zones';
import { TargetRule } from '../target-rule';

const LARGEST_VPC = 16;

export const invalidNetworkSetting: TargetRule = {
  code: 'DR4030',
  name: 'invalid-network-setting',
  severity: Severity.ERROR,
  summary:
    'A new VPC has at least two zones for a load balancer, and an IPv4 range whose subnets have at least '
    + '32 addresses each.',
  reason: 'A load balancer stands in two zones and takes no smaller subnets, and Amazon VPC refuses larger ranges.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    if (settings.vpc) return;
    const { maxAzs = networkFields.maxAzs.fallback, cidr } = settings;
    if (maxAzs === 1 && settings.traffic.listeners.length > 0) {
      report(at(spec), 'maxAzs must be at least 2 for a load balancer, got 1.', 'Set maxAzs: 2.', ['maxAzs']);
    }
    if (cidr === undefined) return;
    const { min = 1, max = Infinity } = networkFields.maxAzs.row;
    const fault = faultOf(cidr, Math.min(Math.max(Math.round(maxAzs), min), max));
    if (fault) report(at(spec), `cidr must ${fault[0]}, got "${cidr}".`, fault[1], ['cidr']);
  },
};

/** What must hold of a range that does not, and the edit. */
function faultOf(cidr: string, zones: number): [string, string] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  const [first, second, third, fourth, prefix] = match ? match.slice(1).map(Number) : [];
  const bytes = [first, second, third, fourth];
  if (!match || bytes.some((byte) => byte > 255)) return ['be an IPv4 range', 'Write it as "10.1.0.0/16".'];
  const longest = longestPrefix(zones);
  if (prefix < LARGEST_VPC || prefix > longest) {
    return [
      `be from /${LARGEST_VPC} to /${longest} to hold ${2 * zones} subnets`,
      `Write "${networkOf(bytes, Math.min(Math.max(prefix, LARGEST_VPC), longest))}".`,
    ];
  }
  const network = networkOf(bytes, prefix);
  return network === cidr ? undefined : ['start at the first address of its range', `Write "${network}".`];
}

function networkOf(bytes: readonly number[], prefix: number): string {
  const masked = bytes.map((byte, index) => byte - byte % 2 ** (8 - Math.min(8, Math.max(0, prefix - 8 * index))));
  return `${masked.join('.')}/${prefix}`;
}
