import { BeanstalkPlan } from '../../lib/core/beanstalk';
import { planEcs } from '../../lib/core/plan/ecs';
import { RoutePlan } from '../../lib/core/plan/plan';
import { routesOf } from '../../lib/core/plan/routes';
import { planOf, Settings, textOf, TWO } from './plans';

/** What both targets say of one file under one set of settings. */
const CASES: readonly (readonly [string, Settings])[] = [
  ['nothing said', {}],
  ['two listeners', { listeners: [{ port: 80 }, { port: 8080 }] }],
  ['a listener elsewhere', { listeners: [{ port: 9000, instancePort: 8080 }] }],
  ['HTTPS with its redirect', { certificates: 1, listeners: [{ port: 443, instancePort: 80 }] }],
  ['rules', { listeners: [{ port: 80, rules: [{ pathPatterns: ['/admin/*', '/admin'], instancePort: 8080 }, { hostHeaders: ['a.example.com'], instancePort: 8080, stickinessSeconds: 60 }] }] }],
  ['a health check', { listeners: [{ port: 80, deregistrationDelaySeconds: 5, healthCheck: { path: '/up', httpCodes: '204', intervalSeconds: 10, timeoutSeconds: 3, healthyThresholdCount: 2, unhealthyThresholdCount: 4 } }] }],
  ['bounds', { minCapacity: 3, maxCapacity: 9 }],
  ['one instance', { minCapacity: 1, maxCapacity: 1 }],
  ['environment properties', { environmentProperties: { STAGE: 'live', TABLE: 'orders' } }],
];

test.each(CASES)('both targets agree: %s', (_, settings) => {
  const ecs = planEcs(TWO, { ownVpc: false, ...settings }).plan!;
  const plan = planOf(settings);
  const routes = routesOf(ecs.front!);
  expect(ports(plan)).toEqual([...ecs.front!.listeners.map(({ port }) => port), ...ecs.front!.redirects.map(({ port }) => port)].sort());
  expect(routes.map((route) => processOf(plan, route))).toEqual(routes.map(expectedOf));
  expect([valueOf(plan, 'aws:autoscaling:asg', 'MinSize'), valueOf(plan, 'aws:autoscaling:asg', 'MaxSize')]).toEqual([String(ecs.capacity.minCapacity), String(ecs.capacity.maxCapacity)]);
  expect(valueOf(plan, 'aws:autoscaling:updatepolicy:rollingupdate', 'MinInstancesInService')).toBe(String(ecs.capacity.minInstancesInService));
  for (const { environment } of ecs.task.containers) {
    const shared = environment.filter(({ name }) => name !== 'AWS_REGION').map(({ name, value }) => [name, value]);
    expect(variables(plan)).toEqual(shared);
  }
});

/** The ports of the listeners that are on. */
function ports({ options }: BeanstalkPlan): number[] {
  const on = options.filter((option) => option.namespace.startsWith('aws:elbv2:listener:') && option.name === 'ListenerEnabled' && textOf(option) === 'true');
  return on.map(({ namespace }) => Number(namespace.split(':')[3].replace('default', '80'))).sort();
}

/** What the options say of the requests of one route. */
function processOf(plan: BeanstalkPlan, { listener, rule }: RoutePlan): Record<string, string | undefined> {
  const namespace = `aws:elbv2:listener:${listener === '80' ? 'default' : listener}`;
  const ruleNamespace = `aws:elbv2:listenerrule:rule${listener}${rule?.key}`;
  if (rule) expect(valueOf(plan, namespace, 'Rules')?.split(',')).toContain(ruleNamespace.split(':')[3]);
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
    port: String(target.hostPort), protocol: target.protocol, path: check.path, codes: check.httpCodes, interval: String(check.intervalSeconds),
    timeout: String(check.timeoutSeconds), healthy: String(check.healthyThresholdCount), unhealthy: String(check.unhealthyThresholdCount),
    delay: String(target.deregistrationDelaySeconds), sticky: String(target.stickinessSeconds),
  };
}

function valueOf({ options }: BeanstalkPlan, namespace: string, name: string): string | undefined {
  const found = options.filter((option) => option.namespace === namespace && option.name === name);
  expect(found.length).toBeLessThan(2);
  return found.length === 0 ? undefined : textOf(found[0]);
}

function variables({ options }: BeanstalkPlan): (readonly [string, string])[] {
  return options.filter(({ namespace }) => namespace === 'aws:elasticbeanstalk:application:environment').map((option) => [option.name, textOf(option)]);
}
