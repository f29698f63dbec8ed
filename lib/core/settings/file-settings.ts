import { DockerrunSpec } from '../spec/model';
import { EnvironmentSettings } from './settings';

/** The settings with what the file says of the task as a whole; what the user chose wins. */
export function withFile<S extends Pick<EnvironmentSettings, 'networkMode' | 'images'>>(
  { builds = {}, task = {} }: DockerrunSpec, given: S,
): S {
  const images = [...new Set([...given.images ?? [], ...Object.keys(builds)])];
  return {
    ...given,
    ...(task.networkMode !== undefined && { networkMode: given.networkMode ?? task.networkMode }),
    ...(images.length > 0 && { images }),
  };
}
