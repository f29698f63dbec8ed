import { Form } from '../../options/catalogue/option';
import { amount, choice, flag, Given, listOf, own, seconds, text } from '../fields/field';
import { IP_ADDRESS_TYPES } from '../fields/members';
import { Setting } from '../setting';

const LOAD_BALANCER = 'aws:elbv2:loadbalancer';
const USE_ECS = 'Remove it, or use EcsEnvironment.';

/** What can be known of a hosted zone. */
export interface ZoneSettings {
  /** Absent when the app does not know it. */
  readonly name?: Setting<string>;
  /** Whether only the VPC asks it for names. */
  readonly isPrivate: boolean;
}

/** What can be known of a bucket. */
export interface LogsBucketSettings {
  /** Whether objects are encrypted with a key of AWS KMS. */
  readonly usesKms: boolean;
  /** Whether the app makes the bucket and may thus add to its policy. */
  readonly isOwned: boolean;
}

/** The name of a load balancer or a target group. */
export const RESOURCE_NAME: Form = {
  pattern: /^(?=.{1,32}$)(?!internal-)[a-z\d]([a-z\d-]*[a-z\d])?$/i,
  words: 'a name of 1 to 32 letters, digits and inner hyphens that does not start with "internal-"',
};

/** A domain name, or with `*.` all of one level. */
export const DOMAIN_NAMES: Form = {
  pattern: /^(?=.{1,253}$)(\*\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)+$/i,
  words: 'a domain name of at most 253 characters',
};

/** What ACM allows for the first name of a certificate; a wildcard is no address that a client could call. */
const DOMAIN_NAME: Form = {
  pattern: new RegExp(`^(?=.{1,64}$)(?!\\*)${DOMAIN_NAMES.pattern.source.slice(1)}`, 'i'),
  words: 'a domain name of at most 64 characters without a wildcard',
};
const LIKE_THIS = 'Write it like shop.example.com.';

/** The name by which clients call an environment. */
export const domainFields = {
  domainName: text(DOMAIN_NAME).hint(LIKE_THIS).late()
    .notOnBeanstalk('Remove it, give certificates, and point a record of your own at endpointUrl.'),
  domainZone: own<ZoneSettings>().notOnBeanstalk('Remove it, and point a record of your own at endpointUrl.'),
  subjectAlternativeNames: listOf(text(DOMAIN_NAMES).hint(LIKE_THIS).late())
    .notOnBeanstalk('Remove it, and give certificates.'),
};

/** The load balancer itself, of either kind. */
export const commonFields = {
  publicLoadBalancer: flag(),
  ipAddressType: choice('ipv4', 'dualstack', 'dualstack-without-public-ipv4')
    .as('elbv2.IpAddressType', IP_ADDRESS_TYPES)
    .else('ipv4')
    .hint('Use IpAddressType.DUAL_STACK.')
    .option(LOAD_BALANCER, 'IpAddressType'),
  deletionProtection: flag().else(false)
    .notOnBeanstalk('Remove it; Beanstalk has to be able to replace its load balancer.'),
  accessLogsBucket: own<LogsBucketSettings>()
    .only(['HTTP', 'HTTPS', 'TLS'], 'Remove it; flow logs of the network have every connection.'),
  accessLogsPrefix: text({
    pattern: /^(?!\/|.*AWSLogs|.*\/$)/, words: 'a path without AWSLogs and without a slash at its ends',
  }).hint('Leave these out; the load balancer adds AWSLogs itself.').late().option(LOAD_BALANCER, 'AccessLogsS3Prefix'),
};

/** What only a load balancer for requests has besides. */
export const applicationFields = {
  /** How many certificates listener 443 has, unless it brings its own. */
  certificates: amount(),
  redirectHTTP: flag(),
  loadBalancerName: text(RESOURCE_NAME).hint('Write such a name, or leave it out.').late().else('')
    .applicationOnly('Remove it, or add such a listener.')
    .notOnBeanstalk('Remove it; Beanstalk names its load balancer.'),
  idleTimeout: seconds(1, 4000).late().else(60)
    .applicationOnly('Remove it, or add such a listener.')
    .option(LOAD_BALANCER, 'IdleTimeout')
    .classic('aws:elb:policies', 'ConnectionSettingIdleTimeout'),
  dropInvalidHeaderFields: flag().else(false).notOnBeanstalk(USE_ECS)
    .applicationOnly('Remove it, or add such a listener.'),
  webAclArn: text({
    pattern: /^arn:[^:]+:wafv2:[^:]+:[^:]+:regional\/webacl\/.+/, words: 'the ARN of a regional web ACL of AWS WAF',
  }).hint('Give an ARN with ":wafv2:" and ":regional/webacl/"; global web ACLs are for CloudFront.').late().else(null)
    .applicationOnly('Remove it, or add such a listener.')
    .notOnBeanstalk('Remove it, and associate the ACL with the load balancer once the environment is there.'),
};

export const loadBalancerFields = { ...domainFields, ...applicationFields, ...commonFields };

export type DomainSettings = Given<typeof domainFields>;

/** What the user chose about the load balancer itself. */
export interface LoadBalancerSettings extends Given<typeof loadBalancerFields> {
  /** The only kind of load balancer that there is; both when absent. */
  readonly loadBalancerKind?: 'application' | 'network';
}
