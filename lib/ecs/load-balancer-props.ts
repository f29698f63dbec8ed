import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Duration } from 'aws-cdk-lib/core';
import { CommonLoadBalancerProps } from './common-load-balancer-props';

/** Properties of the load balancer of `EcsEnvironment`. */
export interface EcsLoadBalancerProps extends CommonLoadBalancerProps {
  /**
   * The certificates of listener 443. The first is the default one, the others are chosen by host name.
   *
   * @default - clients speak HTTP
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * The name by which clients call the environment, such as `shop.example.com`. It gets records in `domainZone`, and
   * unless there are `certificates`, listener 443 gets a certificate that is made for it.
   *
   * @default - clients use the name that AWS gives
   */
  readonly domainName?: string;

  /**
   * The zone of Amazon Route 53 that holds `domainName`. It has to be public for a certificate to be made.
   *
   * @default - there is no `domainName`
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * Further names of the certificate that is made for `domainName`, all of them in `domainZone`.
   *
   * @default - the certificate holds `domainName` alone
   */
  readonly subjectAlternativeNames?: string[];

  /**
   * Redirect port 80 to port 443. Only applies when 443 has a certificate and 80 is not among `listeners`.
   *
   * @default true
   */
  readonly redirectHTTP?: boolean;

  /**
   * The name of the load balancer. With one, a change that replaces the load balancer takes another name.
   *
   * @default - CloudFormation makes one up
   */
  readonly loadBalancerName?: string;

  /**
   * Idle timeout of a connection, from 1 second to 4000 seconds.
   *
   * @default Duration.seconds(60)
   */
  readonly idleTimeout?: Duration;

  /**
   * Drop headers whose names have other characters than letters, digits and hyphens, such as an underscore.
   *
   * @default false
   */
  readonly dropInvalidHeaderFields?: boolean;

  /**
   * The ARN of the regional web ACL of AWS WAF that requests have to pass.
   *
   * @default - every request passes
   */
  readonly webAclArn?: string;
}
