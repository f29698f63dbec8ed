import { hasSecondGroups, SchedulingSettings } from '../../settings/service/scheduling';
import { NetworkRouteSettings, RouteSettings } from '../../settings/settings';
import { MAX_PRIORITY } from '../../settings/traffic/listener';
import { hasConditions } from '../../settings/traffic/listeners';
import { NetworkProtocol } from '../../settings/traffic/protocols';
import { HEALTH_CHECK } from '../../settings/traffic/target';
import { Decisions, DecisionSource } from '../decision';
import { RolloutPlan } from '../ecs/service/service-plan';
import { Reason, chose } from '../provenance';
import { balancerKey, groupKeys, Way } from './group-key';
import { planConditions } from './listener';
import { ActionPlan, ConditionsPlan, FrontPlan, HealthCheckPlan, NlbPlan, NlbRoutePlan, RoutePlan } from './model';
import { planNlbTarget, planTarget, showCheck, showWay, Surroundings } from './target';

/** Everything that leads to a service, from load balancers of both kinds. */
export interface Routes {
  readonly routes: readonly RoutePlan[];
  readonly networkRoutes: readonly NlbRoutePlan[];
}

/**
 * Amazon ECS changes the weights of rules alone, so what a listener does by default gets one that takes whatever is
 * left.
 */
const LAST_RULE: ConditionsPlan = {
  key: '',
  priority: MAX_PRIORITY,
  pathPatterns: ['/*'],
  hostHeaders: [],
  header: '',
};

/** The health check of a target that speaks plain HTTP 1 and asks for nothing else. */
const USUAL_CHECK: HealthCheckPlan = { ...HEALTH_CHECK, protocol: 'HTTP', port: 0 };

/**
 * What stands behind the listeners of the load balancers, in their order; for each its own target first, then those of
 * its rules.
 */
export function routesOf(
  {
    front, networkFront,
  }: { readonly front: Listening<FrontPlan, 'name'>; readonly networkFront: Listening<NlbPlan> },
  takeTurns: boolean,
): Routes {
  const balancer = balancerKey(front);
  const ways = (front?.listeners ?? []).flatMap(({ port, action, rules }) => [
    ...toWay({ balancer, listener: String(port), rule: null }, action),
    ...rules.flatMap(({ action: answer, ...rule }) => toWay({ balancer, listener: String(port), rule }, answer)),
  ]);
  const networkRoutes = (networkFront?.listeners ?? []).flatMap(({ port, protocol, target }) =>
    target ? [{ key: `${balancerKey(networkFront)}${port}`, listener: String(port), protocol, target }] : [],
  );
  return { routes: toRoutes(ways, takeTurns), networkRoutes };
}

type Listening<P extends FrontPlan | NlbPlan, K extends keyof P = never> = Pick<P, 'scheme' | 'listeners' | K> | null;

function toWay(way: Omit<Way, 'target'>, action: ActionPlan): Way[] {
  return action.kind === 'forward' ? [{ ...way, target: action.target }] : [];
}

function toRoutes(ways: readonly Way[], takeTurns: boolean): RoutePlan[] {
  const keys = groupKeys(ways, takeTurns);
  return ways.map(({ listener, rule, target }, index) => ({
    key: keys[index], listener, rule, shiftRule: null, target,
  }));
}

/** What leads to a service from listeners that are there already. */
export function planRoutes(
  {
    rules, networkRoutes = [], scheduling,
  }: {
    readonly rules: readonly RouteSettings[];
    readonly networkRoutes?: readonly NetworkRouteSettings[];
    readonly scheduling?: SchedulingSettings;
  },
  around: Surroundings,
  decisions: Decisions,
): Routes {
  const ways = rules.map((settings): Way => {
    const { listener, balancer = '' } = settings;
    const rule = hasConditions(settings) ? planConditions(settings) : null;
    return { balancer, listener, rule, target: planTarget(settings, around) };
  });
  const routes = toRoutes(ways, hasSecondGroups(scheduling));
  const connections = networkRoutes.map((settings): NlbRoutePlan => {
    const { listener, balancer = '', protocol } = settings;
    return { key: `${balancer}${listener}`, listener, protocol, target: planNlbTarget(settings, around)! };
  });
  for (const [index, { listener, rule, target }] of routes.entries()) {
    const choice = `${rule ? `priority ${rule.priority} → ` : ''}${showWay(target)}`;
    decisions.about(`rules[${index}]`).chosen(
      `listener ${listener}, ${rule ? showConditions(rule) : 'all other requests'}`,
      choice,
      chose('; a priority that is left out depends on the conditions alone.'),
    );
  }
  for (const [index, { listener, protocol, target }] of connections.entries()) {
    decisions.about(`networkRoutes[${index}]`).chosen(`listener ${showListener(listener, protocol)}`, showWay(target));
  }
  explainNlbChecks(connections, (_, index) => `networkRoutes[${index}]`, decisions);
  return { routes, networkRoutes: connections };
}

