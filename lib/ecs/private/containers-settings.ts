import { ContainersSettings } from '../../core/settings/containers';
import { ContainersProps } from '../containers-props';

/** What the plan may know of the containers: which of them get something, not what. */
export function containersSettings({ images, secrets, registryCredentials, taskRole, executionRole }: ContainersProps): ContainersSettings {
  return {
    images: images && Object.keys(images),
    secrets: secrets && Object.fromEntries(Object.entries(secrets).map(([container, variables]) => [container, Object.keys(variables)])),
    registryCredentials: registryCredentials && Object.keys(registryCredentials),
    taskRole: taskRole && true,
    executionRole: executionRole && true,
  };
}
