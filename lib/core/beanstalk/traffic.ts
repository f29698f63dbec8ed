import { Decisions, DecisionSource } from '../plan/decision';
import { planFront } from '../plan/front';
import { planNetworkFront } from '../plan/network-front';
import { networkRoutesOf } from '../plan/network-routes';
import { FrontPlan, NetworkFrontPlan } from '../plan/plan';
import { routesOf } from '../plan/routes';
import { BeanstalkShape } from '../settings/beanstalk-shape';
import { EnvironmentSettings } from '../settings/settings';
import { DockerrunSpec } from '../spec/model';
import { balancerOptions, networkBalancerOptions, sharedBalancerOptions } from './environment';
import { listenerOptions, networkListenerOptions, sharedListenerOptions } from './listeners';
import { OptionPlan } from './option';
import { ProcessPlan } from './plan';
import { networkProcessOptions, planProcesses, processOptions } from './processes';

/** What clients connect to, and the options that say so. */
export interface Traffic {
  readonly front: FrontPlan | null;
  readonly networkFront: NetworkFrontPlan | null;
  readonly processes: readonly ProcessPlan[];
  readonly options: readonly OptionPlan[];
}

/** What stands before the instances of each shape of environment. */
export function planTraffic(spec: DockerrunSpec, settings: EnvironmentSettings, shape: BeanstalkShape, decisions: Decisions): Traffic {
  switch (shape) {
    case 'worker':
      return { front: planFront(spec, settings, 'bridge', decisions), networkFront: null, processes: [], options: [] };
    case 'single':
      return planAlone(spec, settings, decisions);
    case 'network':
      return planNetworkTraffic(spec, settings, decisions);
    case 'shared':
    case 'application':
      return planRequests(spec, settings, shape, decisions);
  }
}

function planRequests(spec: DockerrunSpec, settings: EnvironmentSettings, shape: 'shared' | 'application', decisions: Decisions): Traffic {
  const isShared = shape === 'shared';
  const front = planFront(spec, isShared ? { ...settings, redirectHTTP: false } : settings, 'bridge', isShared ? new Decisions() : decisions)!;
  if (front.redirects.length > 0) {
    decisions.choose('redirect', 'a file in .ebextensions', DecisionSource.DERIVED, 'No option of Beanstalk redirects, so the version changes the listener that Beanstalk makes.');
  }
  if (isShared) {
    decisions.choose('load balancer', 'shared', DecisionSource.PROP,
      'You brought it; of requests on these listeners, the environment gets those for its own name and those of its rules, which are made once and never changed.');
  }
  const routes = routesOf(front);
  const processes = planProcesses(routes);
  const [balancer, listeners] = isShared
    ? [sharedBalancerOptions(), sharedListenerOptions(front, { routes, processes })]
    : [balancerOptions(front), listenerOptions(front, { routes, processes })];
  return { front, networkFront: null, processes, options: [...balancer, ...listeners, ...processOptions(routes, processes)] };
}

function planNetworkTraffic(spec: DockerrunSpec, settings: EnvironmentSettings, decisions: Decisions): Traffic {
  const networkFront = planNetworkFront(spec, settings, 'bridge', null, decisions)!;
  const routes = networkRoutesOf(networkFront);
  const processes = planProcesses(routes);
  const listeners = networkListenerOptions(networkFront, { routes, processes });
  const options = [...networkBalancerOptions(networkFront), ...listeners, ...networkProcessOptions(routes, processes)];
  return { front: null, networkFront, processes, options };
}

/** Clients connect to the instance itself, whose listeners are its host ports. */
function planAlone(spec: DockerrunSpec, settings: EnvironmentSettings, decisions: Decisions): Traffic {
  const front = planFront(spec, settings, 'bridge', new Decisions())!;
  const ports = front.listeners.map(({ port }) => port).join(', ');
  decisions.choose('load balancer', 'none', DecisionSource.PROP, `You chose it: a single instance has an address of its own, and is open on port ${ports}.`);
  return { front, networkFront: null, processes: [], options: [] };
}
