import { FrontSettings } from '../../core/plan/front';
import { ActionSettings } from '../../core/settings/action';
import { DockerrunListener, DockerrunListenerOptions } from '../listener-props';
import { EcsLoadBalancerProps } from '../load-balancer-props';
import { listenerSettings } from './listener-settings';
import { loadBalancerSettings } from './load-balancer-settings';

/** What a listener answers behind which there is no service. */
const NOTHING_HERE: ActionSettings = { kind: 'fixed-response', statusCode: 404 };

/** What the plan may know of listeners without a service behind them. */
export function frontSettings(props: EcsLoadBalancerProps & { readonly listeners: readonly DockerrunListenerOptions[] }): FrontSettings {
  const listeners = props.listeners.map((listener: DockerrunListener, index) => {
    const settings = listenerSettings(listener, index);
    return { ...settings, action: settings.action ?? NOTHING_HERE };
  });
  return { ...loadBalancerSettings(props), listeners };
}
