import { SubnetFacts } from '../settings/facts';
import { EnvironmentSettings } from '../settings/settings';
import { OptionReferences } from './references';

type NetworkOf = Pick<EnvironmentSettings, 'vpcSubnets' | 'facts'>;

/** What is known of a VPC that option settings name by its ids, in a stack that cannot look it up. */
export function referencedNetwork(
  { vpcId, subnetIds, loadBalancerSubnetIds }: OptionReferences, isPublic: boolean,
): NetworkOf {
  if (vpcId === undefined) return {};
  const publicIds = isPublic ? (loadBalancerSubnetIds ?? []) : [];
  const privateIds = (subnetIds ?? []).filter((id) => !publicIds.includes(id));
  const chosen = (prop: string, ids: readonly string[] | undefined): SubnetFacts | undefined =>
    ids && { prop, count: ids.length };
  const ofVpc = (ids: readonly string[]): SubnetFacts => ({ prop: 'vpc', count: ids.length });
  const network = {
    hasRange: false,
    hasSubnets: publicIds.length + privateIds.length > 0,
    publicSubnets: ofVpc(publicIds),
    privateSubnets: ofVpc(privateIds),
    instances: chosen('vpcSubnets', subnetIds) ?? ofVpc(privateIds),
    loadBalancer: chosen('loadBalancerSubnets', loadBalancerSubnetIds),
  };
  const vpcSubnets = subnetIds && (subnetIds.length > privateIds.length ? 'public' : 'private');
  return { vpcSubnets, facts: { network, vpcIsNamed: true } };
}
