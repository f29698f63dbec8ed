import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

/** The props that shape a VPC, and those that choose in one. */
const SHAPE = ['maxAzs', 'cidr', 'nat', 'restrictDefaultSecurityGroup'] as const;
const CHOOSE = ['vpcSubnets', 'loadBalancerSubnets'] as const;

export const networkSettingClash: TargetRule = {
  code: 'DR4031',
  name: 'network-setting-clash',
  severity: Severity.ERROR,
  summary: 'A given VPC is not shaped by other props, and subnets are chosen in a given VPC only.',
  reason:
    'The props would have no effect: a given VPC stays as it is, and a new one has its subnets for instances and '
    + 'load balancer already.',
  link: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2-readme.html#vpc',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const prop of settings.vpc ? SHAPE : []) {
      if (settings[prop] === undefined) continue;
      report(
        at(spec), `${prop} must be left out with vpc, which stays as it is.`,
        `Remove ${prop}, or remove vpc to get a new one.`, [prop, 'vpc'],
      );
    }
    for (const prop of settings.vpc ? [] : CHOOSE) {
      if (settings[prop] === undefined) continue;
      report(
        at(spec), `${prop} must come with the vpc that it chooses in, got none.`,
        `Add vpc, or remove ${prop}.`, [prop],
      );
    }
  },
};
