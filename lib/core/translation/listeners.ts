import { table } from '../finding/table';
import { ListenerSettings, RuleSettings, TargetSettings } from '../settings/settings';
import { conditionFields, portFields } from '../settings/traffic/listener';
import { isNetworkProtocol, ListenerProtocol } from '../settings/traffic/protocols';
import { allTargetFields, healthCheckFields } from '../settings/traffic/target';
import { filled, OptionValues } from './option-values';
import { OptionPlace, readsOf } from './read-fields';
import { Reads } from './reads';
import { TranslationTarget } from './target';

const MODERN = 'aws:elbv2:listener';
const CLASSIC = 'aws:elb:listener';

/** The port that Beanstalk always listens on, unless it is switched off. */
const USUAL_PORT = 80;

const HEALTH_URL = ['aws:elasticbeanstalk:application', 'Application Healthcheck URL'] as const;
const ANY_ANSWER = '200-499';

/** What newer load balancers call the protocols of a Classic Load Balancer. */
const PROTOCOLS = table<ListenerProtocol>({ HTTP: 'HTTP', HTTPS: 'HTTPS', TCP: 'TCP', SSL: 'TLS' });

/** A listener with the certificates that it names. */
export interface TranslatedListener {
  readonly listener: ListenerSettings;
  readonly certificateArns: readonly string[];
}

type ListenerReads = (values: OptionValues, end: string, port: number) => Reads<Partial<ListenerSettings>>;

/** The listeners of an Application or a Network Load Balancer: 80, unless it is off, and those with options. */
export function modernListeners(values: OptionValues): TranslatedListener[] {
  return listenersOf(values, MODERN, ':default', 'SSLCertificateArns', modernListener);
}

/**
 * The listeners of a Classic Load Balancer: 80, unless it is off, and those with options. All share one health check.
 */
export function classicListeners(values: OptionValues, target: TranslationTarget): TranslatedListener[] {
  return listenersOf(values, CLASSIC, '', 'SSLCertificateId', (...at) => classicListener(target, ...at));
}

function listenersOf(
  values: OptionValues, namespace: string, usual: string, certificates: string, readsFor: ListenerReads,
): TranslatedListener[] {
  const ports = values.names(`${namespace}:<port>`).map(Number);
  const own = ports.map((port) => ({ port, end: `:${port}` }));
  const all = ports.includes(USUAL_PORT) ? own : [{ port: USUAL_PORT, end: usual }, ...own];
  return all.flatMap(({ port, end }) => {
    const at = `${namespace}${end}`;
    if (values.flag(at, 'ListenerEnabled') === false) return [];
    const listener = values.object<ListenerSettings>({
      ...readsFor(values, end, port), port: () => values.becauseOf(at, port),
    })!;
    return [{ listener, certificateArns: values.list(at, certificates) ?? [] }];
  });
}

function modernListener(values: OptionValues, end: string): Reads<Partial<ListenerSettings>> {
  const namespace = `${MODERN}${end}`;
  const own = readsOf(portFields, { values, of: 'option', end: () => end });
  return {
    ...own,
    protocol: () => own.protocol?.() ?? usualProtocol(values),
    rules: () => filled((values.list(namespace, 'Rules') ?? []).map((rule) => ruleOf(values, rule))),
    ...processOf(values, () => values.text(namespace, 'DefaultProcess')),
  };
}

/** A Network Load Balancer passes connections on. */
function usualProtocol(values: OptionValues): ListenerProtocol | undefined {
  return values.is('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'network') ? 'TCP' : undefined;
}

function ruleOf(values: OptionValues, name: string): RuleSettings {
  return values.object<RuleSettings>({
    ...readsOf(conditionFields, { values, of: 'option', end: () => `:${name}` }),
    ...processOf(values, () => values.text(`aws:elbv2:listenerrule:${name}`, 'Process')),
  })!;
}

/**
 * A process is a port of the instances, and how the load balancer treats it. Its name is looked up with each value that
 * depends on it.
 */
function processOf(values: OptionValues, nameOf: () => string | undefined): Reads<TargetSettings> {
  const reads = readsOf(allTargetFields, { values, of: 'option', end: () => `:${nameOf() ?? 'default'}` });
  return { ...reads, instancePort: () => reads.instancePort?.() ?? USUAL_PORT };
}

function classicListener(
  target: TranslationTarget, values: OptionValues, end: string, port: number,
): Reads<Partial<ListenerSettings>> {
  const place: OptionPlace = { values, of: 'classic', end: () => end };
  const reads = { ...readsOf(portFields, place), ...readsOf(allTargetFields, place) };
  const protocol = () => PROTOCOLS[values.text(`${CLASSIC}${end}`, 'ListenerProtocol') ?? ''];
  const own = { ...reads, protocol, instancePort: () => reads.instancePort?.() ?? port };
  const url = checkUrl(values);
  const checked = url.port === own.instancePort() ? undefined : url.port;
  const checkPort = () => checked;
  return isNetworkProtocol(protocol())
    ? {
      ...own,
      healthCheck: () => values.object({
        // Beanstalk checks connections by fewer figures than a Classic Load Balancer.
        ...target === 'ecs' ? readsOf(healthCheckFields, place) : {},
        port: () => (url.asks === 'TCP' ? taken(values, checked) : undefined),
      }),
      stickinessCookieDuration: () => undefined,
    }
    : { ...own, healthCheck: () => healthCheckOf(values, place, own.targetProtocol?.() ?? 'HTTP', checkPort) };
}

/** A check asks by the protocol of requests; one that only connects is content with any answer of the application. */
function healthCheckOf(
  values: OptionValues, place: OptionPlace, protocol: string, port: () => number | undefined,
): TargetSettings['healthCheck'] {
  const { asks, path } = checkUrl(values);
  const isSame = asks === undefined || asks === protocol;
  return values.object<NonNullable<TargetSettings['healthCheck']>>({
    ...readsOf(healthCheckFields, place),
    path: () => (isSame ? taken(values, path) : undefined),
    port: () => (isSame ? taken(values, port()) : asks === 'TCP' ? values.becauseOf(HEALTH_URL[0], port()) : undefined),
    healthyHttpCodes: () => (asks === 'TCP' ? values.becauseOf(HEALTH_URL[0], ANY_ANSWER) : undefined),
  });
}

/** What the health check of all listeners asks: `/path`, or a protocol and a port before it. */
function checkUrl(values: OptionValues): {
  readonly asks?: 'TCP' | 'HTTP' | 'HTTPS'; readonly port?: number; readonly path?: string;
} {
  const parts = /^(?:(tcp|ssl|https?):(\d+))?(\/\S*)?$/i.exec(values.peekText(...HEALTH_URL) ?? '') ?? [];
  const [, protocol, port, path] = parts as (string | undefined)[];
  const asks = protocol && (/^(tcp|ssl)$/i.test(protocol) ? 'TCP' : protocol.toUpperCase() as 'HTTP' | 'HTTPS');
  return { asks: asks || undefined, port: port === undefined ? undefined : Number(port), path };
}

/** The value, for which the URL was read. */
function taken<T>(values: OptionValues, value: T): T {
  values.text(...HEALTH_URL);
  return value;
}
