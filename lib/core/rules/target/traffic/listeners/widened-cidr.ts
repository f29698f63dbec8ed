import { Severity } from '../../../../finding/finding';
import { bitsOf, knownCidrs, parseCidr, showCidr } from '../../../../settings/network/cidr';
import { TargetRule } from '../../target-rule';

export const widenedCidr: TargetRule = {
  code: 'DR4052',
  name: 'widened-cidr',
  severity: Severity.WARNING,
  summary: 'The ranges that may connect start at their first address.',
  reason: 'Amazon EC2 lets the whole range in, from its first address on, where perhaps one address was meant.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html',
  fields: [],
  concerns: 'environment',
  check(spec, { listeners = [] }, { at, report }) {
    for (const { prop, cidr } of knownCidrs(listeners)) {
      const parsed = parseCidr(cidr);
      if (!parsed || parsed.prefix > bitsOf(parsed)) continue;
      const [asWritten, whole] = [showCidr({ ...parsed, prefix: bitsOf(parsed) }), showCidr(parsed)];
      const [address] = asWritten.split('/');
      if (address === whole.split('/')[0]) continue;
      report(
        at(spec), `${prop} lets in all of ${whole}, got "${cidr}".`,
        `Write "${whole}", or "${asWritten}" for this address alone.`, [prop],
      );
    }
  },
};
