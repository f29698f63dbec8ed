import { fractionOfSeconds, Given, listOf, oneOfGroups, own, presence, text } from '../fields/field';
import { Setting } from '../setting';
import { DOMAIN_NAMES, DomainSettings } from './load-balancer';

/** What can be known of a certificate. */
export interface CertificateSettings {
  readonly region: Setting<string>;
}

/** An HTTP API of Amazon API Gateway in front of an internal load balancer. */
export const httpApiFields = {
  /** The certificate of `domainName`, unless one is made. */
  certificate: own<CertificateSettings>(),
  /** The name in the certificate of the listener. */
  secureServerName: text().late(),
  /** The CDK takes less than the 30 that are the most, and that it has without. */
  timeout: fractionOfSeconds(0.05, 29).late().else(30)
    .hint('Give a duration in that range, or none for 30 seconds; what takes longer has to go on after the answer.'),
};

/** A CloudFront distribution in front of a public load balancer. */
export const cloudFrontFields = {
  certificate: own<CertificateSettings>(),
  domainNames: listOf(text(DOMAIN_NAMES).hint('Write it like shop.example.com.').late()),
  originPrefixListId: text({ pattern: /^pl-[0-9a-f]+$/, words: 'the id of a prefix list' }).late().else(null)
    .hint('Give the id of com.amazonaws.global.cloudfront.origin-facing in the region of the stack.'),
  webAclArn: text({
    pattern: /^arn:[^:]+:wafv2:us-east-1:[^:]+:global\/webacl\/.+/, words: 'the ARN of a global web ACL of AWS WAF',
  }).hint('Make the web ACL with scope CLOUDFRONT in us-east-1.').late().else(null),
  cachePolicy: presence().else(false),
};

/** What clients connect to. */
export const frontDoorField = oneOfGroups({
  'load-balancer': {}, 'http-api': httpApiFields, 'cloudfront': cloudFrontFields,
});

export type HttpApiSettings = { readonly kind: 'http-api' } & Given<typeof httpApiFields>;
export type CloudFrontSettings = { readonly kind: 'cloudfront' } & Given<typeof cloudFrontFields>;
export type FrontDoorSettings = { readonly kind: 'load-balancer' } | HttpApiSettings | CloudFrontSettings;

/** What decides on who can reach the load balancer. */
export interface SchemeSettings {
  readonly publicLoadBalancer?: boolean;
  readonly frontDoor?: FrontDoorSettings;
}

/** The names of a distribution: its own list, or the domain name and those that go with it. */
export function distributionNames(
  { domainNames }: CloudFrontSettings, domain: DomainSettings,
): readonly Setting<string>[] {
  const { domainName, subjectAlternativeNames = [] } = domain;
  return domainNames ?? (domainName === undefined ? [] : [domainName, ...subjectAlternativeNames]);
}

/** Whether the internet cannot reach the load balancer. An HTTP API reaches it through the VPC. */
export function isInternal({ publicLoadBalancer, frontDoor }: SchemeSettings): boolean {
  return publicLoadBalancer === false || frontDoor?.kind === 'http-api';
}
