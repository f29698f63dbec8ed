import { RoutePlan } from '../plan/plan';
import { OptionPlan, optionsIn } from './option';
import { ProcessPlan } from './plan';

/** Beanstalk makes this process always. */
const DEFAULT = 'default';

/** Beanstalk wants a duration even where clients do not stay. */
const STICKINESS_SECONDS = 86_400;

/** A process for each route, named after what leads to it, so that no other route changes it. The first is the one that Beanstalk always makes. */
export function planProcesses(routes: readonly RoutePlan[]): ProcessPlan[] {
  return routes.map(({ key, target: { hostPort } }, index) => ({ name: index === 0 ? DEFAULT : `route${key}`, hostPort, route: key }));
}

export function processOptions(routes: readonly RoutePlan[], processes: readonly ProcessPlan[]): OptionPlan[] {
  return routes.flatMap(({ target }, index) => {
    const { healthCheck: check, stickinessSeconds } = target;
    return optionsIn(`aws:elasticbeanstalk:environment:process:${processes[index].name}`, {
      Port: target.hostPort,
      Protocol: target.protocol,
      DeregistrationDelay: target.deregistrationDelaySeconds,
      HealthCheckPath: check.path,
      HealthCheckInterval: check.intervalSeconds,
      HealthCheckTimeout: check.timeoutSeconds,
      HealthyThresholdCount: check.healthyThresholdCount,
      UnhealthyThresholdCount: check.unhealthyThresholdCount,
      MatcherHTTPCode: check.httpCodes,
      StickinessEnabled: stickinessSeconds > 0,
      StickinessLBCookieDuration: stickinessSeconds || STICKINESS_SECONDS,
      StickinessType: 'lb_cookie',
    });
  });
}
