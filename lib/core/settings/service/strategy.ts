import { StrategyName, StrategySettings } from './scheduling';

/** A strategy with every figure that says how requests move. */
export type Shift = Required<Pick<StrategySettings, 'kind' | 'bakeMinutes' | 'percent' | 'stepBakeMinutes'>>;

/** Amazon ECS would keep both versions for 36 hours. */
const BAKE_MINUTES = 10;

/** What Amazon ECS takes. */
const SHIFTS: Readonly<Record<StrategyName, { readonly percent: number; readonly stepBakeMinutes: number }>> = {
  'rolling': { percent: 0, stepBakeMinutes: 0 },
  'blue-green': { percent: 0, stepBakeMinutes: 0 },
  'linear': { percent: 10, stepBakeMinutes: 6 },
  'canary': { percent: 5, stepBakeMinutes: 10 },
};

/** The figures that were chosen, and the usual ones for all others. */
export function shiftOf({ kind, bakeMinutes = BAKE_MINUTES, ...chosen }: StrategySettings): Shift {
  const { percent = SHIFTS[kind].percent, stepBakeMinutes = SHIFTS[kind].stepBakeMinutes } = chosen;
  return { kind, bakeMinutes: kind === 'rolling' ? 0 : bakeMinutes, percent, stepBakeMinutes };
}

/** How often a share is watched before the last one moves, as CloudFormation counts. */
export function watchedSteps({ kind, percent }: Shift): number {
  if (kind === 'linear') return Math.ceil(Number((100 / percent).toFixed(6))) - 1;
  return kind === 'canary' ? 1 : 0;
}
