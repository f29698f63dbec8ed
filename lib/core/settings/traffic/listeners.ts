import { ContainerSpec, DockerrunSpec, PortMappingSpec } from '../../spec/model';
import { LISTENER_PORT } from '../constants';
import { NetworkModeName, sharesInterface } from '../network/network';
import { EnvironmentSettings, ListenerSettings, RuleSettings, TargetSettings } from '../settings';
import { isNetwork, ListenerProtocol } from './protocols';

/** A port of a container that a listener may lead to. */
export interface Candidate {
  readonly container: ContainerSpec;
  readonly mapping: PortMappingSpec;
  readonly containerName: string;
  readonly containerPort: number;
  /** 0 when the instance picks a port. */
  readonly hostPort: number;
}

/** Every TCP port that the file maps. */
export function tcpCandidates(spec: DockerrunSpec): Candidate[] {
  return mappedPorts(spec, 'tcp');
}

/** Every port that the file maps for a protocol. Ranges cannot stand behind a target group. */
export function mappedPorts(spec: DockerrunSpec, wanted: 'tcp' | 'udp'): Candidate[] {
  return spec.containers.flatMap((container) => (container.portMappings ?? []).flatMap((mapping) => {
    const { protocol = 'tcp' } = mapping;
    if (protocol !== wanted || mapping.containerPortRange !== undefined || mapping.containerPort === undefined) {
      return [];
    }
    return [
      {
        container,
        mapping,
        containerName: container.name ?? '',
        containerPort: mapping.containerPort,
        hostPort: mapping.hostPort ?? 0,
      },
    ];
  }));
}

/** Whether clients speak HTTPS with a listener. */
export function isSecure(listener: ListenerSettings): boolean {
  return !isNetwork(listener) && (listener.certificates ?? 0) > 0;
}

/**
 * The candidates that a listener or a rule may mean; exactly one is the answer, any other number an error. Without any
 * port it means what an environment without listeners leads to.
 */
export function candidatesFor(
  target: TargetSettings & { readonly port?: number }, candidates: readonly Candidate[],
): readonly Candidate[] {
  const { containerName: name, containerPort: inner, instancePort = target.port } = target;
  if (name !== undefined || inner !== undefined) {
    return candidates.filter(
      ({ containerName, containerPort, hostPort }) =>
        (name ?? containerName) === containerName
        && (inner ?? containerPort) === containerPort
        && (target.instancePort ?? hostPort) === hostPort,
    );
  }
  if (instancePort !== undefined) return candidates.filter(({ hostPort }) => hostPort === instancePort);
  const usual = candidates.filter(({ hostPort }) => hostPort === LISTENER_PORT);
  return usual.length > 0 ? usual : candidates;
}

/**
 * The port that answers a health check on a port of its own, where the load balancer reaches it; none when no container
 * maps it.
 */
export function healthCheckPort(
  port: number, candidates: readonly Candidate[], networkMode: NetworkModeName | undefined,
): number | undefined {
  const found = candidates.find(({ hostPort }) => hostPort === port);
  if (!sharesInterface(networkMode)) return found?.hostPort;
  return (found ?? candidates.find(({ containerPort }) => containerPort === port))?.containerPort;
}

/** A listener or a rule, with the prop that it stands in. */
export interface PlacedTarget {
  readonly prop: string;
  /**
   * Without the port of a listener for a rule on one that is there already, and without its protocol unless it is told.
   */
  readonly target: TargetSettings & { readonly port?: number; readonly protocol?: ListenerProtocol };
}

type Settings = Pick<EnvironmentSettings, 'listeners' | 'rules' | 'networkRoutes'>;

/** Everything that needs a target group: the listeners and rules that forward. */
export function targetsOf(settings: Settings): PlacedTarget[] {
  return actionsOf(settings).filter(({ target }) => target.action === undefined);
}

/** How many target groups these need: rules of a listener that want the same of a container share one. */
export function countGroups(targets: readonly PlacedTarget[]): number {
  const demands = targets.map(({ prop, target }) => {
    const { pathPatterns, hostHeaders, priority, ...wanted }: RuleSettings = target;
    return hasConditions({ pathPatterns, hostHeaders }) ? JSON.stringify(wanted) : prop;
  });
  return new Set(demands).size;
}

/** The listeners and all rules. */
export function actionsOf({ listeners = [], rules = [], networkRoutes = [] }: Settings): PlacedTarget[] {
  const made = listeners.flatMap(({ rules: own = [], ...listener }, index) => [
    { prop: `listeners[${index}]`, target: listener },
    ...own.map((rule, at) => ({ prop: `listeners[${index}].rules[${at}]`, target: { ...rule, port: listener.port } })),
  ]);
  return [
    ...made,
    ...rules.map((target, index) => ({ prop: `rules[${index}]`, target })),
    ...networkRoutes.map((target, index) => ({ prop: `networkRoutes[${index}]`, target })),
  ];
}

/** Whether a rule takes some requests only; what takes all is the default of its listener. */
export function hasConditions({ pathPatterns = [], hostHeaders = [] }: RuleSettings): boolean {
  return pathPatterns.length + hostHeaders.length > 0;
}
