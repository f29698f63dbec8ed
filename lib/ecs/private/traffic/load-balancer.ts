import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Tokenization } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AccessLogsPlan, FrontPlan } from '../../../core/plan/ecs/plan';
import { applicationFields } from '../../../core/settings/traffic/load-balancer';
import { resolveSetting } from '../../../shared/settings/tokens';
import { letRequestLogsIn } from '../../../shared/traffic/request-logs';
import { EcsLoadBalancerProps } from '../../load-balancer-props';

/** What the plan cannot hold: CDK objects, and the tokens that it names. */
export interface LoadBalancerBindings extends Pick<
  EcsLoadBalancerProps,
  'accessLogsBucket' | 'accessLogsPrefix' | 'idleTimeout' | 'loadBalancerName' | 'webAclArn'
> {
  readonly vpc: ec2.IVpc;
  readonly vpcSubnets?: ec2.SubnetSelection;
}

/** The load balancer itself. What AWS does anyhow is left out of the template. */
export function createLoadBalancer(
  scope: Construct, plan: FrontPlan, bindings: LoadBalancerBindings,
): elbv2.ApplicationLoadBalancer {
  const name = resolveSetting(plan.name, { loadBalancerName: bindings.loadBalancerName });
  const created = new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', {
    loadBalancerName: name === '' ? undefined : name,
    vpc: bindings.vpc,
    internetFacing: plan.scheme === 'internet-facing',
    vpcSubnets: bindings.vpcSubnets,
    ipAddressType: plan.ipAddressType === 'ipv4' ? undefined : (plan.ipAddressType as elbv2.IpAddressType),
    dropInvalidHeaderFields: plan.dropInvalidHeaderFields || undefined,
    deletionProtection: plan.deletionProtection,
  });
  setIdleTimeout(created, plan, bindings);
  if (plan.accessLogs) logTo(created, bindings.accessLogsBucket!, plan.accessLogs, bindings);
  if (plan.webAclArn !== null) {
    const webAclArn = resolveSetting(plan.webAclArn, { webAclArn: bindings.webAclArn });
    new wafv2.CfnWebACLAssociation(scope, 'WebAcl', { resourceArn: created.loadBalancerArn, webAclArn });
  }
  return created;
}

/** The prop of the CDK would lose a token on the way. */
function setIdleTimeout(
  loadBalancer: elbv2.ApplicationLoadBalancer,
  { idleTimeout: planned }: FrontPlan,
  { idleTimeout }: LoadBalancerBindings,
): void {
  if (planned === applicationFields.idleTimeout.fallback) return;
  const seconds = resolveSetting(planned, { idleTimeout: idleTimeout?.toSeconds() });
  loadBalancer.setAttribute('idle_timeout.timeout_seconds', Tokenization.stringifyNumber(seconds));
}

/**
 * Logs by attributes, because the method of the CDK wants to know the region. The load balancer tries the bucket when
 * it is made, so the policy has to be there before. Only load balancers of the same account write below its number.
 */
function logTo(
  loadBalancer: elbv2.ApplicationLoadBalancer, bucket: s3.IBucket, plan: AccessLogsPlan, bindings: LoadBalancerBindings,
): void {
  const prefix = resolveSetting(plan.prefix, { accessLogsPrefix: bindings.accessLogsPrefix });
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  loadBalancer.setAttribute('access_logs.s3.prefix', prefix === '' ? undefined : prefix);
  if (!plan.grants) return;
  const policy = letRequestLogsIn(loadBalancer, bucket, prefix);
  if (policy) loadBalancer.node.addDependency(policy);
}
