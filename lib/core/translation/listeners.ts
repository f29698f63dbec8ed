import { HealthCheckSettings, ListenerSettings, RuleSettings, TargetSettings } from '../settings/settings';
import { ListenerProtocol } from '../settings/traffic/protocols';
import { COOKIE_SECONDS, ListenerTranslation, TranslatedListener, USUAL_PORT } from './listener-translation';
import { filled, OptionValues } from './option-values';
import { Reads } from './reads';

const PROCESS = 'aws:elasticbeanstalk:environment:process';
const DEFAULT = 'default';

/** The listeners of an Application or a Network Load Balancer: 80, unless it is off, and those with options. */
export const modernListeners: ListenerTranslation = (values) => {
  const ports = values.names('aws:elbv2:listener:<port>').map(Number);
  const usual = ports.includes(USUAL_PORT) ? [] : [listenerOf(values, DEFAULT, USUAL_PORT)];
  return [...usual, ...ports.map((port) => listenerOf(values, String(port), port))].filter(
    (listener) => listener !== undefined,
  );
};

function listenerOf(values: OptionValues, name: string, port: number): TranslatedListener | undefined {
  const namespace = `aws:elbv2:listener:${name}`;
  if (values.flag(namespace, 'ListenerEnabled') === false) return undefined;
  const certificateArns = () => values.list(namespace, 'SSLCertificateArns') ?? [];
  const rules = () => (values.list(namespace, 'Rules') ?? []).map((rule) => ruleOf(values, rule));
  const listener = values.object<ListenerSettings>({
    port: () => values.becauseOf(namespace, port),
    protocol: () => values.choice<ListenerProtocol>(namespace, 'Protocol') ?? usualProtocol(values),
    sslPolicy: () => values.text(namespace, 'SSLPolicy'),
    certificates: () => certificateArns().length || undefined,
    rules: () => filled(rules()),
    ...processOf(values, () => values.text(namespace, 'DefaultProcess')),
  })!;
  return { listener, certificateArns: certificateArns() };
}

/** A Network Load Balancer passes connections on. */
function usualProtocol(values: OptionValues): ListenerProtocol | undefined {
  return values.is('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'network') ? 'TCP' : undefined;
}

function ruleOf(values: OptionValues, name: string): RuleSettings {
  const namespace = `aws:elbv2:listenerrule:${name}`;
  return values.object<RuleSettings>({
    pathPatterns: () => values.list(namespace, 'PathPatterns'),
    hostHeaders: () => values.list(namespace, 'HostHeaders'),
    priority: () => values.whole(namespace, 'Priority'),
    ...processOf(values, () => values.text(namespace, 'Process')),
  })!;
}

/**
 * A process is a port of the instances, and how the load balancer treats it. Its name is looked up with each value that
 * depends on it.
 */
function processOf(values: OptionValues, nameOf: () => string | undefined): Reads<TargetSettings> {
  const namespace = () => `${PROCESS}:${nameOf() ?? DEFAULT}`;
  return {
    instancePort: () => values.whole(namespace(), 'Port') ?? USUAL_PORT,
    healthCheck: () => healthCheckOf(values, namespace()),
    deregistrationDelay: () => values.whole(namespace(), 'DeregistrationDelay'),
    stickinessCookieDuration: () => stickinessOf(values, namespace()),
    targetProtocol: () => (values.is(namespace(), 'Protocol', 'HTTPS') ? 'HTTPS' : undefined),
  };
}

function healthCheckOf(values: OptionValues, namespace: string): TargetSettings['healthCheck'] {
  return values.object<HealthCheckSettings>({
    path: () => values.text(namespace, 'HealthCheckPath'),
    healthyHttpCodes: () => values.text(namespace, 'MatcherHTTPCode'),
    interval: () => values.whole(namespace, 'HealthCheckInterval'),
    timeout: () => values.whole(namespace, 'HealthCheckTimeout'),
    healthyThresholdCount: () => values.whole(namespace, 'HealthyThresholdCount'),
    unhealthyThresholdCount: () => values.whole(namespace, 'UnhealthyThresholdCount'),
  });
}

function stickinessOf(values: OptionValues, namespace: string): number | undefined {
  if (!values.is(namespace, 'StickinessEnabled', 'true')) return undefined;
  values.text(namespace, 'StickinessType');
  return values.whole(namespace, 'StickinessLBCookieDuration') ?? COOKIE_SECONDS;
}
