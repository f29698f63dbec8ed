import { DecisionSource } from '../../lib/core/plan/decision';
import { container, decisionOf, planOf, Settings, targetOf } from './helpers';

const CONTAINERS = [
  container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }] }),
  container('api', { portMappings: [{ hostPort: 3000, containerPort: 3000 }] }),
];
const POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';
const TO_WEB = { instancePort: 80 };

const planned = (settings: Settings) => planOf(settings, CONTAINERS);
const front = (settings: Settings) => planned(settings).front!;

describe('a certificate', () => {
  test('of the environment makes the site HTTPS on 443, with a redirect from 80', () => {
    const { listeners, redirects } = front({ certificates: 1 });
    expect(listeners.map(({ port, protocol, sslPolicy, action }) => [port, protocol, sslPolicy, targetOf({ action }).containerName])).toEqual([[443, 'HTTPS', POLICY, 'web']]);
    expect(redirects).toEqual([{ port: 80, toPort: 443, access: { open: true, cidrs: [], securityGroups: 0 } }]);
  });

  test('of the environment is for listener 443 only', () => {
    const { listeners } = front({ certificates: 1, listeners: [{ port: 443, ...TO_WEB }, { port: 3000 }] });
    expect(listeners.map(({ port, protocol, sslPolicy }) => [port, protocol, sslPolicy])).toEqual([[443, 'HTTPS', POLICY], [3000, 'HTTP', '']]);
  });

  test('makes any listener HTTPS that has it, with the policy that it asks for', () => {
    const { listeners, redirects } = front({ listeners: [{ port: 8443, ...TO_WEB, certificates: 2, sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' }] });
    expect(listeners.map(({ port, protocol, sslPolicy }) => [port, protocol, sslPolicy])).toEqual([[8443, 'HTTPS', 'ELBSecurityPolicy-TLS13-1-3-2021-06']]);
    expect(redirects).toEqual([]);
  });
});

describe('port 80 is not redirected', () => {
  test.each<[string, Settings]>([
    ['without a certificate', {}],
    ['when that is not wanted', { certificates: 1, redirectHTTP: false }],
    ['when it is a listener of its own', { certificates: 1, listeners: [{ port: 443, ...TO_WEB }, { port: 80 }] }],
    ['when there is no listener 443', { certificates: 1, listeners: [{ port: 3000 }] }],
  ])('%s', (_, settings) => {
    const plan = planned(settings);
    expect(plan.front!.redirects).toEqual([]);
    expect(plan.decisions.filter(({ choice }) => choice.startsWith('redirect'))).toEqual([]);
  });
});

describe('who may connect', () => {
  test.each<[string, object, object]>([
    ['everybody', {}, { open: true, cidrs: [], securityGroups: 0 }],
    ['nobody', { open: false }, { open: false, cidrs: [], securityGroups: 0 }],
    ['the given ranges', { allowedCidrs: ['203.0.113.0/24'] }, { open: false, cidrs: ['203.0.113.0/24'], securityGroups: 0 }],
    ['no range of an empty list', { allowedCidrs: [] }, { open: false, cidrs: [], securityGroups: 0 }],
    ['ranges as Amazon EC2 writes them', { allowedCidrs: ['203.0.113.7/24', '2001:DB8::/32'] }, { open: false, cidrs: ['203.0.113.0/24', '2001:db8::/32'], securityGroups: 0 }],
  ])('%s, to the redirect as well', (_, access, expected) => {
    const { listeners, redirects } = front({ listeners: [{ port: 443, ...TO_WEB, certificates: 1, ...access }] });
    expect([listeners[0].access, redirects[0].access]).toEqual([expected, expected]);
  });
});

describe('a target', () => {
  const target = (settings: object) => targetOf(front({ listeners: [{ port: 80, ...settings }] }).listeners[0]);

  test('has the usual figures where none are given', () => {
    expect(target({ healthCheck: { path: '/health', timeout: undefined } })).toEqual({
      kind: 'application', name: '', containerName: 'web', containerPort: 8080, hostPort: 80, targetType: 'instance', protocol: 'HTTP', protocolVersion: 'HTTP1',
      healthCheck: {
        protocol: 'HTTP', port: 0, path: '/health', healthyHttpCodes: '200-399', healthyGrpcCodes: '',
        interval: 15, timeout: 5, healthyThresholdCount: 3, unhealthyThresholdCount: 5,
      },
      deregistrationDelay: 20, stickinessCookieDuration: 0, slowStart: 0,
    });
  });

  test('has the figures that are given', () => {
    const healthCheck = { path: '/x', healthyHttpCodes: '204', interval: 6, timeout: 4, healthyThresholdCount: 2, unhealthyThresholdCount: 9 };
    expect(target({ healthCheck, deregistrationDelay: 0, stickinessCookieDuration: 60, slowStart: 30 })).toMatchObject({
      healthCheck, deregistrationDelay: 0, stickinessCookieDuration: 60, slowStart: 30,
    });
  });
});

describe('a rule', () => {
  const rule = { pathPatterns: ['/api/*'], hostHeaders: ['example.com'], instancePort: 3000 };

  test('leads to a container of its own', () => {
    const [{ action, rules }] = front({ listeners: [{ port: 80, rules: [rule] }] }).listeners;
    const target = targetOf({ action });
    expect(target.containerName).toBe('web');
    expect(rules).toEqual([{
      key: 'c371ec82', priority: 10505, pathPatterns: ['/api/*'], hostHeaders: ['example.com'], header: '',
      action: { kind: 'forward', target: { ...target, containerName: 'api', containerPort: 3000, hostPort: 3000 } },
    }]);
  });

  test('leads to the port of its listener when it names none', () => {
    const [{ rules }] = front({ listeners: [{ port: 80, rules: [{ pathPatterns: ['/x'] }] }] }).listeners;
    expect(rules[0]).toMatchObject({ hostHeaders: [], pathPatterns: ['/x'], action: { kind: 'forward', target: { containerName: 'web', hostPort: 80 } } });
  });

  test('has the priority that it is given', () => {
    const [{ rules }] = front({ listeners: [{ port: 80, rules: [{ ...rule, priority: 7 }] }] }).listeners;
    expect(rules[0].priority).toBe(7);
  });
});

describe('the reason for', () => {
  const rules = [{ pathPatterns: ['/api/*'], hostHeaders: ['example.com'], instancePort: 3000, priority: 7 }];

  test.each<[string, Settings, string, string, DecisionSource]>([
    [
      'load balancer', {}, 'public application load balancer',
      'Listeners speak HTTP or HTTPS; it stands in the public subnets, so that the internet can reach it.', DecisionSource.DEFAULT,
    ],
    [
      'listener 80', { certificates: 1 }, 'redirect to HTTPS 443',
      'There is a certificate, so nobody has to speak plain HTTP; the redirect is permanent.', DecisionSource.DEFAULT,
    ],
    [
      'listener 80', { certificates: 1, redirectHTTP: true }, 'redirect to HTTPS 443',
      'There is a certificate, so nobody has to speak plain HTTP; the redirect is permanent.', DecisionSource.PROP,
    ],
    [
      'listener 443', { certificates: 1 }, 'HTTPS 443 → host port 80 → web:8080',
      'The file maps host port 80, where Beanstalk sends the traffic.', DecisionSource.FILE,
    ],
    [
      'listener 80, example.com, /api/*', { listeners: [{ port: 80, rules }] }, 'priority 7 → host port 3000 → api:3000',
      'You chose it; a priority that is left out depends on the conditions alone.', DecisionSource.PROP,
    ],
    [
      'health check of listener 80', { listeners: [{ port: 80, healthCheck: { path: '/up', interval: 30 } }] }, 'GET /up, 200-399',
      'You chose it; every 30 s.', DecisionSource.PROP,
    ],
    [
      'health check of listener 80, example.com, /api/*', { listeners: [{ port: 80, rules: [{ ...rules[0], healthCheck: { healthyHttpCodes: '204' } }] }] }, 'GET /, 204',
      'You chose it; every 15 s.', DecisionSource.PROP,
    ],
    [
      'health check', { listeners: [{ port: 80, healthCheck: { path: '/up' } }, { port: 3000 }] }, 'GET /, 200-399',
      'Every 15 s as on Beanstalk, but redirects count as healthy too.', DecisionSource.BEANSTALK,
    ],
  ])('%s under %j', (topic, settings, choice, reason, source) => {
    expect(decisionOf(planned(settings), topic)).toMatchObject({ topic, choice, reason, source });
  });

  test('the usual health check is missing where no target has it', () => {
    const { decisions } = planned({ listeners: [{ port: 80, healthCheck: { path: '/up' } }] });
    expect(decisions.map(({ topic }) => topic).filter((topic) => topic === 'health check')).toEqual([]);
  });
});
