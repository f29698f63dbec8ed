import { choice, flag, Given, minutes, presence, tenths } from '../fields/field';

/** What Amazon ECS allows for one bake time, in minutes. */
const DAY = 1440;

/** How requests move from the old version to the new one. */
export const strategyFields = {
  kind: choice('rolling', 'blue-green', 'linear', 'canary').required(),
  /** How long both versions run once the new one has all requests; for `rolling`, how long alarms are watched. */
  bakeTime: minutes(0, DAY).hint('Use 10 minutes.'),
  /** Of a canary: the share that moves first. */
  percent: tenths(0.1, 100).hint('Use 10.'),
  /** Of a linear shift: the share that moves at each step. */
  stepPercent: tenths(3, 100).hint('Use 10.'),
  /** How long each share is watched before the next one moves. */
  stepBakeTime: minutes(0, DAY).hint('Use 10 minutes.'),
  /** Whether `rolling` has the second target groups of the other strategies too, on the way to one of them or back. */
  secondTargetGroups: flag(),
  /** The role with which Amazon ECS moves requests. */
  role: presence(),
};

export type StrategySettings = Given<typeof strategyFields>;
export type StrategyName = StrategySettings['kind'];

/** A strategy with every figure that says how requests move, in minutes and percent. */
export interface Shift {
  readonly kind: StrategyName;
  /** 0 for `rolling`. */
  readonly bakeTime: number;
  /** What moves first or at each step; 0 when all requests move at once. */
  readonly percent: number;
  readonly stepBakeTime: number;
}

/** Amazon ECS would keep both versions for 36 hours. */
const BAKE_TIME = 10;

/** What Amazon ECS takes. */
const SHIFTS: Readonly<Record<StrategyName, Pick<Shift, 'percent' | 'stepBakeTime'>>> = {
  'rolling': { percent: 0, stepBakeTime: 0 },
  'blue-green': { percent: 0, stepBakeTime: 0 },
  'linear': { percent: 10, stepBakeTime: 6 },
  'canary': { percent: 5, stepBakeTime: 10 },
};

/** The figures that were chosen, and the usual ones for all others. */
export function shiftOf({ kind, bakeTime = BAKE_TIME, ...chosen }: StrategySettings): Shift {
  const { percent = chosen.stepPercent ?? SHIFTS[kind].percent, stepBakeTime = SHIFTS[kind].stepBakeTime } = chosen;
  return { kind, bakeTime: kind === 'rolling' ? 0 : bakeTime, percent, stepBakeTime };
}

/** How often a share is watched before the last one moves, as CloudFormation counts. */
export function watchedSteps({ kind, percent }: Shift): number {
  if (kind === 'linear') return Math.ceil(Number((100 / percent).toFixed(6))) - 1;
  return kind === 'canary' ? 1 : 0;
}
