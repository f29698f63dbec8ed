import { DecisionSource } from '../../lib/core/plan/decision';
import { container, decisionOf, planning, planOf, Settings, targetOf } from './helpers';

type Mapping = Readonly<Record<string, unknown>>;

/** `HTTP 80 → web:8080 at host port 80 (instance)`, one for each listener of a file whose containers map these ports. */
function ways(settings: Settings, ports: Readonly<Record<string, readonly Mapping[]>>): string[] {
  const { front } = planOf(settings, Object.entries(ports).map(([name, portMappings]) => container(name, { portMappings })));
  return (front?.listeners ?? []).map(({ port, protocol, action }) => {
    const { containerName, containerPort, hostPort, targetType } = targetOf({ action });
    return `${protocol} ${port} → ${containerName}:${containerPort} at ${hostPort || 'any port'} (${targetType})`;
  });
}

/** The messages that keep the file from being deployed. */
function refusals(settings: Settings, ports: Readonly<Record<string, readonly Mapping[]>>): string[] {
  const { problems, plan } = planning(settings, Object.entries(ports).map(([name, portMappings]) => container(name, { portMappings })));
  expect(plan).toBeUndefined();
  return problems.filter(({ rule }) => rule.severity === 'error').map(({ message }) => message);
}

const on = (hostPort: number, containerPort = hostPort): Mapping => ({ hostPort, containerPort });
const TWO = { web: [on(8000, 80)], api: [on(8001, 80)] };

describe('without listeners, port 80 leads', () => {
  test('to host port 80', () => {
    expect(ways({}, { web: [on(8000)], api: [on(80, 3000)] })).toEqual(['HTTP 80 → api:3000 at 80 (instance)']);
  });

  test('to the only TCP port', () => {
    expect(ways({}, { web: [on(8000, 3000)], other: [] })).toEqual(['HTTP 80 → web:3000 at 8000 (instance)']);
  });

  test('to the only TCP port, on whichever port the instance picks', () => {
    expect(ways({}, { web: [{ containerPort: 3000 }] })).toEqual(['HTTP 80 → web:3000 at any port (instance)']);
  });

  test('past ports of UDP and ranges', () => {
    const ports = { web: [on(3000)], dns: [{ ...on(80, 53), protocol: 'udp' }], many: [{ containerPortRange: '9000-9010' }] };
    expect(ways({}, ports)).toEqual(['HTTP 80 → web:3000 at 3000 (instance)']);
  });

  test('nowhere when no container maps a TCP port', () => {
    expect(planOf({}, [container('worker', { portMappings: [{ containerPort: 53, protocol: 'udp' }] })]).front).toBeNull();
  });

  test('nowhere when it could lead to several', () => {
    expect(refusals({}, TWO)).toEqual(['is one of several ports that listener 80 could lead to: 8000 (web:80), 8001 (api:80).']);
  });

  test('the same way when the list is empty', () => {
    expect(ways({ listeners: [] }, { web: [on(80)] })).toEqual(['HTTP 80 → web:80 at 80 (instance)']);
  });
});

