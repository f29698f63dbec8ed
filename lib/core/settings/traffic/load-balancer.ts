import { Setting } from '../setting';
import { DomainSettings } from './domain';

/** What the user chose about the load balancer itself. */
export interface LoadBalancerSettings extends DomainSettings {
  /** The only kind of load balancer that there is; both when absent. */
  readonly loadBalancerKind?: 'application' | 'network';
  readonly publicLoadBalancer?: boolean;
  readonly loadBalancerName?: Setting<string>;
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  readonly idleTimeout?: Setting<number>;
  readonly dropInvalidHeaderFields?: boolean;
  readonly deletionProtection?: boolean;
  readonly accessLogsBucket?: LogsBucketSettings;
  readonly accessLogsPrefix?: Setting<string>;
  readonly webAclArn?: Setting<string>;
}

/** What can be known of a bucket. */
export interface LogsBucketSettings {
  /** Whether objects are encrypted with a key of AWS KMS. */
  readonly usesKms: boolean;
  /** Whether the app makes the bucket and may thus add to its policy. */
  readonly isOwned: boolean;
}
