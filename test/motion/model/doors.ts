import { listOf, reference, Reference, referencesIn, Template, Value } from './template';
import { Update } from './update';
import { Listener, listenerOf, WITH_WAYS } from './ways';

type Things = (id: string) => string;

/** Where clients connect, and the resources that decide where they come out. */
interface Door {
  readonly key: string;
  readonly chain: readonly string[];
  readonly ends: readonly Listener[];
}

/** What stays reachable under the same address, before and after. */
export interface Entry {
  readonly name: string;
  readonly old: Listener;
  readonly next: Listener;
  /** Once all of these are there, clients come out at `next`. */
  readonly moved: ReadonlySet<string>;
}

/** Every address that both templates have. What one of them has not, somebody has opened or closed on purpose. */
export function entriesOf(update: Update): Entry[] {
  const [old, next] = (['old', 'next'] as const).map((side) => doorsOf(update[side], (id) => update.thing(side, id)));
  return [...old.values()].flatMap((before) => {
    const after = next.get(before.key);
    if (!after) return [];
    const moved = new Set(after.chain.filter((id) => update.of(id).kind !== 'same'));
    return before.ends.flatMap((end) =>
      after.ends
        .filter(({ port }) => port === end.port || after.ends.length === 1)
        .map((other): Entry => ({ name: `${before.key}:${end.port}`, old: end, next: other, moved })),
    );
  });
}

function doorsOf(template: Template, things: Things): Map<string, Door> {
  const listeners = template.of(WITH_WAYS[0]).map(({ id }) => listenerOf(template, id, things));
  const direct = [...new Set(listeners.map(({ balancer }) => balancer))].map((balancer): Door => ({
    key: balancer,
    chain: [],
    ends: listeners.filter((listener) => listener.balancer === balancer),
  }));
  const starts = ['AWS::Route53::RecordSet', 'AWS::CloudFront::Distribution', 'AWS::ApiGatewayV2::Api'].flatMap(
    (type) => template.of(type),
  );
  const others = starts.map(({ id, type, properties: { Name, Type } }): Door => {
    const key =
      type === 'AWS::Route53::RecordSet'
        ? `${typeof Name === 'string' ? Name : JSON.stringify(Name)} ${Type}`
        : things(id);
    return { key, ...follow(template, id, things, listeners) };
  });
  return new Map([...direct, ...others].map((door) => [door.key, door]));
}

/** From a record, a distribution or an API to the listeners behind it. */
function follow(template: Template, start: string, things: Things, listeners: readonly Listener[]): Omit<Door, 'key'> {
  const chain = [start];
  const listenersOf = (thing: string) => listeners.filter(({ balancer }) => balancer === thing);
  const ends: Listener[] = [];
  for (const id of chain) {
    const { type } = template.get(id)!;
    if (type === WITH_WAYS[0]) ends.push(listenerOf(template, id, things));
    else if (type.endsWith('::LoadBalancer')) ends.push(...listenersOf(things(id)).filter(usedBy(template, chain)));
    else chain.push(...linksFrom(template, id).filter((next) => !chain.includes(next)));
  }
  return { chain, ends };
}

/** A distribution uses one port of its load balancer. */
function usedBy(template: Template, chain: readonly string[]): (listener: Listener) => boolean {
  const distribution = chain
    .map((id) => template.get(id)!)
    .find(({ type }) => type === 'AWS::CloudFront::Distribution');
  if (!distribution) return () => true;
  const [origin] = listOf(distribution.properties.DistributionConfig?.Origins);
  const { OriginProtocolPolicy: policy, HTTPPort = 80, HTTPSPort = 443 } = origin?.CustomOriginConfig ?? {};
  return ({ port }) => port === String(policy === 'https-only' ? HTTPSPort : HTTPPort);
}

/** The next links of the way, those too that name the resource and not the other way round. */
function linksFrom(template: Template, id: string): string[] {
  const { type, properties } = template.get(id)!;
  const forwards: Value = {
    'AWS::Route53::RecordSet': properties.AliasTarget?.DNSName,
    'AWS::CloudFront::Distribution': properties.DistributionConfig?.Origins,
    'AWS::ApiGatewayV2::ApiMapping': properties.ApiId,
    'AWS::ApiGatewayV2::Integration': properties.IntegrationUri,
  }[type];
  const backwards = {
    'AWS::ApiGatewayV2::DomainName': ['ApiMapping', 'DomainName'],
    'AWS::ApiGatewayV2::Api': ['Integration', 'ApiId'],
  }[type];
  const naming = backwards
    ? template
      .of(`AWS::ApiGatewayV2::${backwards[0]}`)
      .filter((each) => reference(each.properties[backwards[1]])?.id === id)
    : [];
  return [...referencesIn(forwards).map((found: Reference) => found.id), ...naming.map((each) => each.id)].filter(
    (next) => template.get(next) !== undefined,
  );
}
