import { Construct } from 'constructs';
import { NetworkPlan } from '../../core/plan/plan';
import { DockerrunNetwork } from '../network';
import { EcsNetworkProps } from '../network-props';
import { createFlowLog } from './flow-log';
import { givenNetwork, Network } from './network';

/** The network of an environment: the given one, or a new one. */
export function environmentNetwork(scope: Construct, plan: NetworkPlan, props: EcsNetworkProps): Network {
  const { vpc, vpcSubnets, flowLogs } = props;
  if (!vpc) return new DockerrunNetwork(scope, 'Network', { ...props, _plan: plan });
  if (flowLogs) createFlowLog(scope, vpc, flowLogs);
  return givenNetwork(vpc, vpcSubnets);
}
