import { ListenerProtocol } from '../settings/protocols';
import { TargetSettings } from '../settings/settings';
import { defined } from './defined';
import { COOKIE_SECONDS, ListenerTranslation, TranslatedListener, USUAL_PORT } from './listener-translation';
import { OptionValues } from './option-values';

const POLICIES = 'aws:elb:policies';
const HEALTH = 'aws:elb:healthcheck';

/** What newer load balancers call the protocols of a Classic Load Balancer. */
const PROTOCOLS: Readonly<Record<string, ListenerProtocol>> = { HTTP: 'HTTP', HTTPS: 'HTTPS', TCP: 'TCP', SSL: 'TLS' };

/** The listeners of a Classic Load Balancer: 80, unless it is off, and those with options. All share one health check. */
export const classicListeners: ListenerTranslation = (values) => {
  const ports = values.names('aws:elb:listener:<port>').map(Number);
  const usual = ports.includes(USUAL_PORT) ? [] : [listenerOf(values, 'aws:elb:listener', USUAL_PORT)];
  return [...usual, ...ports.map((port) => listenerOf(values, `aws:elb:listener:${port}`, port))].filter((listener) => listener !== undefined);
};

function listenerOf(values: OptionValues, namespace: string, port: number): TranslatedListener | undefined {
  if (values.flag(namespace, 'ListenerEnabled') === false) return undefined;
  const certificateArns = values.list(namespace, 'SSLCertificateId') ?? [];
  const protocol = PROTOCOLS[values.text(namespace, 'ListenerProtocol') ?? ''];
  const isHttp = protocol === undefined || protocol === 'HTTP' || protocol === 'HTTPS';
  const listener = {
    port,
    instancePort: values.whole(namespace, 'InstancePort') ?? port,
    ...defined({
      protocol,
      certificates: certificateArns.length > 0 ? certificateArns.length : undefined,
      targetProtocol: values.text(namespace, 'InstanceProtocol') === 'HTTPS' ? 'HTTPS' as const : undefined,
      healthCheck: isHttp ? healthCheckOf(values) : undefined,
      deregistrationDelaySeconds: drainingOf(values),
      stickinessSeconds: isHttp ? stickinessOf(values) : undefined,
    }),
  };
  return { listener, certificateArns };
}

/** `/path`, or a protocol and a port before it. */
function healthCheckOf(values: OptionValues): TargetSettings['healthCheck'] {
  const url = /^(?:(TCP|SSL|HTTPS?):(\d+))?(\/\S*)?$/.exec(values.text('aws:elasticbeanstalk:application', 'Application Healthcheck URL') ?? '');
  return defined({
    path: url?.[3],
    port: url?.[2] === undefined ? undefined : Number(url[2]),
    intervalSeconds: values.whole(HEALTH, 'Interval'),
    timeoutSeconds: values.whole(HEALTH, 'Timeout'),
    healthyThresholdCount: values.whole(HEALTH, 'HealthyThreshold'),
    unhealthyThresholdCount: values.whole(HEALTH, 'UnhealthyThreshold'),
  });
}

function drainingOf(values: OptionValues): number | undefined {
  const isOn = values.flag(POLICIES, 'ConnectionDrainingEnabled');
  return isOn === false ? 0 : values.whole(POLICIES, 'ConnectionDrainingTimeout');
}

function stickinessOf(values: OptionValues): number | undefined {
  if (values.flag(POLICIES, 'Stickiness Policy') !== true) return undefined;
  return values.whole(POLICIES, 'Stickiness Cookie Expiration') || COOKIE_SECONDS;
}
