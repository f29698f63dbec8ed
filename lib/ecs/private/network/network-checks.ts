import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FrontPlan, NlbPlan } from '../../../core/plan/plan';
import { EcsNetworkProps } from '../../network-props';
import { attempt } from '../findings/attempt';

type GivenNetwork = Pick<EcsNetworkProps, 'vpc' | 'vpcSubnets' | 'loadBalancerSubnets'>;

/** Refuses more zones than a stack of any region has; the CDK would silently make fewer. */
export function checkZoneCount(scope: Construct, { vpc, maxAzs = 0 }: EcsNetworkProps): void {
  const stack = Stack.of(scope);
  if (vpc || ![stack.account, stack.region].some((value) => Token.isUnresolved(value))) return;
  const zones = stack.availabilityZones.length;
  if (maxAzs > zones) throw new Error(`\`maxAzs\` must be at most ${zones} in a stack without an account and a region, got ${maxAzs}; give env to the stack`);
}

/** Refuses a VPC without subnets for the instances. */
export function checkInstanceSubnets({ vpc, vpcSubnets }: GivenNetwork): void {
  if (!vpc) return;
  if (vpcSubnets) {
    select('vpcSubnets', vpc, vpcSubnets);
  } else if (vpc.privateSubnets.length === 0) {
    throw new Error('`vpc` must have private subnets with a way out for the instances, got none; add them, or leave vpc out to get a new one');
  }
}

/** Refuses a VPC that the load balancer, or one of its open listeners, cannot use. */
export function checkFrontNetwork({ vpc, vpcSubnets, loadBalancerSubnets }: GivenNetwork, plan: FrontPlan | NlbPlan): void {
  if (!vpc) return;
  const { scheme, everybody, listeners } = plan;
  const checkZones = 'crossZone' in plan ? () => {} : checkTwoZones;
  if (loadBalancerSubnets) {
    checkZones('loadBalancerSubnets', select('loadBalancerSubnets', vpc, loadBalancerSubnets));
  } else if (scheme === 'internal') {
    if (vpcSubnets) checkZones('vpcSubnets', select('vpcSubnets', vpc, vpcSubnets));
  } else if (vpc.publicSubnets.length === 0) {
    throw new Error('`vpc` must have public subnets for the load balancer, got none; add them, set publicLoadBalancer: false, or leave vpc out to get a new one');
  }
  if (everybody.includes('vpc') && listeners.some(({ access }) => access.open) && !hasRange(vpc)) {
    throw new Error('`vpc` must know its address range, which an internal load balancer is open to, got none; give vpcCidrBlock to Vpc.fromVpcAttributes, or allowedCidrs to every listener');
  }
}

function select(prop: string, vpc: ec2.IVpc, selection: ec2.SubnetSelection): ec2.SelectedSubnets {
  const selected = attempt(() => vpc.selectSubnets(selection));
  if (selected && (selected.isPendingLookup || selected.subnets.length > 0)) return selected;
  throw new Error(`\`${prop}\` must choose subnets of vpc, got none; name a type, a group or subnets that it has`);
}

/** An Application Load Balancer stands in two zones at least. Zones that are known only at deployment are not counted. */
function checkTwoZones(prop: string, selected: ec2.SelectedSubnets): void {
  const zones = [...new Set(attempt(() => selected.availabilityZones))];
  if (selected.isPendingLookup || zones.length !== 1 || Token.isUnresolved(zones[0])) return;
  throw new Error(`\`${prop}\` must be in two availability zones for the load balancer, got ${zones[0]} only; add a subnet in another one`);
}

/** An imported VPC without a range throws when it is asked for it. */
function hasRange(vpc: ec2.IVpc): boolean {
  const range = attempt(() => vpc.vpcCidrBlock);
  return range !== undefined && range !== '';
}
