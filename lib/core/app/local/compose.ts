import { ContainerSpec, DockerrunSpec } from '../../spec/model';
import { serviceOf } from './service';
import { LocalVolumes } from './volumes';
import { toYaml, Yaml } from './yaml';

/** A file of Compose for this machine, and what it cannot do here. */
export interface LocalRun {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * The containers of a file for `docker compose`, with the same names, links, ports and mounts. Never throws.
 *
 * @see https://docs.docker.com/reference/compose-file/
 */
export function composeOf(spec: DockerrunSpec, variables: Readonly<Record<string, string>>): LocalRun {
  const volumes = new LocalVolumes(spec);
  const services = spec.containers.flatMap((container): [string, Yaml][] => (
    container.name === undefined ? [] : [[container.name, serviceOf(container, { variables, volumes }) as Yaml]]));
  const { named } = volumes;
  const notes = [
    ...(spec.authentication
      ? ['Sign in to the private registry with docker login; the file in S3 is not read here.']
      : []),
    ...volumes.notes,
    ...spec.containers.flatMap(notesOf),
  ];
  const file = { services: Object.fromEntries(services), volumes: Object.keys(named).length > 0 ? named : undefined };
  return { text: toYaml(file), notes };
}

/** What a container has on AWS only. */
function notesOf(container: ContainerSpec): string[] {
  const {
    name = '', secrets = [], environmentFiles, logConfiguration, firelensConfiguration, resourceRequirements,
    credentialSpecs,
  } = container;
  const about = (text: string) => `Container ${name}: ${text}`;
  return [
    ...secrets.map(({ name: variable, valueFrom }) =>
      about(`set ${variable} in your shell or in .env; on AWS it is ${valueFrom}.`),
    ),
    ...(environmentFiles ? [about('its environmentFiles in S3 are not read; give their variables in .env.')] : []),
    ...(logConfiguration && !['json-file', 'none'].includes(logConfiguration.logDriver ?? '')
      ? [about(`its output goes to docker compose logs, not to ${logConfiguration.logDriver}.`)]
      : []),
    ...(firelensConfiguration ? [about('it routes no logs of other containers here.')] : []),
    ...(resourceRequirements ? [about('it gets no GPU here.')] : []),
    ...(credentialSpecs ? [about('its credentialSpecs are left out.')] : []),
  ];
}
