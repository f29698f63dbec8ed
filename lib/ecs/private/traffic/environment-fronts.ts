import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { FrontPlan, NlbPlan, Plan } from '../../../core/plan/ecs/plan';
import { Network } from '../../../shared/network/network';
import { listenersOn } from '../../../shared/settings/traffic-settings';
import { EcsEnvironmentProps } from '../../environment-props';
import { DockerrunLoadBalancer } from '../../load-balancer';
import { DockerrunNetworkLoadBalancer } from '../../network-load-balancer';
import { createOriginSecret } from './cloudfront';
import { Door, openDoor } from './front-door';

/** What stands between clients and the services of an environment. */
export interface Fronts {
  readonly originSecret?: secretsmanager.ISecret;
  readonly front?: DockerrunLoadBalancer;
  readonly networkFront?: DockerrunNetworkLoadBalancer;
  readonly door: Door;
}

export function createFronts(
  scope: Construct, { front, networkFront }: Plan, props: EcsEnvironmentProps, network: Network,
): Fronts {
  const originSecret = front?.door.kind === 'cloudfront' ? createOriginSecret(scope) : undefined;
  const made = front ? createFront(scope, front, props, network, originSecret) : undefined;
  const { vpc, subnets } = network;
  const door = front && made ? openDoor(scope, front, { props, front: made, vpc, subnets, originSecret }) : {};
  return {
    originSecret,
    front: made,
    door,
    networkFront: networkFront ? createNetworkFront(scope, networkFront, props, network) : undefined,
  };
}

function createFront(
  scope: Construct,
  plan: FrontPlan,
  props: EcsEnvironmentProps,
  network: Network,
  originSecret: secretsmanager.ISecret | undefined,
): DockerrunLoadBalancer {
  const listeners = listenersOn('application', props.listeners);
  return new DockerrunLoadBalancer(scope, 'LoadBalancer', {
    ...props, listeners, ...places(plan, props, network), _plan: plan, _originSecret: originSecret,
  });
}

function createNetworkFront(
  scope: Construct, plan: NlbPlan, { certificates, ...props }: EcsEnvironmentProps, network: Network,
): DockerrunNetworkLoadBalancer {
  const listeners = listenersOn('network', props.listeners);
  return new DockerrunNetworkLoadBalancer(scope, 'NetworkLoadBalancer', {
    ...props, listeners, ...places(plan, props, network), _planned: { plan, certificates },
  });
}

/** An internal load balancer stands beside the instances, a public one in public subnets. */
function places(
  { scheme }: FrontPlan | NlbPlan, { loadBalancerSubnets }: EcsEnvironmentProps, { vpc, subnets }: Network,
): { readonly vpc: ec2.IVpc; readonly vpcSubnets?: ec2.SubnetSelection } {
  return { vpc, vpcSubnets: loadBalancerSubnets ?? (scheme === 'internal' ? subnets : undefined) };
}
