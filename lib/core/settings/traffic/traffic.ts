import { DockerrunSpec } from '../../spec/model';
import { HTTPS_PORT, LISTENER_PORT } from '../constants';
import { EnvironmentSettings, ListenerSettings, RuleSettings, withoutUnknown } from '../settings';
import { CertificateChoice, sharedCertificates } from './certificates';
import { hasConditions, isSecure, PlacedTarget, targetsOf, tcpCandidates } from './listeners';
import { isNetwork, NetworkProtocol, takesCertificates } from './protocols';
import { leadsToHttps } from './redirect-http';

type Settings = CertificateChoice & Pick<EnvironmentSettings, 'rules' | 'networkRoutes' | 'redirectHTTP'>;

/** Which listeners there are, or why there are none. */
interface Choice {
  /** `added` for a service behind listeners that are there already. */
  readonly kind: 'given' | 'port-80' | 'only-port' | 'no-port' | 'ambiguous' | 'added';
  readonly listeners: readonly ListenerSettings[];
}

/** Everything that clients connect to, decided once for rules and plan. */
export interface Traffic extends Choice {
  /** The listeners for requests, which are on the Application Load Balancer. */
  readonly requests: readonly ListenerSettings[];
  /** The listeners for connections, which are on the Network Load Balancer. */
  readonly connections: readonly (ListenerSettings & { readonly protocol: NetworkProtocol })[];
  /** The one for requests that is meant when none is named: 443 if clients speak HTTPS there, else the first. */
  readonly main: ListenerSettings | undefined;
  /** Whether port 80 leads to port 443 by itself. */
  readonly redirects: boolean;
  /** Everything that gets a target group. */
  readonly targets: readonly PlacedTarget[];
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

/** Settings with what follows from them and from the file for the way of a request. */
export type TrafficSettings = EnvironmentSettings & { readonly traffic: Traffic };

/** The same settings with the traffic decided, and without props whose values are not known. */
export function withTraffic<S extends EnvironmentSettings>(
  spec: DockerrunSpec, given: S,
): S & { readonly traffic: Traffic } {
  const { settings: known, unknown } = withoutUnknown(given);
  const settings = unknown.length === 0
    ? given
    : { ...known, facts: { ...known.facts, unknown: [...known.facts?.unknown ?? [], ...unknown] } };
  return { ...settings, traffic: chooseTraffic(spec, settings) };
}

/** Decides which listeners there are and what each of them is for. */
export function chooseTraffic(spec: DockerrunSpec, settings: Settings): Traffic {
  const choice = chooseListeners(spec, settings);
  const requests = choice.listeners.filter((listener) => !isNetwork(listener));
  const main = requests.find((listener) => listener.port === HTTPS_PORT && isSecure(listener)) ?? requests[0];
  return {
    ...choice, requests, main,
    connections: choice.listeners.filter(isNetwork),
    redirects: leadsToHttps(requests, settings),
    targets: targetsOf({ ...settings, listeners: choice.listeners }),
  };
}

/**
 * The given listeners; without any, host port 80 if it is mapped, else the only TCP port. A certificate moves it to
 * 443.
 */
function chooseListeners(spec: DockerrunSpec, settings: Settings): Choice {
  const { listeners = [], rules, networkRoutes, worker } = settings;
  const certificates = sharedCertificates(settings);
  if (listeners.length > 0) {
    const shared = (listener: ListenerSettings) => (isNetwork(listener) ? settings.certificates ?? 0 : certificates);
    return { kind: 'given', listeners: listeners.map((listener) => withCertificates(listener, shared(listener))) };
  }
  if (rules !== undefined || networkRoutes !== undefined) return { kind: 'added', listeners: [] };
  const candidates = worker ? [] : tcpCandidates(spec);
  if (candidates.length === 0) return { kind: 'no-port', listeners: [] };
  const main = certificates > 0 ? { port: HTTPS_PORT, certificates } : { port: LISTENER_PORT };
  if (candidates.some(({ hostPort }) => hostPort === LISTENER_PORT)) {
    return { kind: 'port-80', listeners: [{ ...main, instancePort: LISTENER_PORT }] };
  }
  if (candidates.length > 1) return { kind: 'ambiguous', listeners: [] };
  const [{ containerName, containerPort }] = candidates;
  return { kind: 'only-port', listeners: [{ ...main, containerName, containerPort }] };
}

function withCertificates(listener: ListenerSettings, certificates: number): ListenerSettings {
  if (listener.port !== HTTPS_PORT || !takesCertificates(listener)) return listener;
  return { ...listener, certificates: listener.certificates ?? certificates };
}

/** The rules that compete with each other, one set for each listener. */
export function ruleSetsOf({ traffic, rules = [], frontDoor }: TrafficSettings): RuleSet[] {
  const made = traffic.listeners.map((listener, index): RuleSet => {
    const own = listener.rules ?? [];
    return {
      rules: own,
      props: own.map((_, at) => `listeners[${index}].rules[${at}]`),
      guarded: frontDoor?.kind === 'cloudfront' && listener === traffic.main,
      forwardsRest: !isNetwork(listener) && listener.action === undefined,
    };
  });
  const places = [...rules.keys()];
  const listeners = [...new Set(rules.map(({ listener }) => listener))];
  return [...made, ...listeners.map((listener): RuleSet => {
    const of = places.filter((at) => rules[at].listener === listener);
    const own = of.map((at) => rules[at]);
    return {
      rules: own,
      props: of.map((at) => `rules[${at}]`),
      guarded: own.some((rule) => rule.guarded === true),
      forwardsRest: !own.every(hasConditions),
    };
  })];
}
