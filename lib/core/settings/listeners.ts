import { ContainerSpec, DockerrunSpec, PortMappingSpec } from '../spec/model';
import { LISTENER_PORT } from './defaults';
import { ListenerSettings } from './settings';

/** A TCP port of a container that a listener may lead to. */
export interface Candidate {
  readonly container: ContainerSpec;
  readonly mapping: PortMappingSpec;
  readonly containerName: string;
  readonly containerPort: number;
  /** 0 when the instance picks a port. */
  readonly hostPort: number;
}

/** The listeners to make, or why there are none. */
export type ListenerChoice =
  | { readonly kind: 'given' | 'port-80' | 'only-port'; readonly listeners: readonly ListenerSettings[] }
  | { readonly kind: 'no-port' | 'ambiguous'; readonly listeners: readonly [] };

/** Every TCP port that the file maps. Ranges cannot stand behind a target group. */
export function tcpCandidates(spec: DockerrunSpec): Candidate[] {
  return spec.containers.flatMap((container) => (container.portMappings ?? []).flatMap((mapping) => {
    if (mapping.protocol === 'udp' || mapping.containerPortRange !== undefined || mapping.containerPort === undefined) return [];
    return [{ container, mapping, containerName: container.name ?? '', containerPort: mapping.containerPort, hostPort: mapping.hostPort ?? 0 }];
  }));
}

/** The given listeners; without any, host port 80 if it is mapped, else the only TCP port. */
export function chooseListeners(spec: DockerrunSpec, given: readonly ListenerSettings[] | undefined): ListenerChoice {
  if (given && given.length > 0) return { kind: 'given', listeners: given };
  const candidates = tcpCandidates(spec);
  if (candidates.some(({ hostPort }) => hostPort === LISTENER_PORT)) return { kind: 'port-80', listeners: [{ port: LISTENER_PORT }] };
  if (candidates.length === 0) return { kind: 'no-port', listeners: [] };
  if (candidates.length > 1) return { kind: 'ambiguous', listeners: [] };
  const [{ containerName, containerPort }] = candidates;
  return { kind: 'only-port', listeners: [{ port: LISTENER_PORT, containerName, containerPort }] };
}

/** The candidates that a listener may mean; exactly one is the answer, any other number an error. */
export function candidatesFor(listener: ListenerSettings, candidates: readonly Candidate[]): Candidate[] {
  if (listener.containerName !== undefined || listener.containerPort !== undefined) {
    return candidates.filter(({ containerName, containerPort, hostPort }) =>
      (listener.containerName ?? containerName) === containerName
      && (listener.containerPort ?? containerPort) === containerPort
      && (listener.instancePort ?? hostPort) === hostPort);
  }
  return candidates.filter(({ hostPort }) => hostPort === (listener.instancePort ?? listener.port));
}
