import { table } from '../../finding/table';
import { pointerOf, pointersIn, Resource, Template } from '../template/cfn-template';
import { at, Json, listAt, numberAt, textAt } from '../template/json';
import { meaning } from '../template/keys';
import { Side, Update } from '../template/update';
import { LISTENER, Port, portOf } from './front';

const RECORD = 'AWS::Route53::RecordSet';
const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const API = 'AWS::ApiGatewayV2';

/** An address that clients know, and the listener that they come out at. */
export interface Entry {
  readonly name: string;
  readonly old: Port;
  readonly next: Port;
  /** Once all of these have changed, clients come out at the new one. */
  readonly path: ReadonlySet<string>;
}

interface Door {
  readonly path: readonly string[];
  readonly ports: readonly Port[];
}

/** The addresses that are there before and after. */
export function entriesOf(update: Update): Entry[] {
  const before = doorsOf(update, 'old');
  const after = doorsOf(update, 'next');
  return [...before].flatMap(([name, { ports }]) => {
    const next = after.get(name);
    if (!next) return [];
    const path = new Set(next.path.filter((id) => update.of(id).fate !== 'same'));
    return ports.flatMap((old) => next.ports.filter(({ port }) => next.ports.length === 1 || port === old.port)
      .map((port): Entry => ({ name: `${name} ${old.port}`, old, next: port, path })));
  });
}

function doorsOf(update: Update, side: Side): Map<string, Door> {
  const template = update[side];
  const things = update.things(side);
  const ports = template.ofType(LISTENER).map((listener) => portOf(update, side, listener));
  const balancers = [...new Set(ports.map(({ balancer }) => balancer))];
  const others = template.ofType(RECORD, DISTRIBUTION, `${API}::Api`);
  return new Map([
    ...balancers.map((name): [string, Door] => [
      name, { path: [], ports: ports.filter((port) => port.balancer === name) },
    ]),
    ...others.map((start): [string, Door] => [
      start.type === RECORD ? recordName(start, things) : things(start.id), follow(update, side, start),
    ]),
  ]);
}

function recordName({ properties }: Resource, things: (id: string) => string): string {
  return `${meaning(properties.Name, things)} ${textAt(properties, 'Type')}`;
}

/** From link to link until there is a listener, or a load balancer with its listeners. */
function follow(update: Update, side: Side, start: Resource): Door {
  const template = update[side];
  const path = [start.id];
  const ports: Port[] = [];
  for (const id of path) {
    const resource = template.get(id)!;
    if (resource.type === LISTENER) ports.push(portOf(update, side, resource));
    else if (resource.type === BALANCER) ports.push(...portsOf(update, side, id, used(template, path)));
    else path.push(...linksOf(template, resource).filter((next) => template.get(next) && !path.includes(next)));
  }
  return { path, ports };
}

function portsOf(update: Update, side: Side, balancer: string, only: string | undefined): Port[] {
  return update[side].ofType(LISTENER).map((listener) => portOf(update, side, listener))
    .filter((port) => port.balancer === update.thing(side, balancer) && (only === undefined || port.port === only));
}

/** The one port that a distribution asks; nothing when clients choose theirs. */
function used(template: Template, path: readonly string[]): string | undefined {
  const distribution = path.map((id) => template.get(id)!).find(({ type }) => type === DISTRIBUTION);
  if (!distribution) return undefined;
  const origin = at(listAt(distribution.properties, 'DistributionConfig', 'Origins')[0], 'CustomOriginConfig');
  return textAt(origin, 'OriginProtocolPolicy') === 'https-only'
    ? String(numberAt(origin, 'HTTPSPort') ?? 443)
    : String(numberAt(origin, 'HTTPPort') ?? 80);
}

/** The property with which others of a type lead to a resource. */
const BACKWARD = table<readonly [type: string, property: string]>({
  [`${API}::DomainName`]: [`${API}::ApiMapping`, 'DomainName'], [`${API}::Api`]: [`${API}::Integration`, 'ApiId'],
});

function linksOf(template: Template, { id, type, properties }: Resource): string[] {
  const forward = table<Json | undefined>({
    [RECORD]: at(properties, 'AliasTarget', 'DNSName'),
    [DISTRIBUTION]: at(properties, 'DistributionConfig', 'Origins'),
    [`${API}::ApiMapping`]: properties.ApiId,
    [`${API}::Integration`]: properties.IntegrationUri,
  });
  const [other, property] = BACKWARD[type] ?? [];
  const backward = other === undefined ? [] : template.ofType(other)
    .filter((resource) => pointerOf(resource.properties[property!])?.id === id);
  return [...pointersIn(forward[type]).map((pointer) => pointer.id), ...backward.map((resource) => resource.id)];
}
