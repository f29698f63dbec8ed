import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { NetworkPlan, ServiceDeployment } from '../../core/plan/ecs/plan';
import { DockerrunNetwork } from '../../ecs/network';
import { EcsNetworkProps } from '../../ecs/network-props';
import { createEndpoints } from './endpoints';
import { createFlowLog } from './flow-log';
import { givenNetwork, Network } from './network';

/** The network of an environment: the given one, or a new one. */
export function environmentNetwork(scope: Construct, plan: NetworkPlan, props: EcsNetworkProps): Network {
  const { vpc, vpcSubnets, flowLogs } = props;
  if (!vpc) return new DockerrunNetwork(scope, 'Network', { ...props, _plan: plan });
  if (flowLogs) createFlowLog(scope, vpc, flowLogs);
  return givenNetwork(vpc, vpcSubnets);
}

/** The endpoints that a service needs which was added later. Only a new network lacks any. */
export function addNetworkEndpoints(
  { vpc, subnets }: Network, { endpoints }: Pick<ServiceDeployment, 'endpoints'>,
): Construct[] {
  return createEndpoints(vpc as ec2.Vpc, endpoints, subnets);
}
