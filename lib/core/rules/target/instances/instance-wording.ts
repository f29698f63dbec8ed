import { ChosenFit } from '../../../settings/instances/types/chosen-types';
import { isOnEveryInstance } from '../../../settings/service/neighbor';
import { EnvironmentSettings } from '../../../settings/settings';

/** ` together with "api" on the same instance`, or nothing when no neighbor is on every instance. */
export function withNeighbors({ neighbors = [] }: EnvironmentSettings): string {
  const names = neighbors.filter(isOnEveryInstance).map(({ name }) => `"${name}"`);
  return names.length === 0 ? '' : ` together with ${names.join(', ')} on the same instance`;
}

/** The type to take instead, or what to do when there is none. */
export function chooseLarger({ prop, smallest }: ChosenFit, otherwise: string): string {
  if (prop !== 'instanceType') return `Remove ${prop}, or ${otherwise}.`;
  return smallest === undefined
    ? `No instance type that this version knows is large enough; ${otherwise}.`
    : `Set instanceType to ${smallest}, or ${otherwise}.`;
}
