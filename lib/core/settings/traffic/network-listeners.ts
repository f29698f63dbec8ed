import { DockerrunSpec } from '../../spec/model';
import { NetworkModeName, sharesInterface } from '../network/network';
import { Candidate, candidatesFor, healthCheckPort, mappedPorts, PlacedTarget, tcpCandidates } from './listeners';
import { ListenerProtocol } from './protocols';

/** Every port that a listener of a protocol may lead to. */
export function candidatesOn(
  spec: DockerrunSpec, protocol: ListenerProtocol | undefined, networkMode: NetworkModeName | undefined,
): Candidate[] {
  if (protocol === 'UDP') return mappedPorts(spec, 'udp');
  if (protocol !== 'TCP_UDP') return tcpCandidates(spec);
  const others = mappedPorts(spec, 'udp');
  return tcpCandidates(spec).filter((candidate) => others.some((other) => isTwin(candidate, other, networkMode)));
}

/**
 * Whether both protocols reach the same port, from two ports of the containers: Amazon ECS takes no service behind a
 * container port that is mapped twice. An instance that picks ports picks another one for each protocol.
 */
function isTwin(one: Candidate, other: Candidate, networkMode: NetworkModeName | undefined): boolean {
  if (one.container === other.container && one.containerPort === other.containerPort) return false;
  return sharesInterface(networkMode)
    ? one.containerPort === other.containerPort
    : one.hostPort > 0 && one.hostPort === other.hostPort;
}

/**
 * The TCP ports by which a load balancer may find out whether the container behind a UDP listener is well, where it
 * reaches them.
 */
export function healthPortsOf(
  { containerName }: Candidate, spec: DockerrunSpec, networkMode: NetworkModeName | undefined,
): number[] {
  const own = tcpCandidates(spec).filter((candidate) => candidate.containerName === containerName);
  return own
    .map(({ containerPort, hostPort }) => (sharesInterface(networkMode) ? containerPort : hostPort))
    .filter((port) => port > 0);
}

/** The port of the health check of a target; nothing for the port of its traffic, or when none would answer. */
export function networkHealthPort(
  target: PlacedTarget['target'], spec: DockerrunSpec, networkMode: NetworkModeName | undefined,
): number | undefined {
  const chosen = target.healthCheck?.port;
  if (chosen !== undefined) return healthCheckPort(chosen, tcpCandidates(spec), networkMode);
  if (target.protocol !== 'UDP') return undefined;
  const [found, ...more] = candidatesFor(target, candidatesOn(spec, target.protocol, networkMode));
  const ports = found && more.length === 0 ? healthPortsOf(found, spec, networkMode) : [];
  return ports.length === 1 ? ports[0] : undefined;
}
