import { drawPlan } from '../../lib/core/report/draw';
import { container, decisionOf, planOf, Settings } from './helpers';

const udp = (hostPort: number) => ({ hostPort, containerPort: hostPort, protocol: 'udp' });
const tcp = (hostPort: number) => ({ hostPort, containerPort: hostPort });
const BROKER = container('broker', { portMappings: [tcp(1883)] });
const DNS = container('dns', { portMappings: [udp(53), tcp(8053)] });
const TCP: Settings = { listeners: [{ port: 1883, protocol: 'TCP' }] };

const plan = (settings: Settings) => planOf({ vpc: true, ...settings }, [BROKER, DNS]);

/** What was decided about the load balancer for connections: `what: choice [source]`. */
function decided(settings: Settings): string[] {
  const own = plan(settings).decisions.filter(({ topic }) => topic.startsWith('network load balancer'));
  return own.map(({ topic, choice, source }) => `${topic.replace(/^network load balancer(, )?/, '') || 'it'}: ${choice} [${source}]`);
}

test('without listeners for connections there is no load balancer for them', () => {
  expect(planOf().networkFront).toBeNull();
  expect(plan(TCP).front).toBeNull();
});

test('by default it is public, reaches all zones and keeps no logs', () => {
  expect(decided(TCP)).toEqual([
    'it: public [default]',
    'addresses: ipv4 [default]',
    'zones: every address reaches the tasks of all zones [default]',
    'idle timeout: 350 s for TCP and TLS, 120 s for UDP [default]',
    'deletion protection: off [default]',
    'access logs: none [default]',
    'addresses of clients: their own [derived]',
  ]);
  expect(plan(TCP).networkFront).toMatchObject({ scheme: 'internet-facing', ipAddressType: 'ipv4', everybody: ['0.0.0.0/0'], crossZone: true, deletionProtection: false, accessLogs: null });
});

test('whatever was chosen is told as such', () => {
  const accessLogsBucket = { isOwned: true, usesKms: false };
  const listeners = [{ port: 8883, protocol: 'TLS' as const, certificates: 1, instancePort: 1883 }];
  expect(decided({ listeners, publicLoadBalancer: false, ipAddressType: 'dualstack', deletionProtection: true, accessLogsBucket })).toEqual([
    'it: internal [prop]',
    'addresses: dualstack [prop]',
    'zones: every address reaches the tasks of all zones [default]',
    'idle timeout: 350 s for TCP and TLS, 120 s for UDP [default]',
    'deletion protection: on [prop]',
    'access logs: the bucket, for TLS listeners [prop]',
    'addresses of clients: their own [derived]',
  ]);
});

test('the bucket gets nothing of it without TLS, and the reason says what does', () => {
  const listeners = [{ port: 80, instancePort: 1883 }, ...TCP.listeners!];
  const settings: Settings = { listeners, accessLogsBucket: { isOwned: true, usesKms: false } };
  expect(decisionOf(plan(settings), 'network load balancer, access logs')).toMatchObject({
    choice: 'none', source: 'derived',
    reason: 'A Network Load Balancer writes a line for connections of TLS listeners only, and there is none; flow logs have the others.',
  });
});

test('everybody may connect to a public one, over IPv6 too if it has that, and the VPC to an internal one', () => {
  const everybody = (settings: Settings) => plan({ ...TCP, ...settings }).networkFront?.everybody;
  expect(everybody({ ipAddressType: 'dualstack' })).toEqual(['0.0.0.0/0', '::/0']);
  expect(everybody({ publicLoadBalancer: false, ipAddressType: 'dualstack' })).toEqual(['vpc']);
});

test('a listener leads to the host port of the same number, and is checked by a connection', () => {
  const made = plan(TCP);
  expect(decisionOf(made, 'listener 1883/tcp')).toMatchObject({ topic: 'listener 1883/tcp', choice: 'TCP 1883 → host port 1883 → broker:1883', source: 'prop', reason: 'You chose it.' });
  expect(decisionOf(made, 'health check of listener 1883/tcp')).toMatchObject({
    topic: 'health check of listener 1883/tcp', choice: 'TCP connection', source: 'beanstalk', reason: 'It is enough that the container takes the connection; every 15 s.',
  });
});

