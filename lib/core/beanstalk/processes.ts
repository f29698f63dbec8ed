import { NlbRoutePlan, RoutePlan } from '../plan/plan';
import { mainPort } from '../settings/beanstalk-shape';
import { OptionPlan, optionsIn } from './option';
import { ProcessPlan } from './plan';

/** Beanstalk makes this process always. */
export const DEFAULT = 'default';

/** Beanstalk wants a duration even where clients do not stay. */
const STICKINESS_SECONDS = 86_400;

/**
 * A process for each route, named after what leads to it, so that no other route changes it. The one of the main listener is
 * the one that Beanstalk always makes, whatever the order of the listeners.
 */
export function planProcesses(routes: readonly (RoutePlan | NlbRoutePlan)[]): ProcessPlan[] {
  const main = mainPort(routes.map(({ listener }) => Number(listener)));
  const isMain = (route: RoutePlan | NlbRoutePlan) => route.listener === String(main) && !('rule' in route && route.rule);
  return routes.map((route) => ({ name: isMain(route) ? DEFAULT : `route${route.key}`, hostPort: route.target.hostPort, route: route.key }));
}

export function processOptions(routes: readonly RoutePlan[], processes: readonly ProcessPlan[]): OptionPlan[] {
  return routes.flatMap(({ target }, index) => {
    const { healthCheck: check, stickinessCookieDuration } = target;
    return optionsIn(namespaceOf(processes[index]), {
      Port: target.hostPort,
      Protocol: target.protocol,
      DeregistrationDelay: target.deregistrationDelay,
      HealthCheckPath: check.path,
      HealthCheckInterval: check.interval,
      HealthCheckTimeout: check.timeout,
      HealthyThresholdCount: check.healthyThresholdCount,
      UnhealthyThresholdCount: check.unhealthyThresholdCount,
      MatcherHTTPCode: check.healthyHttpCodes,
      StickinessEnabled: stickinessCookieDuration > 0,
      StickinessLBCookieDuration: stickinessCookieDuration || STICKINESS_SECONDS,
      StickinessType: 'lb_cookie',
    });
  });
}

/** A Network Load Balancer finds out by a connection whether a process is well. */
export function networkProcessOptions(routes: readonly NlbRoutePlan[], processes: readonly ProcessPlan[]): OptionPlan[] {
  return routes.flatMap(({ target: { healthCheck: check, ...target } }, index) => optionsIn(namespaceOf(processes[index]), {
    Port: target.hostPort,
    Protocol: 'TCP',
    DeregistrationDelay: target.deregistrationDelay,
    HealthCheckInterval: check.interval,
    HealthyThresholdCount: check.healthyThresholdCount,
    UnhealthyThresholdCount: check.unhealthyThresholdCount,
  }));
}

function namespaceOf({ name }: ProcessPlan): string {
  return `aws:elasticbeanstalk:environment:process:${name}`;
}
