import { EnvironmentSettings } from '../settings';
import { countRange } from './replica-counts';
import { runsTwice } from './scheduling';

/** For how many tasks there has to be room at once; nothing for tasks that come with their instance. */
export function neededPlaces({ scheduling }: Pick<EnvironmentSettings, 'scheduling'>): number | undefined {
  return scheduling?.kind === 'replicas' ? countRange(scheduling).max * (runsTwice(scheduling) ? 2 : 1) : undefined;
}