test('a UDP listener is checked over TCP, and the reason says why', () => {
  expect(decisionOf(plan({ listeners: [{ port: 53, protocol: 'UDP' }] }), 'health check of listener 53/udp')).toMatchObject({
    topic: 'health check of listener 53/udp', choice: 'TCP connection on port 8053', source: 'beanstalk',
    reason: 'Nothing answers a check over UDP, so the container shows over TCP that it is there; every 15 s.',
  });
});

test.each([
  [{ path: '/up', port: 8053 }, 'GET /up on port 8053, 200-399'],
  [{ healthyHttpCodes: '204', port: 1883, interval: 30 }, 'GET / on port 1883, 204'],
  [{ port: 1883 }, 'TCP connection on port 1883'],
])('a UDP listener is checked as %j says', (healthCheck, choice) => {
  expect(decisionOf(plan({ listeners: [{ port: 53, protocol: 'UDP', healthCheck }] }), 'health check of listener 53/udp').choice).toBe(choice);
});

test('the check of another interval is yours', () => {
  const listeners = [{ port: 1883, protocol: 'TCP' as const, healthCheck: { interval: 30 } }];
  expect(decisionOf(plan({ listeners }), 'health check of listener 1883/tcp')).toMatchObject({ source: 'prop', reason: 'It is enough that the container takes the connection; every 30 s.' });
});

test.each([60, 6000])('a TCP listener takes an idle timeout of %d seconds', (tcpIdleTimeout) => {
  const made = plan({ listeners: [{ port: 1883, protocol: 'TCP', tcpIdleTimeout }] });
  expect(decisionOf(made, 'idle timeout of listener 1883/tcp').choice).toBe(`${tcpIdleTimeout} s`);
});

test('requests and connections are drawn one below the other', () => {
  const listeners: Settings['listeners'] = [{ port: 1883, protocol: 'TCP' }, { port: 80, instancePort: 8053 }, { port: 53, protocol: 'UDP' }];
  expect(drawPlan(plan({ listeners })).split('\n').slice(1, 4)).toEqual([
    '  internet → HTTP 80 → target group (instance) → host port 8053 → dns:8053',
    '  internet → TCP 1883 → target group (instance) → host port 1883 → broker:1883',
    '  internet → UDP 53 → target group (instance) → host port 53 → dns:53',
  ]);
  expect(drawPlan(plan({ ...TCP, publicLoadBalancer: false })).split('\n')[1]).toMatch(/^ {2}VPC → TCP 1883 → /);
});

test('TCP 80 does not keep port 80 from sending clients to HTTPS', () => {
  const { front } = plan({ certificates: 1, listeners: [{ port: 443, instancePort: 8053 }, { port: 80, protocol: 'TCP', instancePort: 1883 }] });
  expect(front?.redirects).toMatchObject([{ port: 80, toPort: 443 }]);
});

test('in awsvpc mode containers see the addresses of clients for UDP only', () => {
  expect(decisionOf(plan({ ...TCP, networkMode: 'awsvpc' }), 'network load balancer, addresses of clients').choice).toBe('those of the load balancer for TCP and TLS');
});

describe('replicas share an instance', () => {
  const hostPorts = (listeners: Settings['listeners']) => planOf({ vpc: true, listeners, scheduling: { kind: 'replicas' } }, [BROKER, DNS])
    .task.containers.flatMap(({ name, portMappings }) => portMappings.map(({ hostPort, protocol }) => `${name} ${hostPort}/${protocol}`));

  test('because connections find TCP on any port', () => {
    expect(hostPorts(TCP.listeners)).toEqual(['broker 0/tcp', 'dns 53/udp', 'dns 8053/tcp']);
    expect(plan({ ...TCP, scheduling: { kind: 'replicas' } }).networkFront?.listeners).toMatchObject([{ port: 1883, target: { containerPort: 1883, hostPort: 0 } }]);
  });

  test('but not what UDP leads to, nor the port that shows its health, even if a listener leads there too', () => {
    expect(hostPorts([{ port: 53, protocol: 'UDP' }, { port: 80, instancePort: 8053 }])).toEqual(['broker 1883/tcp', 'dns 53/udp', 'dns 8053/tcp']);
  });

  test('nor a port that another listener asks for the health of its own', () => {
    expect(hostPorts([{ port: 80, instancePort: 1883, healthCheck: { port: 8053 } }, { port: 81, instancePort: 8053, healthCheck: { port: 8053 } }]))
      .toEqual(['broker 0/tcp', 'dns 53/udp', 'dns 8053/tcp']);
  });
});
