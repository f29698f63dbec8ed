import { MAX_AZS, NAT_GATEWAYS } from '../settings/defaults';
import { EcsSettings } from '../settings/settings';
import { Decisions, DecisionSource } from './decision';
import { NetworkPlan } from './plan';

export function planNetwork(settings: Pick<EcsSettings, 'ownVpc'>, decisions: Decisions): NetworkPlan {
  if (settings.ownVpc) {
    decisions.choose('vpc', 'given', DecisionSource.PROP, 'You brought it; instances go to its private subnets and the load balancer to its public ones.');
    return { vpc: 'given', maxAzs: 0, natGateways: 0 };
  }
  decisions.choose('vpc', 'new', DecisionSource.DEFAULT, `No VPC was given: ${MAX_AZS} zones with a public and a private subnet each; instances get no public address.`);
  decisions.choose('nat gateways', NAT_GATEWAYS, DecisionSource.DEFAULT, 'Instances pull images and reach AWS through it; one is the cheapest that works, at the price of one zone carrying all.');
  return { vpc: 'new', maxAzs: MAX_AZS, natGateways: NAT_GATEWAYS };
}
