import { HEALTH_CHECK } from '../settings/defaults';
import { Decisions, DecisionSource } from './decision';
import { HealthCheckPlan, RoutePlan } from './plan';
import { showConditions } from './routes';

/** The health check of a target that speaks plain HTTP 1 and asks for nothing else. */
const USUAL_CHECK: HealthCheckPlan = { ...HEALTH_CHECK, protocol: 'HTTP', port: 0, grpcCodes: '' };

/** The usual health check once, and each that differs from it. */
export function explainHealthChecks(routes: readonly RoutePlan[], decisions: Decisions): void {
  const own = routes.filter(({ target: { healthCheck } }) => !isUsual(healthCheck));
  if (own.length < routes.length) {
    decisions.choose('health check', showCheck(USUAL_CHECK), DecisionSource.BEANSTALK,
      `Every ${HEALTH_CHECK.intervalSeconds} s as on Beanstalk, but redirects count as healthy too.`);
  }
  for (const { listener, rule, target: { healthCheck } } of own) {
    const topic = `health check of listener ${listener}${rule ? `, ${showConditions(rule)}` : ''}`;
    decisions.choose(topic, showCheck(healthCheck), DecisionSource.PROP, `You chose it; every ${healthCheck.intervalSeconds} s.`);
  }
}

function isUsual(healthCheck: HealthCheckPlan): boolean {
  return Object.entries(USUAL_CHECK).every(([key, value]) => healthCheck[key as keyof HealthCheckPlan] === value);
}

function showCheck({ protocol, port, path, httpCodes, grpcCodes }: HealthCheckPlan): string {
  const where = [...protocol === 'HTTP' ? [] : [` over ${protocol}`], ...port === 0 ? [] : [` on port ${port}`]].join('');
  return grpcCodes === '' ? `GET ${path}${where}, ${httpCodes}` : `gRPC ${path}${where}, ${grpcCodes}`;
}
