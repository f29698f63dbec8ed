import { CatalogueNamespace, CatalogueOption, choice, flag, Form, list, LoadBalancerKind, text, whole } from './option';

const WEB = { tier: 'web' } as const;
const MODERN: readonly LoadBalancerKind[] = ['application', 'network'];
const APPLICATION: readonly LoadBalancerKind[] = ['application'];
const ONLY_APPLICATION = { loadBalancers: APPLICATION };

/** One or more codes or ranges of codes from 200 to 499. */
const HTTP_CODES: Form = {
  pattern: /^[2-4]\d\d(-[2-4]\d\d)?(\s*,\s*[2-4]\d\d(-[2-4]\d\d)?)*$/,
  words: 'codes from 200 to 499 such as "200", "200,301" or "200-399"',
};
const PATH: Form = { pattern: /^\/\S*$/, words: 'a path that starts with "/"' };
const PATTERN_LIST = {
  form: { pattern: /^[^,]{1,128}(,[^,]{1,128})*$/, words: 'patterns of at most 128 characters' }, max: 5,
};

const LISTENER: readonly CatalogueOption[] = [
  text('DefaultProcess', { default: 'default' }),
  flag('ListenerEnabled', 'true'),
  choice('Protocol', ['HTTP', 'HTTPS', 'TCP', 'TLS'], undefined, {
    defaultNote: 'HTTP, or TCP on a Network Load Balancer',
  }),
  list('Rules', ONLY_APPLICATION),
  text('SSLCertificateArns'),
  text('SSLPolicy', { defaultNote: 'that of Elastic Load Balancing' }),
];

const PROCESS: readonly CatalogueOption[] = [
  whole('DeregistrationDelay', 0, 3600, '20'),
  whole('HealthCheckInterval', 5, 300, '15', { defaultNote: '30 with a Network Load Balancer' }),
  text('HealthCheckPath', { default: '/', form: PATH }),
  whole('HealthCheckTimeout', 1, 60, '5', ONLY_APPLICATION),
  whole('HealthyThresholdCount', 2, 10, '3', { defaultNote: '5 with a Network Load Balancer' }),
  text('MatcherHTTPCode', { default: '200', form: HTTP_CODES, loadBalancers: MODERN }),
  whole('Port', 1, 65535, '80'),
  choice('Protocol', ['HTTP', 'HTTPS', 'TCP'], undefined, { defaultNote: 'HTTP, or TCP with a Network Load Balancer' }),
  flag('StickinessEnabled', 'false', ONLY_APPLICATION),
  whole('StickinessLBCookieDuration', 1, 604800, '86400', ONLY_APPLICATION),
  choice('StickinessType', ['lb_cookie'], 'lb_cookie', ONLY_APPLICATION),
  whole('UnhealthyThresholdCount', 2, 10, '5'),
];

export const LOAD_BALANCER: readonly CatalogueNamespace[] = [
  { name: 'aws:elbv2:listener:default', about: 'listener 80', ...WEB, loadBalancers: MODERN, options: LISTENER },
  { name: 'aws:elbv2:listener:<port>', about: 'any listener', ...WEB, loadBalancers: MODERN, options: LISTENER },
  {
    name: 'aws:elbv2:listenerrule:<rule>',
    about: 'which requests go to which process',
    ...WEB,
    loadBalancers: APPLICATION,
    options: [
      list('HostHeaders', { ...PATTERN_LIST, defaultNote: 'the CNAME of the environment on a shared load balancer' }),
      list('PathPatterns', PATTERN_LIST),
      whole('Priority', 1, 1000, '1'),
      text('Process', { default: 'default' }),
    ],
  },
  {
    name: 'aws:elbv2:loadbalancer',
    about: 'an Application Load Balancer',
    ...WEB,
    loadBalancers: MODERN,
    options: [
      text('AccessLogsS3Bucket', ONLY_APPLICATION),
      flag('AccessLogsS3Enabled', 'false', ONLY_APPLICATION),
      text('AccessLogsS3Prefix', ONLY_APPLICATION),
      whole('IdleTimeout', 1, 3600, undefined, ONLY_APPLICATION),
      choice('IpAddressType', ['ipv4', 'dualstack'], 'ipv4'),
      text('ManagedSecurityGroup', { ...ONLY_APPLICATION, defaultNote: 'one that Beanstalk makes' }),
      list('SecurityGroups', { ...ONLY_APPLICATION, defaultNote: 'one that Beanstalk makes' }),
      text('SharedLoadBalancer', ONLY_APPLICATION),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:environment:process:default',
    about: 'the port that traffic goes to',
    ...WEB,
    options: PROCESS,
  },
  {
    name: 'aws:elasticbeanstalk:environment:process:<process>',
    about: 'a further port that traffic goes to',
    ...WEB,
    options: PROCESS,
  },
];
