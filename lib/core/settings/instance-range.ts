import { capacityBounds } from './capacity-bounds';
import { EcsSettings, isUnresolved } from './settings';

/** How many instances there may be. A bound that is a token is taken to be as bad for a rollout as it can be. */
export interface InstanceRange {
  readonly min: number;
  readonly max: number;
  /** How many stay in service while they are replaced one by one. */
  readonly inService: number;
  readonly isMinKnown: boolean;
  readonly isMaxKnown: boolean;
}

export function instanceRange(settings: Pick<EcsSettings, 'minCapacity' | 'maxCapacity'>): InstanceRange {
  const { minCapacity, maxCapacity } = settings;
  const isMinKnown = minCapacity === undefined || !isUnresolved(minCapacity);
  const isMaxKnown = maxCapacity === undefined || !isUnresolved(maxCapacity);
  const bounds = capacityBounds(settings);
  const max = isMaxKnown ? bounds.max : bounds.min;
  const min = isMinKnown ? bounds.min : Math.min(1, bounds.min);
  return { min, max, inService: Math.max(0, Math.min(bounds.min, max - 1)), isMinKnown, isMaxKnown };
}
