import { Severity } from '../../../finding/finding';
import { didYouMean, oneOf } from '../../../finding/suggest';
import { repositoriesOf } from '../../../settings/containers/repositories';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { DockerrunSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

/** A path of lowercase words, as Amazon ECR has it. */
const NAME = /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;
const MAX_LENGTH = 256;

const ABOUT = {
  severity: Severity.ERROR,
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html',
  fields: [],
  concerns: 'settings',
} as const;

export const unknownRepository: TargetRule = {
  ...ABOUT,
  code: 'DR4193',
  name: 'unknown-repository',
  summary: 'Repositories are made for containers of the file.',
  reason: 'Nobody would pull from the repository of a container that does not exist.',
  check(spec, { repositories: { containerNames = [] } = {} }, { at, report }) {
    const known = spec.containers.flatMap(({ name }) => name ?? []);
    for (const [index, name] of containerNames.entries()) {
      if (known.includes(name)) continue;
      report(
        at(spec), `containerNames[${index}] must be a container of the file, got "${name}".`,
        didYouMean(name, known).trim() || `Write ${oneOf(known)}.`, [`containerNames[${index}]`],
      );
    }
  },
};

export const repositoryName: TargetRule = {
  ...ABOUT,
  code: 'DR4194',
  name: 'repository-name',
  summary: 'The namespace and the name of a container make a name that Amazon ECR takes.',
  reason: 'Amazon ECR refuses others.',
  check(spec, settings, { at, report }) {
    for (const { repositoryName: name } of named(spec, settings)) {
      if (NAME.test(name) && name.length <= MAX_LENGTH) continue;
      report(
        at(spec),
        `namespace and the name of a container must make a name of up to ${MAX_LENGTH} lowercase letters, digits and `
          + `single . _ - between them, got "${name}".`,
        'Rename the one that does not, or leave the container out of containerNames.', ['namespace', 'containerNames'],
      );
    }
  },
};

export const repositoryClash: TargetRule = {
  ...ABOUT,
  code: 'DR4195',
  name: 'repository-clash',
  summary: 'Each container has a repository of its own.',
  reason: 'Names of repositories have no capitals, so that names of containers may differ and theirs may not.',
  check(spec, settings, { at, report }) {
    const all = named(spec, settings);
    for (const [index, { containerName, repositoryName: name }] of all.entries()) {
      const other = all.slice(0, index).find((one) => one.repositoryName === name);
      if (!other) continue;
      report(
        at(spec),
        `The names of repositories must differ, got "${name}" for ${other.containerName} and ${containerName}.`,
        'Leave one of the two out of containerNames.', ['containerNames'],
      );
    }
  },
};

function named(spec: DockerrunSpec, { repositories }: TrafficSettings) {
  return repositories ? repositoriesOf(spec, repositories) : [];
}
