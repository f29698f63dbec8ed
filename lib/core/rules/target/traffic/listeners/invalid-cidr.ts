import { Severity } from '../../../../finding/finding';
import { bitsOf, knownCidrs, parseAddress, parseCidr } from '../../../../settings/network/cidr';
import { TargetRule } from '../../target-rule';

/** What must hold and the edit that makes it hold. */
type Fault = readonly [must: string, hint: string];

export const invalidCidr: TargetRule = {
  code: 'DR4051',
  name: 'invalid-cidr',
  severity: Severity.ERROR,
  summary: 'The ranges that may connect are IPv4 or IPv6 ranges, each an address with a prefix length.',
  reason: 'Amazon EC2 refuses the rule of the security group otherwise.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html',
  fields: [],
  concerns: 'environment',
  check(spec, { listeners = [] }, { at, report }) {
    for (const { prop, cidr } of knownCidrs(listeners)) {
      const fault = faultOf(cidr);
      if (fault) report(at(spec), `${prop} must ${fault[0]}, got "${cidr}".`, fault[1], [prop]);
    }
  },
};

function faultOf(cidr: string): Fault | undefined {
  const address = parseAddress(cidr);
  if (address) {
    return ['have a prefix length', `Write "${cidr}/${bitsOf({ groups: address })}" for this address alone.`];
  }
  const parsed = parseCidr(cidr);
  if (!parsed) return ['be an IPv4 or IPv6 range', 'Write it as "203.0.113.0/24" or "2001:db8::/32".'];
  const longest = bitsOf(parsed);
  return parsed.prefix > longest
    ? [
      `have a prefix length between 0 and ${longest}`,
      `Write "${cidr.split('/')[0]}/${longest}" for this address alone.`,
    ]
    : undefined;
}
