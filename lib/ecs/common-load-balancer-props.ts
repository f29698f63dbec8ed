import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** Properties that every kind of load balancer has. */
export interface CommonLoadBalancerProps {
  /**
   * Whether the internet can reach the load balancer. When not, it stands in the private subnets, and a listener that
   * is open takes clients of the VPC only.
   *
   * @default - true, but the load balancer behind an HTTP API is internal
   */
  readonly publicLoadBalancer?: boolean;

  /**
   * Which kinds of addresses it has. Those of IPv6 take a `vpc` that has them.
   *
   * @default IpAddressType.IPV4
   */
  readonly ipAddressType?: elbv2.IpAddressType;

  /**
   * Whether it can only be deleted after this was set to `false` again.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * The bucket that gets a line for each request, and for each connection of a TLS listener. It has to be in the same
   * region and encrypted by Amazon S3, not with a key of AWS KMS. The policy of an imported bucket is yours to write.
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
}
