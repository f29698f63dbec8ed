import { ContainerSpec } from '../spec/model';

type SecretSpec = NonNullable<ContainerSpec['secrets']>[number];

/** Every entry of a container that names a secret: for its environment and for its log driver. */
export function secretsOf(container: ContainerSpec): readonly SecretSpec[] {
  return [...container.secrets ?? [], ...container.logConfiguration?.secretOptions ?? []];
}
