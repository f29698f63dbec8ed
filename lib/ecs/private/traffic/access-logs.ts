import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { AccessLogsPlan } from '../../../core/plan/ecs/plan';
import { resolveSetting } from '../../../shared/settings/tokens';

interface Bindings {
  readonly accessLogsBucket?: s3.IBucket;
  readonly accessLogsPrefix?: string;
}

/**
 * Logs of TLS connections. Attributes and statements of our own, because the method of the CDK wants to know the region
 * and lets the log service of any account in. The load balancer tries the bucket when it is made, so the policy has to
 * be there before.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
export function logConnections(
  loadBalancer: elbv2.NetworkLoadBalancer, plan: AccessLogsPlan, bindings: Bindings,
): void {
  const bucket = bindings.accessLogsBucket!;
  const prefix = resolveSetting(plan.prefix, { accessLogsPrefix: bindings.accessLogsPrefix });
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  loadBalancer.setAttribute('access_logs.s3.prefix', prefix === '' ? undefined : prefix);
  if (!plan.grants) return;
  const stack = Stack.of(loadBalancer);
  const folder = `${prefix === '' ? '' : `${prefix}/`}AWSLogs/${stack.account}/*`;
  const statements = [
    logService(stack, 's3:GetBucketAcl', bucket.bucketArn, {}),
    logService(stack, 's3:PutObject', bucket.arnForObjects(folder), { 's3:x-amz-acl': 'bucket-owner-full-control' }),
  ];
  for (const { policyDependable } of statements.map((statement) => bucket.addToResourcePolicy(statement))) {
    if (policyDependable) loadBalancer.node.addDependency(policyDependable);
  }
}

/** What the log service may do for load balancers of this account and region. */
function logService(
  stack: Stack, action: string, resource: string, conditions: Readonly<Record<string, string>>,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
    actions: [action],
    resources: [resource],
    conditions: {
      StringEquals: { ...conditions, 'aws:SourceAccount': stack.account },
      ArnLike: {
        'aws:SourceArn': stack.formatArn({ service: 'logs', resource: '*', arnFormat: ArnFormat.NO_RESOURCE_NAME }),
      },
    },
  });
}
