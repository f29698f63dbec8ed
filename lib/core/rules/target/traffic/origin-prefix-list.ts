import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const originPrefixList: TargetRule = {
  code: 'DR4089',
  name: 'origin-prefix-list',
  severity: Severity.ERROR,
  summary: 'The prefix list of CloudFront is given, or the stack has an account and a region to look it up in.',
  reason:
    'The load balancer is open to the addresses of CloudFront alone, and the id of their list differs from region to '
    + 'region.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html',
  fields: [],
  concerns: 'environment',
  check(spec, { frontDoor, facts: { stack } = {} }, { at, report }) {
    if (frontDoor?.kind !== 'cloudfront' || frontDoor.originPrefixListId !== undefined || !stack || stack.isConcrete) {
      return;
    }
    report(
      at(spec),
      'frontDoor.originPrefixListId must be given in a stack without an account and a region, got none.',
      'Give the id of com.amazonaws.global.cloudfront.origin-facing in the region of the stack, or env to the stack.',
      ['frontDoor.originPrefixListId'],
    );
  },
};
