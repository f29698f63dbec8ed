import { NetworkSettings } from '../../core/settings/network/network';
import { EcsNetworkProps } from '../../ecs/network-props';
import { attempt } from '../findings/attempt';
import { plain } from './tokens';

/** What the plan may know of the network. The shape of a new VPC cannot wait for the deployment. */
export function networkSettings({ vpc, vpcSubnets, ...props }: EcsNetworkProps): NetworkSettings {
  const hasPublic = vpc && vpcSubnets && attempt(() => vpc.selectSubnets(vpcSubnets).hasPublic);
  return {
    ownVpc: vpc !== undefined,
    maxAzs: plain('maxAzs', props.maxAzs),
    cidr: plain('cidr', props.cidr),
    nat: props.nat?._settings,
    vpcSubnets: vpcSubnets && (hasPublic ? 'public' : 'private'),
    loadBalancerSubnets: props.loadBalancerSubnets && true,
    flowLogs: props.flowLogs && true,
    restrictDefaultSecurityGroup: props.restrictDefaultSecurityGroup,
  };
}
