import { routesOf, withShiftRules } from '../traffic/route';
import { Plan, ServiceDeployment } from './plan';

/** The service of an environment, with everything that leads to it. */
export function deploymentOf(plan: Plan): ServiceDeployment {
  const { routes, networkRoutes } = routesOf(plan, plan.service.secondTargetGroups);
  return { ...plan, endpoints: [], routes: withShiftRules(routes, plan.service), networkRoutes };
}
