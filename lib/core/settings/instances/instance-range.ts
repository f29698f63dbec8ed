import { EnvironmentSettings, isUnresolved, known } from '../settings';
import { capacityFields } from './instances';

const MIN = capacityFields.minCapacity.fallback;
const MAX = capacityFields.maxCapacity.fallback;

/** The bounds of the group as far as they are known; a default gives way to a bound on the other side that is. */
export function capacityBounds(settings: Pick<EnvironmentSettings, 'minCapacity' | 'maxCapacity'>): {
  readonly min: number;
  readonly max: number;
} {
  const min = known(settings.minCapacity) ?? Math.min(MIN, known(settings.maxCapacity) ?? MIN);
  const max = known(settings.maxCapacity) ?? Math.max(MAX, min);
  return { min, max };
}

/**
 * How many instances there may be at any time of the day. A bound that is a token is taken to be as bad for a rollout
 * as it can be.
 */
export interface InstanceRange {
  readonly min: number;
  readonly max: number;
  /** How many stay in service while they are replaced one by one. */
  readonly inService: number;
  readonly isMinKnown: boolean;
  readonly isMaxKnown: boolean;
}

export function instanceRange(
  settings: Pick<EnvironmentSettings, 'minCapacity' | 'maxCapacity' | 'scheduling' | 'groupSchedules'>,
): InstanceRange {
  const { minCapacity, maxCapacity, scheduling, groupSchedules = [] } = settings;
  const isMinKnown = minCapacity === undefined || !isUnresolved(minCapacity);
  const isMaxKnown = maxCapacity === undefined || !isUnresolved(maxCapacity);
  const bounds = capacityBounds(settings);
  const schedules = [
    ...groupSchedules, ...(scheduling?.kind === 'one-per-instance' ? (scheduling.schedules ?? []) : []),
  ];
  const lows = schedules.flatMap((schedule) => schedule.minCapacity ?? []);
  const highs = schedules.flatMap((schedule) => schedule.maxCapacity ?? []);
  const max = isMaxKnown ? bounds.max : bounds.min;
  const min = Math.min(isMinKnown ? bounds.min : Math.min(1, bounds.min), ...lows, ...highs);
  const inService = Math.max(0, Math.min(bounds.min, Math.min(max, ...highs) - 1));
  return { min, max: Math.max(max, ...lows, ...highs), inService, isMinKnown, isMaxKnown };
}
