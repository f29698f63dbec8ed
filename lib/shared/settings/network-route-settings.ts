import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Token } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { NetworkRouteSettings } from '../../core/settings/settings';
import { DockerrunNetworkRoute } from '../../ecs/network-listener-props';
import { targetSettings } from './listener-settings';

/** What the plan may know of a listener that somebody else made, and of the container that it should lead to. */
export function networkRouteSettings(
  { listener, ...target }: DockerrunNetworkRoute, index: number,
): NetworkRouteSettings {
  const made = listener.node.defaultChild;
  const known = made instanceof elbv2.CfnListener ? made : undefined;
  return {
    ...targetSettings(`networkRoutes[${index}]`, target),
    listener: listenerKey(listener),
    port: known === undefined || Token.isUnresolved(known.port) ? undefined : known.port,
    protocol: (known?.protocol as NetworkRouteSettings['protocol'] | undefined) ?? 'TCP',
    isOwned: listener instanceof elbv2.NetworkListener,
    isTaken: known !== undefined && known.stack.resolve(known.defaultActions) !== undefined,
  };
}

/** The same for the same listener, wherever in the list its rule stands. */
export function listenerKey(listener: IConstruct): string {
  return listener.node.addr.slice(-8);
}
