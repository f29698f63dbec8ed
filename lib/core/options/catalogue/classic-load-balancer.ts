import { CatalogueNamespace, choice, flag, Form, LoadBalancerKind, list, text, whole } from './option';

/** All of it exists only where a Classic Load Balancer answers requests. */
const CLASSIC = { tier: 'web', loadBalancers: ['classic'] as readonly LoadBalancerKind[] } as const;

const PROTOCOLS = ['HTTP', 'HTTPS', 'TCP', 'SSL'];
const SAME_LAYER = { defaultNote: 'HTTP for HTTP and HTTPS, TCP for TCP and SSL' };
const LISTENERS = 'the listener options of aws:elb:listener:<port>';
const HEALTH_TARGET: Form = {
  pattern: /^(TCP|SSL|HTTPS?):\d+(\/\S*)?$/, words: 'a protocol, a port and a path, such as "HTTP:80/health"',
};

export const CLASSIC_LOAD_BALANCER: readonly CatalogueNamespace[] = [
  {
    name: 'aws:elb:healthcheck',
    about: 'the health check of a Classic Load Balancer',
    ...CLASSIC,
    options: [
      whole('HealthyThreshold', 2, 10, '3'),
      whole('Interval', 5, 300, '10'),
      whole('Timeout', 2, 60, '5'),
      whole('UnhealthyThreshold', 2, 10, '5'),
      text('Target', {
        default: 'TCP:80',
        form: HEALTH_TARGET,
        retired: '"Application Healthcheck URL" of aws:elasticbeanstalk:application',
      }),
    ],
  },
  {
    name: 'aws:elb:loadbalancer',
    about: 'a Classic Load Balancer',
    ...CLASSIC,
    options: [
      flag('CrossZone', 'false'),
      list('SecurityGroups'),
      text('ManagedSecurityGroup'),
      choice('LoadBalancerHTTPPort', ['OFF', '80'], '80', { retired: LISTENERS }),
      choice('LoadBalancerPortProtocol', ['HTTP', 'TCP'], 'HTTP', { retired: LISTENERS }),
      choice('LoadBalancerHTTPSPort', ['OFF', '443', '8443'], 'OFF', { retired: LISTENERS }),
      choice('LoadBalancerSSLPortProtocol', ['HTTPS', 'SSL'], 'HTTPS', { retired: LISTENERS }),
      text('SSLCertificateId', { retired: LISTENERS }),
    ],
  },
  {
    name: 'aws:elb:listener',
    about: 'listener 80 of a Classic Load Balancer',
    ...CLASSIC,
    options: [
      choice('ListenerProtocol', ['HTTP', 'TCP'], 'HTTP'),
      whole('InstancePort', 1, 65535, '80'),
      choice('InstanceProtocol', PROTOCOLS, undefined, SAME_LAYER),
      list('PolicyNames'),
      flag('ListenerEnabled', 'true'),
    ],
  },
  {
    name: 'aws:elb:listener:<port>',
    about: 'any listener of a Classic Load Balancer',
    ...CLASSIC,
    options: [
      choice('ListenerProtocol', PROTOCOLS, 'HTTP'),
      whole('InstancePort', 1, 65535, undefined, { defaultNote: 'the port of the listener' }),
      choice('InstanceProtocol', PROTOCOLS, undefined, SAME_LAYER),
      list('PolicyNames'),
      text('SSLCertificateId'),
      flag('ListenerEnabled', undefined, { defaultNote: 'true if another option of the listener is set' }),
    ],
  },
  {
    name: 'aws:elb:policies',
    about: 'draining and stickiness of a Classic Load Balancer',
    ...CLASSIC,
    options: [
      flag('ConnectionDrainingEnabled', 'false'),
      whole('ConnectionDrainingTimeout', 1, 3600, '20'),
      whole('ConnectionSettingIdleTimeout', 1, 3600, '60'),
      list('LoadBalancerPorts'),
      whole('Stickiness Cookie Expiration', 0, 1000000, '0'),
      flag('Stickiness Policy', 'false'),
    ],
  },
  {
    name: 'aws:elb:policies:<policy>',
    about: 'a policy of a Classic Load Balancer',
    ...CLASSIC,
    options: [
      text('CookieName'),
      list('InstancePorts'),
      list('LoadBalancerPorts'),
      flag('ProxyProtocol'),
      text('PublicKey'),
      list('PublicKeyPolicyNames'),
      list('SSLProtocols'),
      text('SSLReferencePolicy'),
      whole('Stickiness Cookie Expiration', 0, 1000000, '0'),
      flag('Stickiness Policy', 'false'),
    ],
  },
];
