import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';

/** Options of `FrontDoor.httpApi`. */
export interface HttpApiDoorOptions {
  /**
   * The certificate of `domainName`, in the region of the stack.
   *
   * @default - one is made when there is a `domainName`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The name in the certificate of the listener, for one that speaks HTTPS.
   *
   * @default - `domainName`
   */
  readonly secureServerName?: string;

  /**
   * Integration timeout of the API, from 50 milliseconds to 29 seconds.
   *
   * @default - 30 seconds, which is the most
   */
  readonly timeout?: Duration;

  /**
   * Throttling of the API.
   *
   * @default - as many as the account allows
   */
  readonly throttle?: apigatewayv2.ThrottleSettings;

  /**
   * CORS configuration of the API, which responds to preflight requests itself.
   *
   * @default - preflight requests go to a container too
   */
  readonly corsPreflight?: apigatewayv2.CorsPreflightOptions;
}

/** Options of `FrontDoor.cloudFront`. */
export interface CloudFrontDoorOptions {
  /**
   * The certificate of the distribution, in us-east-1.
   *
   * @default - clients use the name that CloudFront gives, under which it still takes TLS 1.0; with a certificate it
   * takes TLS 1.2 and later
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The names by which clients call it, all of them in `certificate`.
   *
   * @default - `domainName` and `subjectAlternativeNames`
   */
  readonly domainNames?: string[];

  /**
   * The id of the prefix list `com.amazonaws.global.cloudfront.origin-facing` in the region of the stack.
   *
   * @default - it is looked up, which takes a stack with an account and a region
   */
  readonly originPrefixListId?: string;

  /**
   * From which parts of the world clients are served.
   *
   * @default PriceClass.PRICE_CLASS_ALL
   */
  readonly priceClass?: cloudfront.PriceClass;

  /**
   * The ARN of the global web ACL of AWS WAF that requests have to pass.
   *
   * @default - every request passes
   */
  readonly webAclArn?: string;

  /**
   * Cache policy of the distribution.
   *
   * @default CachePolicy.CACHING_DISABLED
   */
  readonly cachePolicy?: cloudfront.ICachePolicy;

  /**
   * The countries that are served.
   *
   * @default - all
   */
  readonly geoRestriction?: cloudfront.GeoRestriction;

  /**
   * The bucket that gets a line for each request. It has to take access control lists.
   *
   * @default - requests are not logged
   */
  readonly logBucket?: s3.IBucket;

  /**
   * The path in `logBucket` under which the logs go.
   *
   * @default - the root of the bucket
   */
  readonly logFilePrefix?: string;
}
