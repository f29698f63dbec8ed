import { HealthCheckSettings, ListenerSettings, TargetSettings } from '../settings/settings';
import { ListenerProtocol } from '../settings/traffic/protocols';
import { COOKIE_SECONDS, ListenerTranslation, TranslatedListener, USUAL_PORT } from './listener-translation';
import { OptionValues } from './option-values';

const POLICIES = 'aws:elb:policies';
const HEALTH = 'aws:elb:healthcheck';

/** What newer load balancers call the protocols of a Classic Load Balancer. */
const PROTOCOLS: Readonly<Record<string, ListenerProtocol>> = { HTTP: 'HTTP', HTTPS: 'HTTPS', TCP: 'TCP', SSL: 'TLS' };

/**
 * The listeners of a Classic Load Balancer: 80, unless it is off, and those with options. All share one health check.
 */
export const classicListeners: ListenerTranslation = (values) => {
  const ports = values.names('aws:elb:listener:<port>').map(Number);
  const usual = ports.includes(USUAL_PORT) ? [] : [listenerOf(values, 'aws:elb:listener', USUAL_PORT)];
  return [...usual, ...ports.map((port) => listenerOf(values, `aws:elb:listener:${port}`, port))].filter(
    (listener) => listener !== undefined,
  );
};

function listenerOf(values: OptionValues, namespace: string, port: number): TranslatedListener | undefined {
  if (values.flag(namespace, 'ListenerEnabled') === false) return undefined;
  const certificateArns = () => values.list(namespace, 'SSLCertificateId') ?? [];
  const protocol = () => PROTOCOLS[values.text(namespace, 'ListenerProtocol') ?? ''];
  const isHttp = !['TCP', 'TLS'].includes(protocol());
  const listener = values.object<ListenerSettings>({
    port: () => values.becauseOf(namespace, port),
    instancePort: () => values.whole(namespace, 'InstancePort') ?? port,
    protocol,
    certificates: () => certificateArns().length || undefined,
    targetProtocol: () => (values.is(namespace, 'InstanceProtocol', 'HTTPS') ? 'HTTPS' : undefined),
    healthCheck: () => (isHttp ? healthCheckOf(values) : undefined),
    deregistrationDelay: () => drainingOf(values),
    stickinessCookieDuration: () => (isHttp ? stickinessOf(values) : undefined),
  })!;
  return { listener, certificateArns: certificateArns() };
}

/** `/path`, or a protocol and a port before it. */
function healthCheckOf(values: OptionValues): TargetSettings['healthCheck'] {
  const url = () =>
    /^(?:(TCP|SSL|HTTPS?):(\d+))?(\/\S*)?$/.exec(
      values.text('aws:elasticbeanstalk:application', 'Application Healthcheck URL') ?? '',
    );
  return values.object<HealthCheckSettings>({
    path: () => url()?.[3],
    port: () => portIn(url()),
    interval: () => values.whole(HEALTH, 'Interval'),
    timeout: () => values.whole(HEALTH, 'Timeout'),
    healthyThresholdCount: () => values.whole(HEALTH, 'HealthyThreshold'),
    unhealthyThresholdCount: () => values.whole(HEALTH, 'UnhealthyThreshold'),
  });
}

function portIn(url: RegExpExecArray | null): number | undefined {
  return url?.[2] === undefined ? undefined : Number(url[2]);
}

function drainingOf(values: OptionValues): number | undefined {
  return values.is(POLICIES, 'ConnectionDrainingEnabled', 'false')
    ? 0
    : values.whole(POLICIES, 'ConnectionDrainingTimeout');
}

function stickinessOf(values: OptionValues): number | undefined {
  if (!values.is(POLICIES, 'Stickiness Policy', 'true')) return undefined;
  return values.whole(POLICIES, 'Stickiness Cookie Expiration') || COOKIE_SECONDS;
}
