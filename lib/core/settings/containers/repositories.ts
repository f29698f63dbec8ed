import { DockerrunSpec } from '../../spec/model';
import { Given, listOf, text } from '../fields/field';

export const repositoryFields = { namespace: text().required(), containerNames: listOf(text()) };

export type RepositoriesSettings = Partial<Given<typeof repositoryFields>>;

export interface NamedRepository {
  readonly containerName: string;
  readonly repositoryName: string;
}

/** The repositories that containers get: those that are named, or all. */
export function repositoriesOf(
  { containers }: DockerrunSpec, { namespace = '', containerNames }: RepositoriesSettings,
): NamedRepository[] {
  const names = containerNames ?? containers.flatMap(({ name }) => name ?? []);
  return names.map((containerName) => ({
    containerName, repositoryName: `${namespace}/${containerName.toLowerCase()}`,
  }));
}
