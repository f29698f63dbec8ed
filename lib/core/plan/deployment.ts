import { networkRoutesOf } from './network-routes';
import { Plan, ServiceDeployment } from './plan';
import { routesOf } from './routes';
import { withShiftRules } from './shift-rule';

/** The service of an environment, with everything that leads to it. */
export function deploymentOf(plan: Plan): ServiceDeployment {
  const { front, networkFront, service } = plan;
  const routes = withShiftRules(front ? routesOf(front) : [], service);
  return { ...plan, endpoints: [], routes, networkRoutes: networkFront ? networkRoutesOf(networkFront) : [] };
}

/** The names of its target groups; empty for those without one. */
export function targetGroupNames({ routes, networkRoutes }: Pick<ServiceDeployment, 'routes' | 'networkRoutes'>): string[] {
  return [...routes, ...networkRoutes].map(({ target }) => target.name);
}
