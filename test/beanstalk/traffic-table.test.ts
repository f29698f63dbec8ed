import { Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, ListenerAction, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { BeanstalkEnvironment, WorkerConsumer } from '../../lib';
import { container, file } from '../ecs/helpers';
import { Props } from './helpers';
import { faultsOf, walkStack } from './walks';

/*
 * Every kind of port behind every kind of listener. A legal cell leads from the client to the container with the least rules
 * that serve; an illegal one is refused, and a finding says why.
 */

type Mapping = { readonly hostPort?: number; readonly containerPort: number; readonly protocol?: string };

const PORTS: Readonly<Record<string, readonly Mapping[]>> = {
  'the same port': [{ hostPort: 80, containerPort: 80 }],
  'a mapped port': [{ hostPort: 80, containerPort: 8000 }],
  'another host port': [{ hostPort: 8888, containerPort: 80 }],
  'two host ports': [{ hostPort: 7000, containerPort: 8000 }, { hostPort: 7001, containerPort: 8000 }],
};

const REFUSED: typeof PORTS = {
  'a port that the instance picks': [{ hostPort: 0, containerPort: 8000 }],
  'a port without a host port': [{ containerPort: 8000 }],
  'a UDP port': [{ hostPort: 80, containerPort: 8000, protocol: 'udp' }],
  'no port': [],
};

/** A second container, which rules and second listeners lead to. */
const ADMIN = container('admin', { portMappings: [{ hostPort: 9000, containerPort: 9001 }] });

const VPC_ONLY = '10.0.0.0/8';
const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';

interface Kind {
  readonly props: (web: number, stack: Stack) => Props;
  /** The listeners, each with the ports of the instance that it leads to; `web` stands for the one of the cell. */
  readonly leads: Readonly<Record<string, readonly (number | 'web')[]>>;
  readonly clients?: readonly string[];
}

const LISTENERS: Readonly<Record<string, Kind>> = {
  'port 80': { props: (web) => ({ listeners: [{ port: 80, instancePort: web }] }), leads: { default: ['web'] } },
  'another port': { props: (web) => ({ listeners: [{ port: 3000, instancePort: web }] }), leads: { 3000: ['web'] } },
  'the port of a container': { props: (web) => ({ listeners: [{ port: 80, instancePort: web }, { port: 9000 }] }), leads: { default: ['web'], 9000: [9000] } },
  'HTTPS and its redirect': {
    props: (web, stack) => ({ certificates: [acm.Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE)], listeners: [{ port: 443, instancePort: web }] }),
    leads: { default: [], 443: ['web'] },
  },
  'HTTPS alone': {
    props: (web, stack) => ({
      certificates: [acm.Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE)], listeners: [{ port: 443, instancePort: web }], redirectHTTP: false,
    }),
    leads: { 443: ['web'] },
  },
  'a rule by path': {
    props: (web) => ({ listeners: [{ port: 80, instancePort: web, rules: [{ pathPatterns: ['/admin', '/admin/*'], instancePort: 9000 }] }] }), leads: { default: ['web', 9000] },
  },
  'two rules': {
    props: (web) => ({
      listeners: [{
        port: 80, instancePort: 9000, rules: [{ pathPatterns: ['/web/*'], instancePort: web }, { hostHeaders: ['admin.example.com'], pathPatterns: ['/web/*'], instancePort: 9000 }],
      }],
    }),
    leads: { default: [9000, 'web', 9000] },
  },
  'chosen clients': { props: (web) => ({ listeners: [{ port: 80, instancePort: web, allowedCidrs: [VPC_ONLY] }] }), leads: { default: ['web'] }, clients: [VPC_ONLY] },
  'a Network Load Balancer': { props: (web) => ({ listeners: [{ port: 80, instancePort: web, protocol: Protocol.TCP }] }), leads: { default: ['web'] } },
  'TLS of a Network Load Balancer': {
    props: (web, stack) => ({
      listeners: [
        { port: 6514, instancePort: web, protocol: Protocol.TLS, certificates: [acm.Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE)] },
        { port: 9000, protocol: Protocol.TCP },
      ],
    }),
    leads: { 6514: ['web'], 9000: [9000] },
  },
  'an internal load balancer': { props: (web) => ({ listeners: [{ port: 80, instancePort: web }], publicLoadBalancer: false }), leads: { default: ['web'] } },
};

