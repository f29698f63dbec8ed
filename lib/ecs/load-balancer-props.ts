import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';

/** Properties of the load balancer of `EcsEnvironment`. */
export interface EcsLoadBalancerProps {
  /**
   * The certificates of listener 443. The first is the default one, the others are chosen by host name.
   *
   * @default - clients speak HTTP
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * Whether port 80 sends clients to port 443. It does only when 443 has a certificate and 80 is not among `listeners`.
   *
   * @default true
   */
  readonly redirectHTTP?: boolean;

  /**
   * Whether the internet can reach the load balancer. When not, it stands in the private subnets, and a listener that
   * is open takes clients of the VPC only.
   *
   * @default true
   */
  readonly publicLoadBalancer?: boolean;

  /**
   * The name of the load balancer. With one, a change that replaces the load balancer takes another name.
   *
   * @default - CloudFormation makes one up
   */
  readonly loadBalancerName?: string;

  /**
   * Which kinds of addresses it has. Those of IPv6 take a `vpc` that has them.
   *
   * @default IpAddressType.IPV4
   */
  readonly ipAddressType?: elbv2.IpAddressType;

  /**
   * How long a connection may be silent, from 1 to 4000 seconds.
   *
   * @default Duration.seconds(60)
   */
  readonly idleTimeout?: Duration;

  /**
   * Whether headers are dropped whose names have other characters than letters, digits and hyphens. Names with an
   * underscore are such.
   *
   * @default false
   */
  readonly dropInvalidHeaderFields?: boolean;

  /**
   * Whether it can only be deleted after this was set to `false` again.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * The bucket that gets a line for each request. It has to be in the same region and encrypted by Amazon S3, not with
   * a key of AWS KMS. The policy of an imported bucket is yours to write.
   *
   * @default - requests are not logged
   */
  readonly accessLogsBucket?: s3.IBucket;

  /**
   * The path in `accessLogsBucket` under which the logs go.
   *
   * @default - the root of the bucket
   */
  readonly accessLogsPrefix?: string;

  /**
   * The ARN of the regional web ACL of AWS WAF that requests have to pass.
   *
   * @default - every request passes
   */
  readonly webAclArn?: string;
}
