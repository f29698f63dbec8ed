import { ContainerSpec, DockerrunSpec, PortMappingSpec } from '../spec/model';
import { CertificateChoice, sharedCertificates } from './certificates';
import { HTTPS_PORT, LISTENER_PORT } from './defaults';
import { NetworkModeName, sharesInterface } from './network-modes';
import { isNetwork, ListenerProtocol, takesCertificates } from './protocols';
import { EnvironmentSettings, ListenerSettings, RuleSettings, TargetSettings } from './settings';

/** A port of a container that a listener may lead to. */
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

/** Every TCP port that the file maps. */
export function tcpCandidates(spec: DockerrunSpec): Candidate[] {
  return mappedPorts(spec, 'tcp');
}

/** Every port that the file maps for a protocol. Ranges cannot stand behind a target group. */
export function mappedPorts(spec: DockerrunSpec, wanted: 'tcp' | 'udp'): Candidate[] {
  return spec.containers.flatMap((container) => (container.portMappings ?? []).flatMap((mapping) => {
    const { protocol = 'tcp' } = mapping;
    if (protocol !== wanted || mapping.containerPortRange !== undefined || mapping.containerPort === undefined) return [];
    return [{ container, mapping, containerName: container.name ?? '', containerPort: mapping.containerPort, hostPort: mapping.hostPort ?? 0 }];
  }));
}

/** The given listeners; without any, host port 80 if it is mapped, else the only TCP port. A certificate moves it to 443. */
export function chooseListeners(spec: DockerrunSpec, settings: CertificateChoice): ListenerChoice {
  const { listeners } = settings;
  const certificates = sharedCertificates(settings);
  if (listeners && listeners.length > 0) return { kind: 'given', listeners: listeners.map((listener) => withCertificates(listener, isNetwork(listener) ? settings.certificates ?? 0 : certificates)) };
  if (settings.worker) return { kind: 'no-port', listeners: [] };
  const candidates = tcpCandidates(spec);
  const main = certificates > 0 ? { port: HTTPS_PORT, certificates } : { port: LISTENER_PORT };
  if (candidates.some(({ hostPort }) => hostPort === LISTENER_PORT)) return { kind: 'port-80', listeners: [{ ...main, instancePort: LISTENER_PORT }] };
  if (candidates.length === 0) return { kind: 'no-port', listeners: [] };
  if (candidates.length > 1) return { kind: 'ambiguous', listeners: [] };
  const [{ containerName, containerPort }] = candidates;
  return { kind: 'only-port', listeners: [{ ...main, containerName, containerPort }] };
}

/** Whether clients speak HTTPS with a listener, which may have the certificates of the environment. */
export function isSecure(listener: ListenerSettings, shared = 0): boolean {
  const { certificates, port } = listener;
  return !isNetwork(listener) && (certificates ?? (port === HTTPS_PORT ? shared : 0)) > 0;
}

/** The listener that is meant when none is named: 443 if clients speak HTTPS there, else the first. */
export function mainListenerOf(settings: CertificateChoice): ListenerSettings | undefined {
  const listeners = (settings.listeners ?? []).filter((listener) => !isNetwork(listener));
  const certificates = sharedCertificates(settings);
  return listeners.find((listener) => listener.port === HTTPS_PORT && isSecure(listener, certificates)) ?? listeners[0];
}

/** Whether clients, or a front door, speak HTTPS with the main listener. */
export function isMainSecure(spec: DockerrunSpec, settings: CertificateChoice): boolean {
  const { listeners } = chooseListeners(spec, settings);
  return isSecure(mainListenerOf({ listeners }) ?? { port: LISTENER_PORT });
}

function withCertificates(listener: ListenerSettings, certificates: number): ListenerSettings {
  if (listener.port !== HTTPS_PORT || !takesCertificates(listener)) return listener;
  return { ...listener, certificates: listener.certificates ?? certificates };
}

/**
 * The candidates that a listener or a rule may mean; exactly one is the answer, any other number an error. Without any
 * port it means what an environment without listeners leads to.
 */
export function candidatesFor(target: TargetSettings & { readonly port?: number }, candidates: readonly Candidate[]): readonly Candidate[] {
  const { containerName: name, containerPort: inner, instancePort = target.port } = target;
  if (name !== undefined || inner !== undefined) {
    return candidates.filter(({ containerName, containerPort, hostPort }) =>
      (name ?? containerName) === containerName && (inner ?? containerPort) === containerPort && (target.instancePort ?? hostPort) === hostPort);
  }
  if (instancePort !== undefined) return candidates.filter(({ hostPort }) => hostPort === instancePort);
  const usual = candidates.filter(({ hostPort }) => hostPort === LISTENER_PORT);
  return usual.length > 0 ? usual : candidates;
}

/** The port that answers a health check on a port of its own, where the load balancer reaches it; none when no container maps it. */
export function healthCheckPort(port: number, candidates: readonly Candidate[], networkMode: NetworkModeName | undefined): number | undefined {
  const found = candidates.find(({ hostPort }) => hostPort === port);
  if (!sharesInterface(networkMode)) return found?.hostPort;
  return (found ?? candidates.find(({ containerPort }) => containerPort === port))?.containerPort;
}

/** A listener or a rule, with the prop that it stands in. */
export interface PlacedTarget {
  readonly prop: string;
  /** Without the port of a listener for a rule on one that is there already, and without its protocol unless it is told. */
  readonly target: TargetSettings & { readonly port?: number; readonly protocol?: ListenerProtocol };
}

/** The rules of one listener, each with the prop that it stands in. */
export interface RuleSet {
  readonly rules: readonly (RuleSettings & { readonly mayBeDefault?: boolean })[];
  readonly props: readonly string[];
  /** Whether its listener only takes requests that come through CloudFront, by a header. */
  readonly guarded: boolean;
  /** Whether what no rule takes goes to a container. */
  readonly forwardsRest: boolean;
}

type Traffic = Pick<EnvironmentSettings, 'listeners' | 'rules' | 'networkRoutes'>;

/** Everything that needs a target group: the listeners and rules that forward. */
export function targetsOf(traffic: Traffic): PlacedTarget[] {
  return actionsOf(traffic).filter(({ target }) => target.action === undefined);
}

/** The listeners and all rules. */
export function actionsOf({ listeners = [], rules = [], networkRoutes = [] }: Traffic): PlacedTarget[] {
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

/** The rules that compete with each other, one set for each listener. */
export function ruleSetsOf(settings: Traffic & CertificateChoice): RuleSet[] {
  const { listeners = [], rules = [], frontDoor } = settings;
  const guarded = frontDoor?.kind === 'cloudfront' ? mainListenerOf(settings) : undefined;
  const made = listeners.map((listener, index): RuleSet => {
    const own = listener.rules ?? [];
    return { rules: own, props: own.map((_, at) => `listeners[${index}].rules[${at}]`), guarded: listener === guarded, forwardsRest: !isNetwork(listener) && listener.action === undefined };
  });
  const places = [...rules.keys()];
  const indexes = [...new Set(rules.map(({ listener }) => listener))].map((listener) => places.filter((at) => rules[at].listener === listener));
  return [...made, ...indexes.map((of): RuleSet => {
    const own = of.map((at) => rules[at]);
    return { rules: own, props: of.map((at) => `rules[${at}]`), guarded: own.some((rule) => rule.guarded === true), forwardsRest: !own.every(hasConditions) };
  })];
}
