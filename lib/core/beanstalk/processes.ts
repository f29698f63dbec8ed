import { ProcessPlan } from '../plan/beanstalk/plan';
import { NlbRoutePlan, RoutePlan } from '../plan/ecs/plan';
import { OptionPlan, optionsIn } from './option';

/** Beanstalk wants a duration even where clients do not stay. */
const STICKINESS_SECONDS = 86_400;

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
      StickinessLBCookieDuration: stickinessCookieDuration > 0 ? stickinessCookieDuration : STICKINESS_SECONDS,
      StickinessType: 'lb_cookie',
    });
  });
}

/** A Network Load Balancer finds out by a connection whether a process is well. */
export function networkProcessOptions(
  routes: readonly NlbRoutePlan[], processes: readonly ProcessPlan[],
): OptionPlan[] {
  return routes.flatMap(({ target: { healthCheck: check, ...target } }, index) =>
    optionsIn(namespaceOf(processes[index]), {
      Port: target.hostPort,
      Protocol: 'TCP',
      DeregistrationDelay: target.deregistrationDelay,
      HealthCheckInterval: check.interval,
      HealthyThresholdCount: check.healthyThresholdCount,
      UnhealthyThresholdCount: check.unhealthyThresholdCount,
    }),
  );
}

function namespaceOf({ name }: ProcessPlan): string {
  return `aws:elasticbeanstalk:environment:process:${name}`;
}
