import { Place, Report } from '../finding/rule';
import { choices } from '../finding/suggest';
import { array, string } from '../syntax/build-tree';
import { JsonNode, JsonObject, member } from '../syntax/json-tree';
import { dependenciesOf } from './convert/lifecycle';
import { asName } from './convert/volumes';
import { allMembers, entriesOf, itemsOf, textAt, textIn, textsOf, valueAt } from './nodes';
import { sharedNetwork, undefinedService, unlinkedServices, unresolvedName } from './rules';

const DEFAULT = 'default';

/** More pairs than these would hide the sentence. */
const MAX_NAMED = 4;

/** Variables whose value may be the name of another service alone. */
const ADDRESS = /HOST|ADDR|SERVER|URL|URI|ENDPOINT|BROKER|PEER|NODE/i;

/** One service as the others see it. */
interface Peer {
  readonly name: string;
  readonly service: JsonObject;
  readonly networks: ReadonlySet<string>;
  /** The names beside its own by which others know it. */
  readonly aliases: readonly string[];
  readonly publishes: boolean;
}

/** A container that knows another one by name, and where that is written. */
interface Link {
  readonly to: Peer;
  readonly at: Place;
  readonly names: Set<string>;
}

/**
 * Which containers know each other by name. On the network of a project all do; in the bridge network mode a link leads
 * one way, and the links of a task may not lead in a circle.
 */
export class Links {
  private readonly peers: ReadonlyMap<string, Peer>;
  private readonly made = new Map<string, Map<string, Link>>();
  /** What starts after what, through links or without them. */
  private readonly after = new Map<string, Set<string>>();

  constructor(services: ReadonlyMap<string, JsonObject>, private readonly report: Report) {
    this.peers = new Map([...services].map(([name, service]) => [name, peerOf(name, service)]));
    for (const peer of this.peers.values()) this.orderOf(peer);
  }

  /** The links of all containers, by the names of their services. */
  make(at: Place): ReadonlyMap<string, JsonNode> {
    for (const peer of this.peers.values()) this.written(peer);
    for (const peer of this.peers.values()) this.dependencies(peer);
    for (const peer of this.peers.values()) this.mentions(peer);
    this.fronts(at);
    this.tell(at);
    return new Map([...this.made].map(([name, links]) => [
      name, array([...links.values()][0].at, [...links.values()].flatMap(({ to, at: place, names }) =>
        [...names].map((alias) => string(place, alias === asName(to.name) ? alias : `${asName(to.name)}:${alias}`)))),
    ]));
  }

  private orderOf({ name, service }: Peer): void {
    const others = [
      ...dependenciesOf(member(service, 'depends_on')?.value).map((one) => one.name),
      ...textsOf(member(service, 'volumes_from')?.value).map(({ value }) => String(value).split(':')[0]),
    ];
    this.after.set(name, new Set(others.filter((one) => this.peers.has(one) && one !== name)));
  }

  private written({ name, service }: Peer): void {
    for (const item of textsOf(member(service, 'links')?.value)) {
      const [target, alias = target] = String(item.value).split(':');
      const to = this.peers.get(target);
      if (to) {
        this.add(name, to, item, alias);
      } else {
        this.report(
          undefinedService, item, `names the service ${JSON.stringify(target)}, which is not there.`,
          'Correct the name.',
        );
      }
    }
  }

  private dependencies(peer: Peer): void {
    for (const { name, at } of dependenciesOf(member(peer.service, 'depends_on')?.value)) {
      const to = this.peers.get(name);
      if (to && shares(peer, to)) this.add(peer.name, to, at);
    }
  }

  /** A command or a variable that names another service means to reach it. */
  private mentions(peer: Peer): void {
    for (const to of this.peers.values()) {
      if (to === peer || !shares(peer, to)) continue;
      for (const name of [to.name, ...to.aliases]) {
        const at = mentionOf(name, peer.service);
        if (!at || this.add(peer.name, to, at, name === to.name ? undefined : name)) continue;
        this.report(
          unresolvedName, at, `names ${name}, but ${to.name} is started after ${peer.name}, and links lead one way.`,
          'Choose the network mode awsvpc with the prop networkMode, where containers of a task reach each other at '
            + 'localhost, or give one of the two a file of its own.',
        );
      }
    }
  }

