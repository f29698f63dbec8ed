import { ContainersSettings } from '../../core/settings/containers/containers';
import { ObservabilitySettings } from '../../core/settings/service/observability';
import { ContainersProps } from '../../ecs/containers-props';
import { environmentFileSettings } from '../environment-files';
import { knownNames } from '../image-name';
import { loggingSettings } from '../log-group';

/** What the plan may know of the containers: which of them get something, not what. */
export function containersSettings(props: ContainersProps): ContainersSettings & ObservabilitySettings {
  const { images, secrets, registryCredentials, taskRole, executionRole } = props;
  return {
    ...loggingSettings(props),
    images: images && Object.keys(images),
    imageNames: images && knownNames(images),
    secrets:
      secrets
      && Object.fromEntries(
        Object.entries(secrets).map(([container, variables]) => [container, Object.keys(variables)]),
      ),
    environmentFiles: props.environmentFiles && environmentFileSettings(props),
    registryCredentials: registryCredentials && Object.keys(registryCredentials),
    taskRole: taskRole && true,
    executionRole: executionRole && true,
  };
}
