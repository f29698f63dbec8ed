import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** Properties that every kind of load balancer has. */
export interface CommonLoadBalancerProps {
  /**
   * Make the load balancer reachable from the internet. An internal one is in the private subnets, and its open
   * listeners allow clients of the VPC only.
   *
   * @default - true, but the load balancer behind an HTTP API is internal
   */
  readonly publicLoadBalancer?: boolean;

  /**
   * IP address type of the load balancer. IPv6 needs a `vpc` that has it.
   *
   * @default IpAddressType.IPV4
   */
  readonly ipAddressType?: elbv2.IpAddressType;

  /**
   * Prevent the load balancer from being deleted until this is set to `false` again.
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
