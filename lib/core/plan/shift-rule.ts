import { MAX_PRIORITY } from '../settings/rule-priority';
import { ConditionsPlan, RoutePlan } from './plan';
import { RolloutPlan } from './service-plan';

/** Amazon ECS changes the weights of rules alone, so what a listener does by default gets one that takes whatever is left. */
const LAST_RULE: ConditionsPlan = { key: '', priority: MAX_PRIORITY, pathPatterns: ['/*'], hostHeaders: [], header: '' };

/** The routes with the rules by whose weights requests move from one version to the next. */
export function withShiftRules(routes: readonly RoutePlan[], { secondTargetGroups }: RolloutPlan): RoutePlan[] {
  return routes.map((route) => ({ ...route, shiftRule: secondTargetGroups ? route.rule ?? LAST_RULE : null }));
}