const CELLS = Object.keys(PORTS).flatMap((port) => Object.keys(LISTENERS).map((listener) => [port, listener] as const));

function made(mappings: readonly Mapping[], { props }: Kind): Stack {
  const stack = new Stack();
  const dockerrun = file([container('web', { portMappings: mappings }), ADMIN]);
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun, ...props(mappings[0]?.hostPort || 8000, stack) });
  return stack;
}

test('there are as many cells as the table has', () => {
  expect(CELLS).toHaveLength(4 * 11);
});

test.each(CELLS)('%s behind %s: the whole way is open, and nothing else', (port, listener) => {
  const [{ hostPort, containerPort }] = PORTS[port];
  const { leads, clients } = LISTENERS[listener];
  const walk = walkStack(made(PORTS[port], LISTENERS[listener]), clients ? { 80: clients } : {});
  expect(faultsOf(walk)).toEqual([]);
  const ends = walk.listeners.map(({ listener: id, paths }) => [id.split(':')[1], paths.map((path) => [at(path), path[path.length - 1]])]);
  const end = (lead: number | 'web') => (lead === 'web' ? [hostPort, `container web answers on port ${containerPort}`] : [9000, 'container admin answers on port 9001']);
  const expected = Object.entries(leads).map(([name, ports]) => [name, ports.length === 0 ? [[undefined, expect.stringContaining('redirects to listener')]] : ports.map(end)]);
  expect(Object.fromEntries(ends)).toEqual(Object.fromEntries(expected));
});

/** The port of the instance that a path uses. */
function at(path: readonly string[]): number | undefined {
  const step = path.find((sentence) => sentence.includes(' takes it at tcp '));
  return step === undefined ? undefined : Number(step.split(' tcp ')[1]);
}

test.each(Object.entries(REFUSED).flatMap(([port, mappings]) => Object.keys(LISTENERS).map((listener) => [port, listener, mappings] as const)))(
  '%s behind %s: refused, as no process can have it', (_, listener, mappings) => {
    expect(() => made(mappings, LISTENERS[listener])).toThrow(/DR4002 unmapped-listener/);
  },
);

describe('other ways to the containers', () => {
  const WEB = PORTS['a mapped port'];
  const of = (props: Kind['props']) => walkStack(made(WEB, { props, leads: {} }));
  const ends = (paths: readonly (readonly string[])[]) => paths.map((path) => path[path.length - 1]);

  test('a single instance', () => {
    const walk = of(() => ({ singleInstance: true, listeners: [{ port: 80 }, { port: 9000 }] }));
    expect(faultsOf(walk)).toEqual([]);
    expect(ends(walk.environments[0].paths)).toEqual(['container web answers on port 8000', 'container admin answers on port 9001']);
  });

  test('the daemon of a worker', () => {
    const walk = of(() => ({ worker: { consumer: WorkerConsumer.daemon({ path: '/jobs' }) } }));
    expect(faultsOf(walk)).toEqual([]);
    expect(walk.environments[0].paths.map((path) => path.slice(2))).toEqual([['it posts them to port 80 of its instance, path /jobs', 'container web answers on port 8000']]);
  });

  test('a load balancer that others use too', () => {
    const walk = of((_, stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false });
      const sharedLoadBalancer = new ApplicationLoadBalancer(stack, 'Shared', { vpc, internetFacing: true });
      sharedLoadBalancer.addListener('Listener', { port: 80, defaultAction: ListenerAction.fixedResponse(404) });
      return { vpc, sharedLoadBalancer, listeners: [{ port: 80, rules: [{ pathPatterns: ['/admin/*'], instancePort: 9000 }] }] };
    });
    expect(faultsOf(walk)).toEqual([]);
    expect(ends(walk.listeners[0].paths)).toEqual([
      expect.stringMatching(/^default action of SharedListener\w+ answers by itself$/), 'container admin answers on port 9001', 'container web answers on port 8000',
    ]);
  });
});
