import { Setting } from '../setting';
import { DomainSettings } from './domain';

/** What clients connect to. */
export type FrontDoorSettings = { readonly kind: 'load-balancer' } | HttpApiSettings | CloudFrontSettings;

/** An HTTP API of Amazon API Gateway in front of an internal load balancer. */
export interface HttpApiSettings {
  readonly kind: 'http-api';
  /** The certificate of `domainName`, unless one is made. */
  readonly certificate?: CertificateSettings;
  /** The name in the certificate of the listener. */
  readonly secureServerName?: Setting<string>;
  readonly timeout?: Setting<number>;
}

/** A CloudFront distribution in front of a public load balancer. */
export interface CloudFrontSettings {
  readonly kind: 'cloudfront';
  readonly certificate?: CertificateSettings;
  readonly domainNames?: readonly Setting<string>[];
  readonly originPrefixListId?: Setting<string>;
  readonly webAclArn?: Setting<string>;
  /** Whether a cache policy is given. */
  readonly caches?: boolean;
}

/** What decides on who can reach the load balancer. */
export interface SchemeSettings {
  readonly publicLoadBalancer?: boolean;
  readonly frontDoor?: FrontDoorSettings;
}

/** What can be known of a certificate. */
export interface CertificateSettings {
  readonly region: Setting<string>;
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
