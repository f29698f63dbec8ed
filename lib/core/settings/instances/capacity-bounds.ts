import { EnvironmentSettings, known } from '../settings';
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
