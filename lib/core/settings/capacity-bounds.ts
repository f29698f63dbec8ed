import { MAX_CAPACITY, MIN_CAPACITY } from './defaults';
import { EnvironmentSettings, known } from './settings';

/** The bounds of the group as far as they are known; a default gives way to a bound on the other side that is. */
export function capacityBounds(settings: Pick<EnvironmentSettings, 'minCapacity' | 'maxCapacity'>): { readonly min: number; readonly max: number } {
  const min = known(settings.minCapacity) ?? Math.min(MIN_CAPACITY, known(settings.maxCapacity) ?? MIN_CAPACITY);
  const max = known(settings.maxCapacity) ?? Math.max(MAX_CAPACITY, min);
  return { min, max };
}
