import { EndpointSettings } from '../../../rules/needed-endpoints';
import { NAT_GATEWAYS, NAT_INSTANCE_TYPE } from '../../../settings/constants';
import { settled } from '../../../settings/fields/field';
import { NatSettings, networkFields, NetworkSettings } from '../../../settings/network/network';
import { sparedZones } from '../../../settings/network/zones';
import { isInternal, SchemeSettings } from '../../../settings/traffic/front-door';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { brought, chose } from '../../provenance';
import { NetworkPlan } from '../plan';
import { planEndpoints } from './endpoints';

type Settings = NetworkSettings & SchemeSettings & EndpointSettings;
type NatPlan = Pick<NetworkPlan, 'nat' | 'natGateways' | 'natInstanceType'>;

export function planNetwork(spec: DockerrunSpec, settings: Settings, decisions: Decisions): NetworkPlan {
  return settings.vpc ? planGivenVpc(settings, decisions) : planNewVpc(spec, settings, decisions);
}

/** The VPC, without the way out of it and the endpoints in it. */
export function vpcOf(settings: NetworkSettings): Omit<NetworkPlan, keyof NatPlan | 'endpoints'> {
  const plan = settled(networkFields, settings);
  return settings.vpc
    ? { ...plan, vpc: 'given', maxAzs: 0, sparedAzs: 0, cidr: '', restrictDefaultSecurityGroup: false }
    : { ...plan, vpc: 'new', sparedAzs: sparedZones(plan.maxAzs, plan.cidr) };
}

function planGivenVpc(settings: Settings, decisions: Decisions): NetworkPlan {
  decisions.about('vpc').chosen('vpc', 'given', brought(`; ${placesOf(settings)}.`));
  explainFlowLogs(settings, decisions);
  return { ...vpcOf(settings), nat: 'given', natGateways: 0, natInstanceType: '', endpoints: [] };
}

function placesOf({ vpcSubnets, loadBalancerSubnets, ...settings }: Settings): string {
  const instances = vpcSubnets === undefined ? 'its private subnets' : 'the subnets that you chose';
  const balancer = isInternal(settings) ? 'the same' : 'its public ones';
  return (
    `instances go to ${instances} and the load balancer to `
    + `${loadBalancerSubnets ? 'those that you chose for it' : balancer}`
  );
}

function planNewVpc(spec: DockerrunSpec, settings: Settings, decisions: Decisions): NetworkPlan {
  const vpc = vpcOf(settings);
  const { maxAzs, cidr, restrictDefaultSecurityGroup } = vpc;
  const zones =
    maxAzs === 1
      ? '1 zone with a public and a private subnet'
      : `${maxAzs} zones with a public and a private subnet each`;
  decisions.about('vpc').choose(
    'vpc', 'new', DecisionSource.DEFAULT, `No VPC was given: ${zones}; instances get no public address.`,
  );
  if (settings.maxAzs !== undefined) decisions.about('maxAzs').chosen('availability zones', maxAzs);
  if (settings.cidr !== undefined) decisions.about('cidr').chosen('address range', cidr);
  const natPlan = planNat(settings.nat, maxAzs, decisions.about('nat'));
  const endpoints = natPlan.nat === 'none' ? planEndpoints(spec, settings, decisions) : [];
  explainFlowLogs(settings, decisions);
  if (restrictDefaultSecurityGroup) {
    decisions.about('restrictDefaultSecurityGroup').chosen(
      'default security group', 'closed',
      chose('; the CDK closes it with a Lambda function, the only one of the stack.'),
    );
  }
  return { ...vpc, ...natPlan, endpoints };
}

function planNat(chosen: NatSettings | undefined, maxAzs: number, decisions: Decisions): NatPlan {
  const { kind, instanceType = NAT_INSTANCE_TYPE } = chosen ?? { kind: 'single' };
  const source = chosen ? DecisionSource.PROP : DecisionSource.DEFAULT;
  switch (kind) {
    case 'none':
      decisions.choose(
        'nat gateways',
        0,
        source,
        'You chose it; instances reach AWS through VPC endpoints and nothing else, so every image comes from private '
          + 'ECR of their region.',
      );
      return { nat: kind, natGateways: 0, natInstanceType: '' };
    case 'single':
      decisions.choose(
        'nat gateways',
        NAT_GATEWAYS,
        source,
        'Instances pull images and reach AWS through it; one is the cheapest that works, at the price of one zone '
          + 'carrying all.',
      );
      return { nat: kind, natGateways: NAT_GATEWAYS, natInstanceType: '' };
    case 'per-az':
      decisions.choose(
        'nat gateways', maxAzs, source,
        'You chose one for each zone; no zone needs another for its way out, at the price of a gateway each.',
      );
      return { nat: kind, natGateways: maxAzs, natInstanceType: '' };
    case 'instances':
      decisions.choose(
        'nat instances',
        `${maxAzs} × ${instanceType}`,
        source,
        'You chose them, one for each zone; they cost less than gateways, but nobody restarts one that fails, and a '
          + 'new image of Amazon Linux replaces them during a deployment, without a way out for a minute or two.',
      );
      return { nat: kind, natGateways: maxAzs, natInstanceType: instanceType };
  }
}

function explainFlowLogs({ flowLogs }: Settings, decisions: Decisions): void {
  if (flowLogs) {
    decisions.about('flowLogs').chosen(
      'flow logs', 'all traffic',
      'You gave a destination; accepted and rejected traffic goes there.',
    );
  }
}