/** The routes with the rules by whose weights requests move from one version to the next. */
export function withShiftRules(routes: readonly RoutePlan[], { secondTargetGroups }: RolloutPlan): RoutePlan[] {
  return routes.map((route) => ({ ...route, shiftRule: secondTargetGroups ? route.rule ?? LAST_RULE : null }));
}

/** The prop of a listener or a rule. */
type PropOf<R> = (route: R, index: number) => string;

/** A check speaks what the target speaks. */
function checkProps(target: string): string[] {
  return [`${target}.healthCheck`, `${target}.targetProtocol`];
}

/** The usual health check once, and each that differs from it. */
export function explainChecks(
  routes: readonly RoutePlan[], propOf: PropOf<RoutePlan>, decisions: Decisions,
): void {
  const own = routes.filter(({ target: { healthCheck } }) => !isUsual(healthCheck));
  if (own.length < routes.length) {
    const usual = routes.filter((route) => !own.includes(route)).map((route, index) => propOf(route, index));
    decisions
      .about(...usual.flatMap(checkProps))
      .choose(
        'health check',
        showCheck(USUAL_CHECK),
        DecisionSource.BEANSTALK,
        `Every ${HEALTH_CHECK.interval} s as on Beanstalk, but redirects count as healthy too.`,
      );
  }
  for (const [index, route] of own.entries()) {
    const { listener, rule, target: { healthCheck } } = route;
    const topic = `health check of listener ${listener}${rule ? `, ${showConditions(rule)}` : ''}`;
    decisions.about(...checkProps(propOf(route, index))).chosen(
      topic, showCheck(healthCheck), chose(`; every ${healthCheck.interval} s.`),
    );
  }
}

function isUsual(healthCheck: HealthCheckPlan): boolean {
  return Object.entries(USUAL_CHECK).every(([key, value]) => healthCheck[key as keyof HealthCheckPlan] === value);
}

/** How each target for connections shows that it is well. */
export function explainNlbChecks(
  routes: readonly NlbRoutePlan[], propOf: PropOf<NlbRoutePlan>, decisions: Decisions,
): void {
  for (const [index, route] of routes.entries()) {
    const { listener, protocol, target: { healthCheck } } = route;
    decisions.about(...checkProps(propOf(route, index))).choose(
      `health check of listener ${showListener(listener, protocol)}`, showCheck(healthCheck),
      ...reasonOf(protocol, healthCheck),
    );
  }
}

function reasonOf(
  protocol: NetworkProtocol, { protocol: checked, interval: every }: HealthCheckPlan,
): [DecisionSource, string | Reason] {
  if (checked === 'HTTP') return [DecisionSource.PROP, chose(`; every ${every} s.`)];
  const reason =
    protocol === 'UDP'
      ? 'Nothing answers a check over UDP, so the container shows over TCP that it is there'
      : 'It is enough that the container takes the connection';
  const source = every === HEALTH_CHECK.interval ? DecisionSource.BEANSTALK : DecisionSource.PROP;
  return [source, `${reason}; every ${every} s.`];
}

/** `example.com, /api/*`. */
export function showConditions({ hostHeaders, pathPatterns }: ConditionsPlan): string {
  return [...hostHeaders, ...pathPatterns].join(', ') || 'all other requests';
}

/** `53/udp`. */
export function showListener(listener: string, protocol: NetworkProtocol): string {
  return `${listener}/${protocol.toLowerCase()}`;
}
