import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Fn, Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { OptionReferences } from '../../core/translation/references';
import { EcsNetworkProps } from '../../ecs/network-props';

type NetworkProps = Pick<EcsNetworkProps, 'vpc' | 'vpcSubnets' | 'loadBalancerSubnets'>;

/** The network that option settings name by its ids. A VPC of the app wins. */
export function importNetwork(
  scope: Construct, references: OptionReferences, isPublic: boolean, given: NetworkProps,
): NetworkProps {
  const { vpcId, subnetIds, loadBalancerSubnetIds } = references;
  const vpc = given.vpc ?? (vpcId === undefined ? undefined : importVpc(scope, { ...references, vpcId }, isPublic));
  if (!vpc) return {};
  return {
    vpc,
    vpcSubnets: given.vpcSubnets ?? pick(scope, vpc, subnetIds),
    loadBalancerSubnets: given.loadBalancerSubnets ?? pick(scope, vpc, loadBalancerSubnetIds),
  };
}

/** An internal load balancer is open to the address range of the VPC, which only a lookup tells. */
function importVpc(
  scope: Construct, { vpcId, ...references }: OptionReferences & { readonly vpcId: string }, isPublic: boolean,
): ec2.IVpc {
  const { subnetIds = [], loadBalancerSubnetIds = [] } = references;
  const { account, region } = Stack.of(scope);
  const isConcrete = ![account, region].some((value) => Token.isUnresolved(value));
  if (isConcrete && (subnetIds.length === 0 || !isPublic)) return ec2.Vpc.fromLookup(scope, 'Vpc', { vpcId });
  const publicIds = isPublic ? loadBalancerSubnetIds : [];
  const privateIds = subnetIds.filter((id) => !publicIds.includes(id));
  return ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId, availabilityZones: [someZone()], ...named('public', publicIds), ...named('private', privateIds),
  });
}

/** Which zone each subnet is in, the ids do not tell. */
function someZone(): string {
  return Fn.select(0, Fn.getAzs());
}

function named(kind: 'public' | 'private', ids: readonly string[]): Partial<ec2.VpcAttributes> {
  return ids.length === 0 ? {} : { [`${kind}SubnetIds`]: [...ids], [`${kind}SubnetNames`]: [...ids] };
}

function pick(scope: Construct, vpc: ec2.IVpc, ids: readonly string[] | undefined): ec2.SubnetSelection | undefined {
  if (!ids) return undefined;
  const known = [...vpc.publicSubnets, ...vpc.privateSubnets, ...vpc.isolatedSubnets];
  const find = (id: string) =>
    known.find(({ subnetId }) => subnetId === id) ?? (scope.node.tryFindChild(id) as ec2.ISubnet | undefined);
  return {
    subnets: ids.map(
      (id) => find(id) ?? ec2.Subnet.fromSubnetAttributes(scope, id, { subnetId: id, availabilityZone: someZone() }),
    ),
  };
}
