import { Decisions, DecisionSource } from '../plan/decision';
import { FrontPlan, NlbPlan } from '../plan/plan';
import * as ways from '../plan/traffic/traffic';
import { BeanstalkShape } from '../settings/beanstalk-shape';
import { TrafficSettings } from '../settings/traffic';
import { DockerrunSpec } from '../spec/model';
import { balancerOptions, networkBalancerOptions, sharedBalancerOptions } from './environment';
import { listenerOptions, networkListenerOptions, sharedListenerOptions } from './listeners';
import { OptionPlan } from './option';
import { ProcessPlan } from './plan';
import { networkProcessOptions, planProcesses, processOptions } from './processes';

/** What clients connect to, and the options that say so. */
export interface Traffic {
  readonly front: FrontPlan | null;
  readonly networkFront: NlbPlan | null;
  readonly processes: readonly ProcessPlan[];
  readonly options: readonly OptionPlan[];
}

/** What stands before the instances of each shape of environment. */
export function planTraffic(spec: DockerrunSpec, settings: TrafficSettings, shape: BeanstalkShape, decisions: Decisions): Traffic {
  switch (shape) {
    case 'worker':
      return { front: ways.planTraffic(spec, settings, 'bridge', decisions).front, networkFront: null, processes: [], options: [] };
    case 'single':
      return planAlone(spec, settings, decisions);
    case 'network':
      return planNetworkTraffic(spec, settings, decisions);
    case 'shared':
    case 'application':
      return planRequests(spec, settings, shape, decisions);
  }
}

function planRequests(spec: DockerrunSpec, settings: TrafficSettings, shape: 'shared' | 'application', decisions: Decisions): Traffic {
  const isShared = shape === 'shared';
  const traffic = isShared ? { ...settings.traffic, redirects: false } : settings.traffic;
  const planned = ways.planTraffic(spec, { ...settings, traffic }, 'bridge', isShared ? new Decisions() : decisions);
  const [front, routes] = [planned.front!, planned.routes];
  if (front.redirects.length > 0) {
    decisions.choose('redirect', 'a file in .ebextensions', DecisionSource.DERIVED, 'No option of Beanstalk redirects, so the version changes the listener that Beanstalk makes.');
  }
  if (isShared) {
    decisions.choose('load balancer', 'shared', DecisionSource.PROP,
      'You brought it; of requests on these listeners, the environment gets those for its own name and those of its rules, which are made once and never changed.');
  }
  const processes = planProcesses(routes);
  const [balancer, listeners] = isShared
    ? [sharedBalancerOptions(), sharedListenerOptions(front, { routes, processes })]
    : [balancerOptions(front), listenerOptions(front, { routes, processes })];
  return { front, networkFront: null, processes, options: [...balancer, ...listeners, ...processOptions(routes, processes)] };
}

function planNetworkTraffic(spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions): Traffic {
  const planned = ways.planTraffic(spec, settings, 'bridge', decisions);
  const [networkFront, routes] = [planned.networkFront!, planned.networkRoutes];
  const processes = planProcesses(routes);
  const listeners = networkListenerOptions(networkFront, { routes, processes });
  const options = [...networkBalancerOptions(networkFront), ...listeners, ...networkProcessOptions(routes, processes)];
  return { front: null, networkFront, processes, options };
}

/** Clients connect to the instance itself, whose listeners are its host ports. */
function planAlone(spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions): Traffic {
  const front = ways.planTraffic(spec, settings, 'bridge', new Decisions()).front!;
  const ports = front.listeners.map(({ port }) => port).join(', ');
  decisions.choose('load balancer', 'none', DecisionSource.PROP, `You chose it: a single instance has an address of its own, and is open on port ${ports}.`);
  return { front, networkFront: null, processes: [], options: [] };
}
