import { Shift, shiftOf, StrategyName, StrategySettings } from '../../../settings/service/strategy';
import { Decisions, DecisionSource } from '../../decision';

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
export function planStrategy(settings: StrategySettings | undefined, decisions: Decisions): Shift {
  const plan: Shift = shiftOf(settings ?? { kind: 'rolling' });
  decisions.about('scheduling.strategy').choose(
    'deployment strategy', plan.kind, settings ? DecisionSource.PROP : DecisionSource.DEFAULT, REASONS[plan.kind],
    show(plan),
  );
  return plan;
}

function show({ kind, bakeTime, percent, stepBakeTime }: Shift): string {
  const shift = percent === 0 ? '' : `, ${percent} % for ${stepBakeTime} minutes`;
  return kind === 'rolling' ? kind : `${kind}${shift}, both versions for ${bakeTime} minutes`;
}
