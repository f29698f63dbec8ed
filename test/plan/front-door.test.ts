import { Decision } from '../../lib/core/plan/decision';
import { drawPlan } from '../../lib/core/report/draw';
import { container, planning, planOf, Settings } from './helpers';

const CERTIFICATE = { region: 'us-east-1' };
const ZONE = { name: 'example.com', isPrivate: false };
const TWO = [container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }] }), container('api', { portMappings: [{ hostPort: 81, containerPort: 3000 }] })];
const RULES: Settings = { listeners: [{ port: 80, rules: [{ pathPatterns: ['/api/*'], instancePort: 81 }, { pathPatterns: ['/old'], action: { kind: 'redirect', path: '/new' } }] }] };

/** The decisions about a topic, as `choice [source] reason`. */
function decided({ decisions }: { readonly decisions: readonly Decision[] }, ...topics: string[]): string[] {
  return decisions.filter(({ topic }) => topics.includes(topic)).map(({ choice, source, reason }) => `${choice} [${source}] ${reason}`);
}

function traffic(settings: Settings, containers?: readonly object[]): string[] {
  const lines = drawPlan(planOf(settings, containers)).split('\n');
  return lines.slice(1, lines.indexOf('')).map((line) => line.trim());
}

/** The errors, and the warning about plain text. */
function refusals(settings: Settings): string[] {
  return planning(settings).problems.filter(({ rule }) => rule.severity !== 'info').map(({ message }) => message);
}

describe('clients connect to the load balancer', () => {
  test.each<Settings>([{}, { frontDoor: { kind: 'load-balancer' } }])('without a word, and when told so: %j', (settings) => {
    const { front } = planOf(settings);
    expect(front).toMatchObject({ door: { kind: 'load-balancer' }, domain: null, scheme: 'internet-facing' });
    expect(front?.listeners[0].access).toEqual({ open: true, cidrs: [], securityGroups: 0 });
  });
});

describe('an HTTP API', () => {
  const settings: Settings = { frontDoor: { kind: 'http-api' } };

  test('leads to a listener that is closed to all others, of an internal load balancer', () => {
    const { front } = planOf(settings);
    expect(front?.door).toEqual({ kind: 'http-api', listener: 80, timeout: 30, secureServerName: '', logRetentionDays: 30 });
    expect(front?.scheme).toBe('internal');
    expect(front?.listeners.map(({ access, action }) => [access, action.kind])).toEqual([[{ open: false, cidrs: [], securityGroups: 0 }, 'forward']]);
  });

  test('gives its reasons', () => {
    expect(decided(planOf(settings), 'load balancer', 'front door', 'API timeout', 'API access logs', 'API to listener')).toEqual([
      'internal application load balancer [derived] The HTTP API reaches it through the VPC; it stands in the private subnets.',
      'HTTP API → VPC link → listener 80 [prop] You chose it; the listener lets in nobody but the VPC link.',
      '30 s [default] An HTTP API waits no longer; work that takes more has to go on after the answer.',
      'a log group, kept for 30 days [default] They tell who called what, and what API Gateway answered by itself.',
      'HTTP [derived] The listener has no certificate; requests stay inside the VPC.',
    ]);
  });

  test('leads to 443 if that has a certificate, and needs no redirect', () => {
    const { front } = planOf({ certificates: 1, frontDoor: { kind: 'http-api', secureServerName: 'shop.example.com' } });
    expect(front).toMatchObject({ door: { listener: 443, secureServerName: 'shop.example.com' }, redirects: [] });
  });

  test('is drawn before the listener', () => {
    expect(traffic(settings)).toEqual(['HTTP API → VPC link → HTTP 80 → target group (instance) → host port 80 → web:8080']);
  });

  test.each([0.05, 29])('may wait for %d s', (timeout) => {
    expect(refusals({ frontDoor: { kind: 'http-api', timeout } })).toEqual([]);
    expect(decided(planOf({ frontDoor: { kind: 'http-api', timeout } }), 'API timeout')).toEqual([`${timeout} s [prop] You chose it.`]);
  });
});

