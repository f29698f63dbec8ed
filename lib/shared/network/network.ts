import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct, IDependable } from 'constructs';
import { NetworkPlan } from '../../core/plan/ecs/plan';
import { connectNatInstances, natInstances } from './nat';

/** Where everything stands. */
export interface Network {
  readonly vpc: ec2.IVpc;
  /** Where instances and tasks live, and an internal load balancer by default. */
  readonly subnets: ec2.SubnetSelection;
  /** What has to be there before an instance can reach AWS. */
  readonly waysOut: readonly IDependable[];
}

/** Where instances stand in the VPC. */
export function instanceSubnets({ nat }: Pick<NetworkPlan, 'nat'>): ec2.SubnetSelection {
  return { subnetType: nat === 'none' ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS };
}

/** A VPC that somebody else made. */
export function givenNetwork(vpc: ec2.IVpc, subnets: ec2.SubnetSelection = instanceSubnets({ nat: 'given' })): Network {
  return { vpc, subnets, waysOut: [vpc.selectSubnets(subnets).internetConnectivityEstablished] };
}

/** A VPC whose instances have no public address. */
export function createVpc(scope: Construct, plan: NetworkPlan): ec2.Vpc {
  const provider = plan.nat === 'instances' ? natInstances(plan) : undefined;
  const vpc = new ec2.Vpc(scope, 'Vpc', {
    maxAzs: plan.maxAzs,
    reservedAzs: plan.sparedAzs,
    ipAddresses: ec2.IpAddresses.cidr(plan.cidr),
    natGateways: plan.natGateways,
    natGatewayProvider: provider,
    restrictDefaultSecurityGroup: plan.restrictDefaultSecurityGroup,
    subnetConfiguration: [
      { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
      { name: 'Private', subnetType: instanceSubnets(plan).subnetType! },
    ],
  });
  // The CDK counts the zones that are only spared among those of the network.
  vpc.availabilityZones.splice(vpc.availabilityZones.length - plan.sparedAzs);
  if (provider) connectNatInstances(provider, vpc);
  return vpc;
}
