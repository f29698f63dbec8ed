import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const instanceSubnets: TargetRule = {
  code: 'DR4034',
  name: 'instance-subnets',
  severity: Severity.ERROR,
  summary: 'A given VPC has subnets for the instances.',
  reason: 'An Auto Scaling group without subnets launches nothing, and without a way out no instance reaches AWS.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html',
  fields: [],
  concerns: 'environment',
  check(spec, { facts: { network } = {}, beanstalk, worker }, { at, report }) {
    const { prop, count } = network?.instances ?? { prop: '', count: 1 };
    if (!network || count > 0) return;
    if (prop !== 'vpc') {
      report(
        at(spec), `${prop} must select subnets of vpc, got none.`,
        'Name a type, a group or subnets that it has.', [prop],
      );
    } else if (!network.hasSubnets) {
      report(
        at(spec),
        'vpc must have subnets, got none.',
        'Give env to the stack, which looks them up, or name them, as by the options Subnets and ELBSubnets of '
          + 'aws:ec2:vpc.', ['vpc'],
      );
    } else if (beanstalk?.singleInstance && !worker) {
      report(at(spec), 'vpc must have public subnets for the single instance, got none.',
        'Add them, select others with vpcSubnets, or leave vpc out to get a new one.', ['vpc']);
    } else {
      report(at(spec), 'vpc must have private subnets with a way out for the instances, got none.',
        'Add them, select others with vpcSubnets, or leave vpc out to get a new one.', ['vpc']);
    }
  },
};
