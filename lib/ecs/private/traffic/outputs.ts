import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnOutput } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FrontPlan, NlbPlan } from '../../../core/plan/ecs/plan';
import { addressesOf, Names } from './addresses';

/** Where clients find what is behind the load balancer for requests. */
export function addAddresses(
  scope: Construct,
  front: FrontPlan | null,
  loadBalancer: elbv2.ApplicationLoadBalancer | undefined,
  names: Omit<Names, 'loadBalancer'>,
): void {
  if (!front || !loadBalancer) return;
  const addresses = addressesOf(front, { ...names, loadBalancer: loadBalancer.loadBalancerDnsName });
  for (const { output, url } of addresses) new CfnOutput(scope, output, { value: url });
}

/** Where clients connect to: an address and a port for each listener that passes connections on. */
export function addEndpoints(
  scope: Construct, front: NlbPlan | null, loadBalancer: elbv2.NetworkLoadBalancer | undefined,
): void {
  if (!front || !loadBalancer) return;
  for (const { port } of front.listeners) {
    new CfnOutput(scope, `Endpoint${port}`, { value: `${loadBalancer.loadBalancerDnsName}:${port}` });
  }
}
