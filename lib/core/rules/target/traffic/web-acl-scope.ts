import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { TargetRule } from '../target-rule';

const REGIONAL = /^arn:[^:]+:wafv2:[^:]+:[^:]+:regional\/webacl\/.+/;

export const webAclScope: TargetRule = {
  code: 'DR4043',
  name: 'web-acl-scope',
  severity: Severity.ERROR,
  summary: 'The web ACL is a regional one of AWS WAF.',
  reason: 'A load balancer takes no other: global ones are for CloudFront, and those of WAF Classic are gone.',
  link: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { webAclArn }, { at, report }) {
    const arn = known(webAclArn);
    if (arn === undefined || REGIONAL.test(arn)) return;
    report(
      at(spec),
      `webAclArn must be the ARN of a regional web ACL of AWS WAF, got "${arn}".`,
      arn.includes(':global/')
        ? 'Make the web ACL with scope REGIONAL.'
        : 'Give an ARN with ":wafv2:" and ":regional/webacl/".',
    );
  },
};
