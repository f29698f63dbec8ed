import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { NlbPlan } from '../../../core/plan/ecs/plan';
import { CommonLoadBalancerProps } from '../../common-load-balancer-props';
import { logConnections } from './access-logs';

interface Bindings extends Pick<CommonLoadBalancerProps, 'accessLogsBucket' | 'accessLogsPrefix'> {
  readonly vpc: ec2.IVpc;
  readonly vpcSubnets?: ec2.SubnetSelection;
}

/** The load balancer itself. It gets a security group of its own, because it can never get one later. */
export function createNetworkLoadBalancer(
  scope: Construct, plan: NlbPlan, bindings: Bindings,
): elbv2.NetworkLoadBalancer {
  const { vpc, vpcSubnets } = bindings;
  const group = new ec2.SecurityGroup(scope, 'SecurityGroup', {
    vpc, description: 'Network load balancer', allowAllOutbound: false,
  });
  const created = new elbv2.NetworkLoadBalancer(scope, 'LoadBalancer', {
    vpc,
    internetFacing: plan.scheme === 'internet-facing',
    vpcSubnets,
    securityGroups: [group],
    ipAddressType: plan.ipAddressType === 'ipv4' ? undefined : elbv2.IpAddressType.DUAL_STACK,
    crossZoneEnabled: plan.crossZone,
    deletionProtection: plan.deletionProtection,
  });
  if (plan.accessLogs) logConnections(created, plan.accessLogs, bindings);
  return created;
}
