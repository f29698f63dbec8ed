import { BeanstalkPlan } from '../plan/beanstalk/plan';
import { routesOf } from '../plan/traffic/route';
import { balancerOptions, networkBalancerOptions, sharedBalancerOptions } from './environment';
import { listenerOptions, networkListenerOptions, sharedListenerOptions } from './listeners';
import { OptionPlan } from './option';
import { processOptions } from './processes';

/** What clients connect to; nothing where they connect to instances, or to none. */
export function trafficOptions({ shape, front, networkFront, processes }: BeanstalkPlan): OptionPlan[] {
  const { routes, networkRoutes } = routesOf({ front, networkFront }, false);
  if (networkFront) {
    const listeners = networkListenerOptions(networkFront, { routes: networkRoutes, processes });
    return [...networkBalancerOptions(networkFront), ...listeners, ...processOptions(networkRoutes, processes)];
  }
  if (!front || shape === 'single' || shape === 'worker') return [];
  const [balancer, listeners] = shape === 'shared'
    ? [sharedBalancerOptions(), sharedListenerOptions(front, { routes, processes })]
    : [balancerOptions(front), listenerOptions(front, { routes, processes })];
  return [...balancer, ...listeners, ...processOptions(routes, processes)];
}
