import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { CloudFrontPlan, DomainPlan } from '../../../core/plan/ecs/plan';
import { ORIGIN_HEADER } from '../../../core/settings/constants';
import { resolveSetting } from '../../../shared/settings/tokens';
import { CloudFrontDoorOptions } from '../../front-door-props';
import { EcsLoadBalancerProps } from '../../load-balancer-props';
import { addRecords } from './domain';

const PREFIX_LIST = 'com.amazonaws.global.cloudfront.origin-facing';

/** What the load balancer compares without regard to case; wildcards would have a meaning there. */
const SECRET_LENGTH = 40;

/** What the plan cannot hold. */
export interface CloudFrontBindings {
  readonly options: CloudFrontDoorOptions;
  readonly props: EcsLoadBalancerProps;
  readonly listener: elbv2.ApplicationListener;
  readonly originSecret: secretsmanager.ISecret;
  readonly domain: DomainPlan | null;
}

/** What CloudFront shows to the load balancer. Its value is in no template. */
export function createOriginSecret(scope: Construct): secretsmanager.Secret {
  return new secretsmanager.Secret(scope, 'OriginSecret', {
    description: 'The header by which the load balancer knows its CloudFront distribution',
    generateSecretString: { excludePunctuation: true, passwordLength: SECRET_LENGTH },
  });
}

/** A distribution that leads every request to a listener. */
export function createDistribution(
  scope: Construct, plan: CloudFrontPlan, bindings: CloudFrontBindings,
): cloudfront.Distribution {
  const { options, props, domain } = bindings;
  allowCloudFront(scope, plan, bindings);
  const distribution = new cloudfront.Distribution(scope, 'Distribution', {
    defaultBehavior: {
      origin: originOf(plan, bindings),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: plan.caches ? options.cachePolicy : cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER,
    },
    domainNames: namesOf(plan, bindings),
    certificate: options.certificate,
    minimumProtocolVersion: options.certificate && cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    priceClass: options.priceClass,
    webAclId: options.webAclArn,
    geoRestriction: options.geoRestriction,
    logBucket: options.logBucket,
    logFilePrefix: options.logFilePrefix,
  });
  if (domain) addRecords(scope.node.scope!, domain, props, new targets.CloudFrontTarget(distribution));
  return distribution;
}

function allowCloudFront(
  scope: Construct, { listener: port, prefixListId }: CloudFrontPlan, { options, listener }: CloudFrontBindings,
): void {
  const peer =
    prefixListId === null
      ? ec2.PrefixList.fromLookup(scope, 'OriginPrefixList', { prefixListName: PREFIX_LIST })
      : ec2.Peer.prefixList(options.originPrefixListId!);
  listener.connections.allowDefaultPortFrom(peer, `Allow from CloudFront on port ${port}`);
}

function originOf(
  { protocol, listener: port }: CloudFrontPlan, { listener, originSecret }: CloudFrontBindings,
): cloudfront.IOrigin {
  const isSecure = protocol === 'HTTPS';
  return new origins.LoadBalancerV2Origin(listener.loadBalancer, {
    protocolPolicy: isSecure ? cloudfront.OriginProtocolPolicy.HTTPS_ONLY : cloudfront.OriginProtocolPolicy.HTTP_ONLY,
    httpPort: isSecure ? undefined : port,
    httpsPort: isSecure ? port : undefined,
    customHeaders: { [ORIGIN_HEADER]: originSecret.secretValue.unsafeUnwrap() },
  });
}

function namesOf({ domainNames }: CloudFrontPlan, { options, props }: CloudFrontBindings): string[] | undefined {
  const tokens = {
    domainName: props.domainName,
    ...indexed('subjectAlternativeNames', props.subjectAlternativeNames),
    ...indexed('frontDoor.domainNames', options.domainNames),
  };
  return domainNames.length === 0 ? undefined : domainNames.map((name) => resolveSetting(name, tokens));
}

function indexed(prop: string, values: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${prop}[${index}]`, value]));
}
