import { WrittenPlan } from '../../lib/core/beanstalk';
import { Plan, RoutePlan } from '../../lib/core/plan/ecs/plan';
import { routesOf } from '../../lib/core/plan/traffic/route';
import { textOf } from './plans';

type Options = Pick<WrittenPlan, 'options'>;

/** Expects two plans of one file to say the same of listeners, ports, health checks, bounds of the group and variables. */
export function expectAgreement(ecs: Pick<Plan, 'front' | 'capacity' | 'task'>, plan: Options): void {
  const { routes } = routesOf({ front: ecs.front, networkFront: null }, false);
  expect(ports(plan)).toEqual([...ecs.front!.listeners.map(({ port }) => port), ...ecs.front!.redirects.map(({ port }) => port)].sort());
  expect(routes.map((route) => processOf(plan, route))).toEqual(routes.map(expectedOf));
  expect([valueOf(plan, 'aws:autoscaling:asg', 'MinSize'), valueOf(plan, 'aws:autoscaling:asg', 'MaxSize')]).toEqual([String(ecs.capacity.minCapacity), String(ecs.capacity.maxCapacity)]);
  expect(valueOf(plan, 'aws:autoscaling:updatepolicy:rollingupdate', 'MinInstancesInService')).toBe(String(ecs.capacity.minInstancesInService));
  for (const { environment } of ecs.task.containers) {
    const shared = environment.filter(({ name }) => name !== 'AWS_REGION').map(({ name, value }) => [name, value]);
    expect(variables(plan)).toEqual(shared);
  }
}

/** The ports of the listeners that are on. */
function ports({ options }: Options): number[] {
  const on = options.filter((option) => option.namespace.startsWith('aws:elbv2:listener:') && option.name === 'ListenerEnabled' && textOf(option) === 'true');
  return on.map(({ namespace }) => Number(namespace.split(':')[3].replace('default', '80'))).sort();
}

/** What the options say of the requests of one route. */
function processOf(plan: Options, { listener, rule }: RoutePlan): Record<string, string | undefined> {
  const namespace = `aws:elbv2:listener:${listener === '80' ? 'default' : listener}`;
  const names = valueOf(plan, namespace, 'Rules')?.split(',') ?? [];
  const ruleNamespace = names.map((each) => `aws:elbv2:listenerrule:${each}`).find((each) => rule
    && valueOf(plan, each, 'PathPatterns') === (rule.pathPatterns.join(',') || undefined)
    && valueOf(plan, each, 'HostHeaders') === (rule.hostHeaders.join(',') || undefined)) ?? '';
  const name = rule ? valueOf(plan, ruleNamespace, 'Process') : valueOf(plan, namespace, 'DefaultProcess');
  const of = (option: string) => valueOf(plan, `aws:elasticbeanstalk:environment:process:${name}`, option);
  return {
    paths: valueOf(plan, ruleNamespace, 'PathPatterns'), hosts: valueOf(plan, ruleNamespace, 'HostHeaders'),
    port: of('Port'), protocol: of('Protocol'), path: of('HealthCheckPath'), codes: of('MatcherHTTPCode'), interval: of('HealthCheckInterval'),
    timeout: of('HealthCheckTimeout'), healthy: of('HealthyThresholdCount'), unhealthy: of('UnhealthyThresholdCount'),
    delay: of('DeregistrationDelay'), sticky: of('StickinessEnabled') === 'true' ? of('StickinessLBCookieDuration') : '0',
  };
}

function expectedOf({ rule, target }: RoutePlan): Record<string, string | undefined> {
  const { healthCheck: check } = target;
  return {
    paths: rule?.pathPatterns.join(',') || undefined, hosts: rule?.hostHeaders.join(',') || undefined,
    port: String(target.hostPort), protocol: target.protocol, path: check.path, codes: check.healthyHttpCodes, interval: String(check.interval),
    timeout: String(check.timeout), healthy: String(check.healthyThresholdCount), unhealthy: String(check.unhealthyThresholdCount),
    delay: String(target.deregistrationDelay), sticky: String(target.stickinessCookieDuration),
  };
}

function valueOf({ options }: Options, namespace: string, name: string): string | undefined {
  const found = options.filter((option) => option.namespace === namespace && option.name === name);
  expect(found.length).toBeLessThan(2);
  return found.length === 0 ? undefined : textOf(found[0]);
}

function variables({ options }: Options): (readonly [string, string])[] {
  return options.filter(({ namespace }) => namespace === 'aws:elasticbeanstalk:application:environment').map((option) => [option.name, textOf(option)]);
}
