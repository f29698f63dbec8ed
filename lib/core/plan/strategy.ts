import { StrategyName, StrategySettings } from '../settings/scheduling';
import { Decisions, DecisionSource } from './decision';
import { StrategyPlan } from './service-plan';

/** Amazon ECS would keep both versions for 36 hours. */
const BAKE_MINUTES = 10;

/** What Amazon ECS takes. */
const SHIFTS: Readonly<Record<StrategyName, { readonly percent: number; readonly stepBakeMinutes: number }>> = {
  'rolling': { percent: 0, stepBakeMinutes: 0 },
  'blue-green': { percent: 0, stepBakeMinutes: 0 },
  'linear': { percent: 10, stepBakeMinutes: 6 },
  'canary': { percent: 5, stepBakeMinutes: 10 },
};

const REASONS: Readonly<Record<StrategyName, string>> = {
  'rolling': 'Tasks are replaced a few at a time; no other way does with less room.',
  'blue-green': 'All requests move to the new version at once, when all of its tasks are healthy.',
  'linear': 'Requests move to the new version in equal steps.',
  'canary': 'A few requests try the new version before all others follow.',
};

/** How requests move to the new version, with every time stated: what Amazon ECS takes for a missing one differs by strategy. */
export function planStrategy(settings: StrategySettings | undefined, decisions: Decisions): StrategyPlan {
  const { kind, bakeMinutes = BAKE_MINUTES, ...shift }: StrategySettings = settings ?? { kind: 'rolling' };
  const { percent = SHIFTS[kind].percent, stepBakeMinutes = SHIFTS[kind].stepBakeMinutes } = shift;
  const plan: StrategyPlan = { kind, bakeMinutes: kind === 'rolling' ? 0 : bakeMinutes, percent, stepBakeMinutes };
  decisions.choose('deployment strategy', kind, settings ? DecisionSource.PROP : DecisionSource.DEFAULT, REASONS[kind], show(plan));
  return plan;
}

function show({ kind, bakeMinutes, percent, stepBakeMinutes }: StrategyPlan): string {
  const shift = percent === 0 ? '' : `, ${percent} % for ${stepBakeMinutes} minutes`;
  return kind === 'rolling' ? kind : `${kind}${shift}, both versions for ${bakeMinutes} minutes`;
}
