import { StrategyName, StrategySettings } from '../../../settings/service/scheduling';
import { shiftOf } from '../../../settings/service/strategy';
import { Decisions, DecisionSource } from '../../decision';
import { StrategyPlan } from './service-plan';

const REASONS: Readonly<Record<StrategyName, string>> = {
  'rolling': 'Tasks are replaced a few at a time; no other way does with less room.',
  'blue-green': 'All requests move to the new version at once, when all of its tasks are healthy.',
  'linear': 'Requests move to the new version in equal steps.',
  'canary': 'A few requests try the new version before all others follow.',
};

/**
 * How requests move to the new version, with every time stated: what Amazon ECS takes for a missing one differs by
 * strategy.
 */
export function planStrategy(settings: StrategySettings | undefined, decisions: Decisions): StrategyPlan {
  const plan: StrategyPlan = shiftOf(settings ?? { kind: 'rolling' });
  decisions.choose(
    'deployment strategy', plan.kind, settings ? DecisionSource.PROP : DecisionSource.DEFAULT, REASONS[plan.kind],
    show(plan),
  );
  return plan;
}

function show({ kind, bakeMinutes, percent, stepBakeMinutes }: StrategyPlan): string {
  const shift = percent === 0 ? '' : `, ${percent} % for ${stepBakeMinutes} minutes`;
  return kind === 'rolling' ? kind : `${kind}${shift}, both versions for ${bakeMinutes} minutes`;
}
