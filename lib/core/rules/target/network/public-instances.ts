import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const publicInstances: TargetRule = {
  code: 'DR4033',
  name: 'public-instances',
  severity: Severity.WARNING,
  summary: 'Instances and tasks are in private subnets.',
  reason:
    'In a public subnet only what has a public address reaches the internet: instances if the subnet gives them one, '
    + 'tasks in awsvpc mode never.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-outbound.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { vpc, vpcSubnets }, { at, report }) {
    if (!vpc || vpcSubnets !== 'public') return;
    report(
      at(spec),
      'vpcSubnets chooses public subnets, where nothing without a public address reaches the internet.',
      'Choose private subnets with a way out, such as { subnetType: SubnetType.PRIVATE_WITH_EGRESS }.', ['vpcSubnets'],
    );
  },
};
