import { EnvironmentSettings } from '../../core/settings/settings';
import { ActionSettings } from '../../core/settings/traffic/action';
import { isNetworkProtocol } from '../../core/settings/traffic/protocols';
import { CommonLoadBalancerProps } from '../../ecs/common-load-balancer-props';
import { DockerrunListener, DockerrunListenerOptions } from '../../ecs/listener-props';
import { EcsLoadBalancerProps } from '../../ecs/load-balancer-props';
import { DockerrunNetworkListener } from '../../ecs/network-listener-props';
import { listenerSettings } from './listener-settings';
import { loadBalancerSettings } from './load-balancer-settings';

type Given = ReturnType<typeof loadBalancerSettings> & Pick<EnvironmentSettings, 'listeners'>;

/** What a listener answers behind which there is no service. */
const NOTHING_HERE: ActionSettings = { kind: 'fixed-response', statusCode: 404 };

/** What the plan may know of listeners without a service behind them. */
export function frontSettings(
  props: EcsLoadBalancerProps & { readonly listeners: readonly DockerrunListenerOptions[] },
): Given {
  const listeners = props.listeners.map((listener: DockerrunListener, index) => {
    const settings = listenerSettings(listener, index);
    return { ...settings, action: settings.action ?? NOTHING_HERE };
  });
  return { ...loadBalancerSettings(props), loadBalancerKind: 'application', listeners };
}

/** What the plan may know of listeners that pass connections on to services which come later. */
export function networkFrontSettings(
  props: CommonLoadBalancerProps & { readonly listeners: readonly DockerrunNetworkListener[] },
): Given {
  const listeners = props.listeners.map((listener, index) => {
    const settings = listenerSettings(listener, index);
    return { ...settings, protocol: settings.protocol ?? (settings.certificates ? 'TLS' : 'TCP') };
  });
  return { ...loadBalancerSettings(props), loadBalancerKind: 'network', listeners };
}

/** The listeners of an environment that are on one of its two load balancers. */
export function listenersOn(
  kind: 'application' | 'network', listeners: readonly DockerrunListener[] = [],
): DockerrunListener[] {
  return listeners.filter(({ protocol }) => isNetworkProtocol(protocol) === (kind === 'network'));
}
