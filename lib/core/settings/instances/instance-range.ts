import { EnvironmentSettings, isUnresolved } from '../settings';
import { capacityBounds } from './capacity-bounds';

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
