import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct, IDependable } from 'constructs';
import { NetworkPlan } from '../../core/plan/plan';
import { EcsNetworkProps } from '../network-props';
import { createEndpoints } from './endpoints';
import { createFlowLog } from './flow-log';
import { connectNatInstances, natInstances } from './nat';

/** Where everything stands. */
export interface Network {
  readonly vpc: ec2.IVpc;
  /** Where instances and tasks live, and an internal load balancer by default. */
  readonly subnets: ec2.SubnetSelection;
  /** What has to be there before an instance can reach AWS. */
  readonly waysOut: readonly IDependable[];
}

/** The given VPC, or a new one. */
export function createNetwork(scope: Construct, plan: NetworkPlan, props: EcsNetworkProps): Network {
  const isIsolated = plan.nat === 'none';
  const subnets = props.vpcSubnets ?? { subnetType: isIsolated ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS };
  const made = props.vpc ? undefined : createVpc(scope, plan);
  const vpc = props.vpc ?? made!;
  const endpoints = made ? createEndpoints(made, plan.endpoints, subnets) : [];
  if (props.flowLogs) createFlowLog(scope, vpc, props.flowLogs);
  return { vpc, subnets, waysOut: [vpc.selectSubnets(subnets).internetConnectivityEstablished, ...endpoints] };
}

/** A VPC whose instances have no public address. */
function createVpc(scope: Construct, plan: NetworkPlan): ec2.Vpc {
  const provider = plan.nat === 'instances' ? natInstances(plan) : undefined;
  const vpc = new ec2.Vpc(scope, 'Vpc', {
    maxAzs: plan.maxAzs,
    ipAddresses: ec2.IpAddresses.cidr(plan.cidr),
    natGateways: plan.natGateways,
    natGatewayProvider: provider,
    restrictDefaultSecurityGroup: plan.restrictDefaultSecurityGroup,
    subnetConfiguration: [
      { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
      { name: 'Private', subnetType: plan.nat === 'none' ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS },
    ],
  });
  if (provider) connectNatInstances(provider, vpc);
  return vpc;
}