describe('a listener leads', () => {
  test.each<[string, Settings, Readonly<Record<string, readonly Mapping[]>>, string]>([
    ['to the host port of its own number', { listeners: [{ port: 8001 }] }, TWO, 'HTTP 8001 → api:80 at 8001 (instance)'],
    ['to instancePort', { listeners: [{ port: 80, instancePort: 8001 }] }, TWO, 'HTTP 80 → api:80 at 8001 (instance)'],
    ['to the only port of containerName', { listeners: [{ port: 80, containerName: 'api' }] }, TWO, 'HTTP 80 → api:80 at 8001 (instance)'],
    ['to the only container with containerPort', { listeners: [{ port: 80, containerPort: 9 }] }, { web: [on(80)], api: [on(1, 9)] }, 'HTTP 80 → api:9 at 1 (instance)'],
    [
      'to containerPort of containerName', { listeners: [{ port: 80, containerName: 'web', containerPort: 9 }] },
      { web: [on(80), on(81, 9)], api: [on(82, 9)] }, 'HTTP 80 → web:9 at 81 (instance)',
    ],
    [
      'to one of two host ports of a container port', { listeners: [{ port: 80, containerName: 'web', instancePort: 81 }] },
      { web: [on(80, 9), on(81, 9)] }, 'HTTP 80 → web:9 at 81 (instance)',
    ],
    ['to a port that the instance picks', { listeners: [{ port: 80, containerName: 'web' }] }, { web: [on(0, 3000)] }, 'HTTP 80 → web:3000 at any port (instance)'],
    ['to the address of the task in awsvpc mode', { networkMode: 'awsvpc', listeners: [{ port: 80 }] }, { web: [on(80, 3000)] }, 'HTTP 80 → web:3000 at 3000 (ip)'],
  ])('%s', (_, settings, ports, way) => {
    expect(ways(settings, ports)).toEqual([way]);
  });

  test('to the same container as another listener', () => {
    expect(ways({ listeners: [{ port: 8080, instancePort: 80 }, { port: 80 }] }, { web: [on(80)] })).toEqual([
      'HTTP 8080 → web:80 at 80 (instance)', 'HTTP 80 → web:80 at 80 (instance)',
    ]);
  });

  test.each<[string, Settings, string]>([
    ['to no container', { listeners: [{ port: 80 }] }, 'got host port 80, which fits none of 8000 (web:80), 8001 (api:80).'],
    ['to several', { listeners: [{ port: 80, containerPort: 80 }] }, 'got container port 80, which fits several: 8000 (web:80), 8001 (api:80).'],
    [
      'to a contradiction', { listeners: [{ port: 80, containerName: 'web', instancePort: 8001 }] },
      'got container "web" on host port 8001, which fits none of 8000 (web:80), 8001 (api:80).',
    ],
  ])('%s, and is refused', (_, settings, got) => {
    expect(refusals(settings, TWO)).toEqual([`listeners[0] must lead to one mapped TCP port, ${got}`]);
  });
});

test('a target is checked as on Beanstalk, but redirects count as healthy', () => {
  expect(targetOf(planOf().front!.listeners[0])).toMatchObject({
    healthCheck: { path: '/', healthyHttpCodes: '200-399', interval: 15, timeout: 5, healthyThresholdCount: 3, unhealthyThresholdCount: 5 },
    deregistrationDelay: 20,
  });
});

describe('the reason for', () => {
  const port = (hostPort: number) => [container('web', { portMappings: [on(hostPort, 3000)] })];

  test.each<[string, Settings, readonly object[], string, string, DecisionSource]>([
    ['listener 80', {}, port(80), 'HTTP 80 → host port 80 → web:3000', 'The file maps host port 80, where Beanstalk sends the traffic.', DecisionSource.FILE],
    ['listener 80', {}, port(9), 'HTTP 80 → host port 9 → web:3000', 'It is the only TCP port that the file maps.', DecisionSource.FILE],
    ['listener 80', {}, port(0), 'HTTP 80 → host port (dynamic) → web:3000', 'It is the only TCP port that the file maps.', DecisionSource.FILE],
    ['listener 9', { listeners: [{ port: 9 }] }, port(9), 'HTTP 9 → host port 9 → web:3000', 'You chose it.', DecisionSource.PROP],
    [
      'listener 80', { networkMode: 'awsvpc' }, port(80), 'HTTP 80 → its own address → web:3000',
      'The file maps host port 80, where Beanstalk sends the traffic.', DecisionSource.FILE,
    ],
    ['load balancer', {}, [container('web')], 'none', 'No container maps a TCP port, so there is nothing to forward to.', DecisionSource.DERIVED],
    ['health check', {}, port(80), 'GET /, 200-399', 'Every 15 s as on Beanstalk, but redirects count as healthy too.', DecisionSource.BEANSTALK],
    ['health check grace', { scheduling: { kind: 'one-per-instance', healthCheckGracePeriod: 300 } }, port(80), '300 s',
      'You chose it. A starting application is not killed for failing its first checks.', DecisionSource.PROP],
    ['health check grace', { scheduling: { kind: 'replicas', healthCheckGracePeriod: 0 } }, port(80), '0 s',
      'You chose it. A task is stopped as soon as the load balancer finds it unhealthy, however young it is.', DecisionSource.PROP],
    ['health check grace', {}, port(80), '60 s', 'A starting application is not killed for failing its first checks.', DecisionSource.DEFAULT],
  ])('%s under %j', (topic, settings, containers, choice, reason, source) => {
    expect(decisionOf(planOf(settings, containers), topic)).toMatchObject({ topic, choice, reason, source });
  });

  test('health checks and their grace is missing without a load balancer', () => {
    const { service, decisions } = planOf({}, [container('worker')]);
    expect(service.healthCheckGracePeriod).toBeNull();
    expect(decisions.filter(({ topic }) => topic.startsWith('health check'))).toEqual([]);
  });
});