describe('a distribution', () => {
  const frontDoor = { kind: 'cloudfront', originPrefixListId: 'pl-1' } as const;

  test('shows a header that every rule asks for; the last takes what the listener took', () => {
    const { front } = planOf({ ...RULES, frontDoor }, TWO);
    const [{ rules, action, access }] = front!.listeners;
    expect(rules.map(({ header, priority, action: { kind } }) => [header, priority === 50000, kind])).toEqual([
      ['X-Origin-Verify', false, 'forward'], ['X-Origin-Verify', false, 'redirect'], ['X-Origin-Verify', true, 'forward'],
    ]);
    expect(action).toEqual({ kind: 'fixed-response', statusCode: 403, contentType: 'text/plain', messageBody: '' });
    expect(access).toEqual({ open: false, cidrs: [], securityGroups: 0 });
  });

  test('leaves priorities and keys of rules as they are without it', () => {
    const numbers = (settings: Settings) => planOf(settings, TWO).front!.listeners[0].rules.map(({ key, priority }) => [key, priority]);
    expect(numbers({ ...RULES, frontDoor }).slice(0, 2)).toEqual(numbers(RULES));
  });

  test('has an answer of the listener itself behind the header too', () => {
    const { front } = planOf({ listeners: [{ port: 80, action: { kind: 'fixed-response', statusCode: 404 } }], frontDoor });
    expect(front?.listeners[0].rules).toMatchObject([{ header: 'X-Origin-Verify', priority: 50000, action: { kind: 'fixed-response', statusCode: 404 } }]);
  });

  test('gives its reasons', () => {
    const topics = ['front door', 'addresses of CloudFront', 'secret header', 'CloudFront to listener', 'names of the distribution', 'cache'];
    expect(decided(planOf({ frontDoor }), ...topics)).toEqual([
      'CloudFront → listener 80 [prop] You chose it; the listener lets in nobody but CloudFront.',
      'pl-1 [prop] AWS keeps them in a prefix list, which counts as 55 of the 60 rules that a security group may have.',
      'X-Origin-Verify [derived] Distributions of others connect from the same addresses; a request without the secret is answered with 403. AWS Secrets Manager makes its value.',
      'HTTP [derived] The listener has no certificate.',
      'its own [default] Without a certificate of yours, clients use the name that CloudFront gives, under which it still takes TLS 1.0.',
      'nothing [default] An application answers each request itself; a cache policy says what may be kept.',
    ]);
  });

  test('is drawn before the listener, with the answer to all others', () => {
    expect(traffic({ ...RULES, frontDoor }, TWO)).toEqual([
      'CloudFront → HTTP 80 /api/* → target group (instance) → host port 81 → api:3000',
      'CloudFront → HTTP 80 /old → redirect to #{protocol}://#{host}:#{port}/new?#{query}',
      'CloudFront → HTTP 80 all other requests → target group (instance) → host port 80 → web:8080',
      'CloudFront → HTTP 80 → response 403',
    ]);
  });

  test.each([80, 443, 1024, 65535])('connects to port %d', (port) => {
    const certificates = port === 443 ? 1 : undefined;
    const names = port === 443 ? { certificate: CERTIFICATE, domainNames: ['shop.example.com'] } : {};
    expect(refusals({ listeners: [{ port, instancePort: 80, certificates }], frontDoor: { ...frontDoor, ...names } }).filter((message) => !message.startsWith('Traffic'))).toEqual([]);
  });

  test('does not say that traffic is not encrypted when it is', () => {
    expect(refusals({ certificates: 1, frontDoor: { ...frontDoor, certificate: CERTIFICATE, domainNames: ['shop.example.com'] } })).toEqual([]);
    expect(refusals({ frontDoor })).toEqual(['Traffic between CloudFront and the load balancer is not encrypted, because no listener has a certificate.']);
  });

  test('with names that are known only at deployment is not checked', () => {
    const unresolved = (prop: string) => ({ unresolved: `frontDoor.${prop}` });
    const settings: Settings = {
      certificates: 1,
      frontDoor: {
        kind: 'cloudfront', certificate: { region: unresolved('certificate') }, domainNames: [unresolved('domainNames[0]')],
        originPrefixListId: unresolved('originPrefixListId'), webAclArn: unresolved('webAclArn'),
      },
    };
    expect(refusals(settings)).toEqual([]);
    expect(decided(planOf(settings), 'names of the distribution')).toEqual(['${frontDoor.domainNames[0]} [prop] You chose it.']);
  });
});

describe('a domain name', () => {
  const domain: Settings = { domainName: 'shop.example.com', domainZone: ZONE };

  test.each<[string, Settings, object]>([
    ['of a load balancer', {}, { certificateOf: 'listener', records: ['A'] }],
    ['of a load balancer with two stacks', { ipAddressType: 'dualstack', vpc: true }, { certificateOf: 'listener', records: ['A', 'AAAA'] }],
    ['of a load balancer with public addresses of IPv6 only', { ipAddressType: 'dualstack-without-public-ipv4', vpc: true }, { certificateOf: 'listener', records: ['AAAA'] }],
    ['with a certificate', { certificates: 1 }, { certificateOf: null, records: ['A'] }],
    ['of an HTTP API', { frontDoor: { kind: 'http-api' } }, { certificateOf: 'http-api', records: ['A'] }],
    ['of an HTTP API with a certificate', { frontDoor: { kind: 'http-api', certificate: CERTIFICATE } }, { certificateOf: null, records: ['A'] }],
    ['of a distribution', { frontDoor: { kind: 'cloudfront', certificate: CERTIFICATE } }, { certificateOf: 'listener', records: ['A', 'AAAA'] }],
  ])('%s', (_, settings, expected) => {
    expect(planOf({ ...domain, ...settings }).front?.domain).toMatchObject(expected);
  });

  test.each(['example.com', 'EXAMPLE.com.', 'shop.example.com'])('is in the zone %s', (name) => {
    expect(refusals({ domainName: 'shop.example.com', domainZone: { name, isPrivate: false } })).toEqual([]);
  });

  test('has 64 characters and other names 253 at most', () => {
    const long = `${'a'.repeat(56)}.example`;
    const longest = `${Array(3).fill('b'.repeat(63)).join('.')}.${'b'.repeat(61)}`;
    expect([long.length, longest.length]).toEqual([64, 253]);
    expect(refusals({ domainName: long, domainZone: { isPrivate: false }, subjectAlternativeNames: [longest] })).toEqual([]);
  });

  test('makes listener 443 alone speak HTTPS', () => {
    const { front } = planOf({ ...domain, listeners: [{ port: 443, instancePort: 80 }, { port: 8080, instancePort: 80 }] });
    expect(front?.listeners.map(({ port, protocol }) => [port, protocol])).toEqual([[443, 'HTTPS'], [8080, 'HTTP']]);
  });

  test('gives no certificate to a listener for connections', () => {
    expect(planOf({ ...domain, listeners: [{ port: 80 }, { port: 443, protocol: 'TCP', instancePort: 80 }] }).front?.domain?.certificateOf).toBeNull();
  });
});