  /** What clients connect to reaches what they do not, unless something says otherwise. */
  private fronts(at: Place): void {
    for (const peer of this.peers.values()) {
      for (const to of this.peers.values()) {
        if (peer === to || !peer.publishes || to.publishes || !shares(peer, to)) continue;
        if (!this.isLinked(peer, to) && !this.isLinked(to, peer)) this.add(peer.name, to, { ...at, path: '' });
      }
    }
  }

  /** Whether a link could be made: not when the other container has to be there before. */
  private add(from: string, to: Peer, at: Place, alias = asName(to.name)): boolean {
    if (to.name === from || this.reaches(to.name, from)) return to.name === from;
    this.after.get(from)!.add(to.name);
    const links = this.made.get(from) ?? new Map<string, Link>();
    this.made.set(from, links);
    const link = links.get(to.name) ?? { to, at, names: new Set(to.aliases.filter((name) => /^[\w-]+$/.test(name))) };
    if (/^[\w-]+$/.test(alias)) link.names.add(alias);
    link.names.add(asName(to.name));
    links.set(to.name, link);
    return true;
  }

  private reaches(from: string, to: string, seen = new Set<string>()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...this.after.get(from) ?? []].some((next) => this.reaches(next, to, seen));
  }

  private isLinked(from: Peer, to: Peer): boolean {
    return this.made.get(from.name)?.has(to.name) ?? false;
  }

  /** Says which services knew each other by name, and now do not. */
  private tell(at: Place): void {
    const peers = [...this.peers.values()];
    const pairs = peers.flatMap((one, index) => peers.slice(index + 1).map((other) => [one, other] as const));
    const lost = pairs.filter(
      ([one, other]) => shares(one, other) && !this.isLinked(one, other) && !this.isLinked(other, one),
    );
    if (lost.length > 0) {
      const named = lost.slice(0, MAX_NAMED).map(([one, other]) => `${one.name} and ${other.name}`);
      const more = lost.length > named.length ? [`${lost.length - named.length} more pairs`] : [];
      this.report(
        unlinkedServices,
        at,
        `has services that do not know each other by name on an instance: ${[...named, ...more].join(', ')}.`,
        'Add "links" to the one that calls the other, if one does.',
      );
    }
    const apart = pairs.filter(
      ([one, other]) => one.networks.size > 0 && other.networks.size > 0 && !shares(one, other),
    );
    if (apart.length === 0) return;
    const names = [...new Set(apart.flat().map(({ name }) => name))];
    this.report(
      sharedNetwork, at, `keeps ${choices(names, 'and')} in networks of their own; here they share one.`,
      'Give those that must not reach each other files of their own.',
    );
  }
}

/** The names of the networks that a service is in; none when it has the network of the instance, or no network. */
function networksOf(service: JsonObject): Set<string> {
  if (textAt(service, 'network_mode') !== undefined && textAt(service, 'network_mode') !== 'bridge') return new Set();
  const networks = member(service, 'networks')?.value;
  if (!networks) return new Set([DEFAULT]);
  const names =
    networks.kind === 'object'
      ? allMembers(networks).map(({ key }) => key)
      : textsOf(networks).map(({ value }) => String(value));
  return new Set(names);
}

function peerOf(name: string, service: JsonObject): Peer {
  const networks = member(service, 'networks')?.value;
  const aliases = allMembers(networks).flatMap(({ value }) =>
    textsOf(valueAt(value, 'aliases')).map((item) => String(item.value)),
  );
  const own = [textAt(service, 'container_name'), ...aliases].filter((one) => one !== undefined && one !== name);
  return {
    name, service, networks: networksOf(service), aliases: [...new Set(own as string[])],
    publishes: itemsOf(member(service, 'ports')?.value).length > 0,
  };
}

function shares(one: Peer, other: Peer): boolean {
  return [...one.networks].some((network) => other.networks.has(network));
}

/** Where a service names a host in its variables, its command or its health check. */
function mentionOf(name: string, service: JsonObject): Place | undefined {
  const host = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const inText = new RegExp(`(?:^|[/@,;\\s="'])${host}:\\d{2,5}\\b|[/@]${host}(?=[/:?"'\\s,]|$)`);
  for (const { name: variable, value } of entriesOf(member(service, 'environment')?.value)) {
    if (!value) continue;
    if (inText.test(value.value) || (value.value === name && ADDRESS.test(variable))) return value;
  }
  return ['command', 'entrypoint'].flatMap((key) => textsOf(member(service, key)?.value))
    .find((item) => inText.test(textIn(item) ?? ''));
}
