import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunListener } from '../../lib';
import { container, file, Json, templateOf } from './helpers';

/*
 * A logical id that changes makes CloudFormation replace the resource. Whatever is added, removed or moved in the file
 * or in the props, everything that it does not concern keeps its id.
 */

interface Shape {
  readonly containers: readonly string[];
  readonly listeners: readonly number[];
  /** Ports that pass connections on. */
  readonly connections?: readonly number[];
}

const PORTS: Readonly<Record<string, number>> = { web: 80, api: 8001, admin: 8002 };

/** Every resource of the template: `logical id` → `type`. */
function resources({ containers, listeners, connections = [] }: Shape): Map<string, string> {
  const made = containers.map((name) => container(name, { portMappings: [{ hostPort: PORTS[name], containerPort: PORTS[name] }] }));
  const tcp = connections.map((port): DockerrunListener => ({ port, protocol: Protocol.TCP }));
  const props = [...tcp, ...listeners.map((port): DockerrunListener => ({ port }))];
  const template = templateOf({ dockerrun: file(made), listeners: props });
  return new Map(Object.entries<Json>(template.toJSON().Resources).map(([id, { Type }]) => [id, Type]));
}

/** What is in `a` and not in `b`, without the ids. */
function typesOnlyIn(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...a].filter(([id]) => !b.has(id)).map(([, type]) => type).sort();
}

const BASE: Shape = { containers: ['web', 'api'], listeners: [80, 8001] };

/** A listener brings these and nothing else. */
const ONE_LISTENER = [
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
];

/** The first listener for connections brings its load balancer too. */
const ONE_CONNECTION = [...ONE_LISTENER, 'AWS::EC2::SecurityGroup', 'AWS::ElasticLoadBalancingV2::LoadBalancer'].sort();

test.each<[string, Shape, readonly string[], readonly string[]]>([
  ['a container is added at the end', { ...BASE, containers: ['web', 'api', 'admin'] }, [], []],
  ['a container is added at the start', { ...BASE, containers: ['admin', 'web', 'api'] }, [], []],
  ['the containers change places', { ...BASE, containers: ['api', 'web'] }, [], []],
  ['the listeners change places', { ...BASE, listeners: [8001, 80] }, [], []],
  ['the last listener is removed', { ...BASE, listeners: [80] }, [], ONE_LISTENER],
  ['the first listener and its container are removed', { containers: ['api'], listeners: [8001] }, [], ONE_LISTENER],
  ['a listener is added at the start', { containers: ['web', 'api', 'admin'], listeners: [8002, 80, 8001] }, ONE_LISTENER, []],
  ['a listener for connections is added', { ...BASE, connections: [8001] }, ONE_CONNECTION, []],
  ['a listener for connections takes a port of requests', { ...BASE, connections: [80] }, ONE_CONNECTION, []],
  ['a listener is added in the middle', { containers: ['admin', 'api', 'web'], listeners: [80, 8002, 8001] }, ONE_LISTENER, []],
])('when %s, everything else keeps its id', (_, changed, added, removed) => {
  const [before, after] = [resources(BASE), resources(changed)];
  expect(typesOnlyIn(after, before)).toEqual(added);
  expect(typesOnlyIn(before, after)).toEqual(removed);
});

test.each<[string, readonly number[], readonly string[], readonly string[]]>([
  ['change places', [8001, 80], [], []],
  ['lose the first', [8001], [], ONE_LISTENER],
  ['get another at the start', [8002, 80, 8001], ONE_LISTENER, []],
])('when listeners for connections %s, everything else keeps its id', (_, connections, added, removed) => {
  const containers = ['web', 'api', 'admin'];
  const [before, after] = [[80, 8001], connections].map((ports) => resources({ containers, listeners: [80], connections: ports }));
  expect(typesOnlyIn(after, before)).toEqual(added);
  expect(typesOnlyIn(before, after)).toEqual(removed);
});

test('when the internet shall not reach it any more, a network load balancer gets new target groups', () => {
  const targetGroups = (publicLoadBalancer: boolean) => Object.keys(templateOf({
    publicLoadBalancer, listeners: [{ port: 80, protocol: Protocol.TCP }],
  }).findResources('AWS::ElasticLoadBalancingV2::TargetGroup'));
  expect(targetGroups(true)).not.toEqual(targetGroups(false));
});
