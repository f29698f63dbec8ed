import { BeanstalkShape, mainPort } from '../../settings/beanstalk/beanstalk-shape';
import { TrafficSettings } from '../../settings/traffic/traffic';
import { DockerrunSpec } from '../../spec/model';
import { Decisions, DecisionSource } from '../decision';
import { NlbRoutePlan, RoutePlan } from '../ecs/plan';
import { brought, chose } from '../provenance';
import * as ways from '../traffic/traffic';
import { BeanstalkPlan, ProcessPlan } from './plan';

/** The process that Beanstalk always makes. */
export const DEFAULT_PROCESS = 'default';

/** Props of what a load balancer leads to. */
const OF_TARGETS = /\.(healthCheck|targetProtocol)$/;

type TrafficPlan = Pick<BeanstalkPlan, 'front' | 'networkFront' | 'accessLogs' | 'processes'>;

/** What stands before the instances of each shape of environment. */
export function planTraffic(
  spec: DockerrunSpec, settings: TrafficSettings, shape: BeanstalkShape, decisions: Decisions,
): TrafficPlan {
  switch (shape) {
    case 'worker':
      return {
        front: ways.planTraffic(spec, settings, 'bridge', decisions).front,
        networkFront: null,
        accessLogs: null,
        processes: [],
      };
    case 'single':
      return planAlone(spec, settings, decisions);
    case 'network':
      return planConnections(spec, settings, decisions);
    case 'shared':
      return planShared(spec, settings, decisions);
    case 'application':
      return planRequests(spec, settings, decisions);
  }
}

function planRequests(spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions): TrafficPlan {
  const { front: planned, routes } = ways.planTraffic(spec, settings, 'bridge', decisions);
  const front = planned!;
  if (front.redirects.length > 0) {
    decisions.choose('redirect', 'a file in .ebextensions', DecisionSource.DERIVED,
      'No option of Beanstalk redirects, so the version changes the listener that Beanstalk makes.');
  }
  return { front, networkFront: null, accessLogs: front.accessLogs, processes: processesOf(routes) };
}

function planShared(spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions): TrafficPlan {
  const traffic = { ...settings.traffic, redirects: false };
  // What a load balancer of others is like is not said here.
  const { front, routes } = ways.planTraffic(
    spec, { ...settings, traffic }, 'bridge', decisions.where((prop) => prop.startsWith('listeners')),
  );
  decisions.about('sharedLoadBalancer').chosen(
    'load balancer',
    'shared',
    brought(
      '; of requests on these listeners, the environment gets those for its own name and those of its rules, which are '
        + 'made once and never changed.',
    ),
  );
  return { front, networkFront: null, accessLogs: null, processes: processesOf(routes) };
}

function planConnections(spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions): TrafficPlan {
  const { networkFront, networkRoutes } = ways.planTraffic(spec, settings, 'bridge', decisions);
  return { front: null, networkFront, accessLogs: null, processes: processesOf(networkRoutes) };
}

/** Clients connect to the instance itself, whose listeners are its host ports. */
function planAlone(spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions): TrafficPlan {
  // There is no load balancer, and nobody checks the health of its targets.
  const { front } = ways.planTraffic(
    spec, settings, 'bridge', decisions.where((prop) => prop.startsWith('listeners') && !OF_TARGETS.test(prop)),
  );
  const ports = front!.listeners.map(({ port }) => port).join(', ');
  decisions.about('singleInstance').chosen(
    'load balancer', 'none',
    chose(`: a single instance has an address of its own, and is open on port ${ports}.`),
  );
  return { front, networkFront: null, accessLogs: null, processes: [] };
}

/**
 * A process for each route, named after what leads to it, so that no other route changes it. The one of the main
 * listener is the one that Beanstalk always makes, whatever the order of the listeners.
 */
function processesOf(routes: readonly (RoutePlan | NlbRoutePlan)[]): ProcessPlan[] {
  const main = mainPort(routes.map(({ listener }) => Number(listener)));
  const isMain = (route: RoutePlan | NlbRoutePlan) =>
    route.listener === String(main) && !('rule' in route && route.rule);
  return routes.map((route) => ({
    name: isMain(route) ? DEFAULT_PROCESS : `route${route.key}`, hostPort: route.target.hostPort, route: route.key,
  }));
}
