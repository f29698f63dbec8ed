import { didYouMean } from '../../../core/finding/suggest';
import { plain } from '../../../shared/settings/tokens';

/** A path of lowercase words, as Amazon ECR has it. */
const NAME = /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;
const MAX_LENGTH = 256;

export interface NamedRepository {
  readonly containerName: string;
  readonly repositoryName: string;
}

/**
 * The repositories of containers. Throws for names that Amazon ECR refuses, and for containers that are not in the
 * file.
 */
export function repositoryNames(
  namespace: string, containerNames: readonly string[], known: readonly string[],
): NamedRepository[] {
  plain('namespace', namespace);
  const names = plain('containerNames', containerNames).map((containerName) => ({
    containerName, repositoryName: `${namespace}/${containerName.toLowerCase()}`,
  }));
  for (const [index, { containerName, repositoryName }] of names.entries()) {
    if (!known.includes(containerName)) {
      throw new Error(
        '`containerNames` must be containers of the file, got '
          + `"${containerName}".${didYouMean(containerName, known) || ` They are ${known.join(', ')}.`}`,
      );
    }
    if (!NAME.test(repositoryName) || repositoryName.length > MAX_LENGTH) {
      throw new Error(
        `\`namespace\` and the name of a container must make a name of up to ${MAX_LENGTH} lowercase letters, digits `
          + 'and single . _ - between them, '
          + `got "${repositoryName}"; rename the one that does not, or leave the container out of containerNames`,
      );
    }
    const other = names.slice(0, index).find((one) => one.repositoryName === repositoryName);
    if (other) {
      throw new Error(
        `\`containerNames\` must make names that differ, got "${other.containerName}" and "${containerName}"; leave `
          + 'one out',
      );
    }
  }
  return names;
}
