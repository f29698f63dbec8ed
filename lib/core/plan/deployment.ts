import { networkRoutesOf } from './network-routes';
import { Plan, ServiceDeployment } from './plan';
import { routesOf } from './routes';

/** The service of an environment, with everything that leads to it. */
export function deploymentOf(plan: Plan): ServiceDeployment {
  const { front, networkFront } = plan;
  return { ...plan, routes: front ? routesOf(front) : [], networkRoutes: networkFront ? networkRoutesOf(networkFront) : [] };
}

/** The names of its target groups; empty for those without one. */
export function targetGroupNames({ routes, networkRoutes }: Pick<ServiceDeployment, 'routes' | 'networkRoutes'>): string[] {
  return [...routes, ...networkRoutes].map(({ target }) => target.name);
}
