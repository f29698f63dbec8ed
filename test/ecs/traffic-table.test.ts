import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FrontDoor, Scheduling } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, environment, file, Json, only, Props, templateOf } from './helpers';

/*
 * Every network mode with every kind of port, front door and scheduling. A legal cell leads from the client to the container
 * with the least rules that serve; an illegal one is refused, and a finding says why.
 */

const MODES = [NetworkMode.BRIDGE, NetworkMode.AWS_VPC, NetworkMode.HOST, NetworkMode.NONE] as const;

const PORTS = {
  static: { hostPort: 8000, containerPort: 8000 },
  mapped: { hostPort: 80, containerPort: 8000 },
  dynamic: { hostPort: 0, containerPort: 8000 },
};

const DOORS: Readonly<Record<string, Props>> = {
  'public ALB': {},
  'internal ALB': { publicLoadBalancer: false },
  'public NLB': { listeners: [{ port: 80, containerName: 'web', protocol: Protocol.TCP }] },
  'internal NLB': { listeners: [{ port: 80, containerName: 'web', protocol: Protocol.TCP }], publicLoadBalancer: false },
  'HTTP API': { frontDoor: FrontDoor.httpApi() },
  'CloudFront': { frontDoor: FrontDoor.cloudFront({ originPrefixListId: 'pl-3b927c52' }) },
};

const SCHEDULINGS: Readonly<Record<string, Scheduling>> = {
  'one per instance': Scheduling.onePerInstance(),
  'replicas': Scheduling.replicas({ desired: 2 }),
};

type Cell = [mode: NetworkMode, port: keyof typeof PORTS, door: string, scheduling: string];

const CELLS: Cell[] = MODES.flatMap((mode) => (Object.keys(PORTS) as (keyof typeof PORTS)[]).flatMap((port) =>
  Object.keys(DOORS).flatMap((door) => Object.keys(SCHEDULINGS).map((scheduling): Cell => [mode, port, door, scheduling]))));

function propsOf([networkMode, port, door, scheduling]: Cell): Props {
  return {
    dockerrun: file([container('web', { portMappings: [PORTS[port]] })]),
    listeners: [{ port: 80, containerName: 'web' }],
    networkMode, scheduling: SCHEDULINGS[scheduling], ...DOORS[door],
  };
}

/** The ports that the load balancer has to reach, and no others. */
function portsOf([mode, port, , scheduling]: Cell): string {
  if (mode !== NetworkMode.BRIDGE) return '8000';
  return port === 'dynamic' || scheduling === 'replicas' ? '32768-65535' : String(PORTS[port].hostPort);
}

test('there are as many cells as the table has', () => {
  expect(CELLS).toHaveLength(4 * 3 * 6 * 2);
});

test.each(CELLS.filter(([mode]) => mode !== NetworkMode.NONE))('%s mode, %s port, %s, %s: the whole way is open, and nothing else', (...cell) => {
  const template = templateOf(propsOf(cell));
  const { listeners, doors, overBroad } = walk(template.toJSON() as TemplateJson);
  expect(overBroad).toEqual([]);
  expect([...listeners, ...doors].flatMap(({ breaks }) => breaks)).toEqual([]);
  const ways = listeners.flatMap(({ paths }) => paths).filter((path) => /^container web answers/.test(path[path.length - 1]));
  expect(ways).toHaveLength(1);
  expect(ways[0].join('\n')).toMatch(new RegExp(` accepts tcp ${portsOf(cell)} from `));
  const targetType = cell[0] === NetworkMode.AWS_VPC ? 'ip' : 'instance';
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.TargetType).toBe(targetType);
});

test.each(CELLS.filter(([mode]) => mode === NetworkMode.NONE))('%s mode, %s port, %s, %s: refused, as there is no network', (...cell) => {
  expect(() => environment(propsOf(cell))).toThrow(/DR4014 ports-without-network/);
});

const WEB = container('web', { portMappings: [PORTS.static] });

describe('what no cell of the table can be', () => {
  test.each<[string, RegExp, Props, object[]]>([
    ['an HTTP API before a public load balancer', /DR4104 front-door-scheme/, { frontDoor: FrontDoor.httpApi(), publicLoadBalancer: true }, [WEB]],
    ['CloudFront before an internal load balancer', /DR4104 front-door-scheme/, { ...DOORS.CloudFront, publicLoadBalancer: false }, [WEB]],
    ['an HTTP API before a Network Load Balancer', /DR410\d/, { frontDoor: FrontDoor.httpApi(), listeners: [{ port: 80, containerName: 'web', protocol: Protocol.TCP }] }, [WEB]],
    ['CloudFront before a Network Load Balancer', /DR410\d/, { ...DOORS.CloudFront, listeners: [{ port: 80, containerName: 'web', protocol: Protocol.TCP }] }, [WEB]],
    ['a UDP listener before a TCP port', /DR4002 unmapped-listener/, { listeners: [{ port: 80, containerName: 'web', protocol: Protocol.UDP }] }, [WEB]],
    ['links between containers with addresses of their own', /DR4010 dropped-link/, { networkMode: NetworkMode.AWS_VPC }, [
      { ...WEB, links: ['db'] }, container('db'),
    ]],
    ['two containers on one port of a shared address', /DR4011 shared-port-clash/, { networkMode: NetworkMode.HOST, listeners: [{ port: 80, containerName: 'web' }] }, [
      WEB, container('api', { portMappings: [{ hostPort: 8001, containerPort: 8000 }] }),
    ]],
    ['more replicas than instances that each have the port once', /DR407\d/, { scheduling: Scheduling.replicas({ desired: 5 }), networkMode: NetworkMode.HOST }, [WEB]],
  ])('%s', (_, finding, props, containers) => {
    const made = () => environment({ dockerrun: file(containers), ...props });
    let said = '';
    try {
      said = JSON.stringify(made().node.findAll().flatMap(({ node }) => node.metadata.map(({ data }: Json) => data)));
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(finding);
  });
});
