import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnOutput } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NetworkFrontPlan } from '../../core/plan/plan';

/** Where clients connect to: an address and a port for each listener that passes connections on. */
export function addEndpoints(scope: Construct, front: NetworkFrontPlan | null, loadBalancer: elbv2.NetworkLoadBalancer | undefined): void {
  if (!front || !loadBalancer) return;
  for (const { port } of front.listeners) new CfnOutput(scope, `Endpoint${port}`, { value: `${loadBalancer.loadBalancerDnsName}:${port}` });
}
