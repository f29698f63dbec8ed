import { Registration } from './services';
import { Action, Listener, Request, takes, Way } from './ways';

/** What clients get. */
export type Answer = 'served' | 'answered' | 'nobody' | 'closed';

/** What stands at AWS at a moment of the update. */
export class World {
  readonly listeners = new Map<string, Listener>();
  readonly ways = new Map<string, Way>();
  /** Who has healthy tasks in a group. */
  readonly #healthy = new Map<string, Set<string>>();

  open(thing: string, listener: Listener): void {
    this.listeners.set(thing, listener);
  }

  lead(way: Way): void {
    this.ways.set(way.owner, way);
  }

  remove(thing: string): void {
    this.listeners.delete(thing);
    this.ways.delete(thing);
  }

  register(service: string, group: string): void {
    this.#healthy.set(group, new Set([...(this.#healthy.get(group) ?? []), service]));
  }

  deregister(service: string, keep: (group: string) => boolean = () => false): void {
    for (const [group, services] of this.#healthy) if (!keep(group)) services.delete(service);
  }

  has(service: string, group: string): boolean {
    return this.#healthy.get(group)?.has(service) ?? false;
  }

  /** Amazon ECS gives all weight in the rule of a registration to one of its groups. */
  shift({ group, second, rule }: Registration, to: string): void {
    const way = this.ways.get(rule ?? '');
    if (way?.action.kind !== 'groups') return;
    const others = way.action.groups.filter((share) => ![group, second].includes(share.group));
    const both = [group, second!].map((each) => ({ group: each, weight: each === to ? 100 : 0 }));
    this.lead({ ...way, action: { kind: 'groups', groups: [...others, ...both] } });
  }

  /** The load balancers that a group is behind. */
  balancersOf(group: string): Set<string> {
    const found = [...this.ways.values()].filter(
      ({ action }) => action.kind === 'groups' && action.groups.some((share) => share.group === group),
    );
    return new Set(found.flatMap(({ listener }) => this.listeners.get(listener)?.balancer ?? []));
  }

  /** What a client gets that connects to a port of a load balancer. Browsers follow where a redirect leads. */
  ask(balancer: string, port: string, request: Request, hops = 3): Answer {
    const action = this.#actionFor(balancer, port, request);
    if (!action) return 'closed';
    if (action.kind === 'answer') return 'answered';
    if (action.kind === 'redirect') {
      const next = action.port === '#{port}' ? port : action.port;
      return hops === 0 ? 'answered' : this.ask(balancer, next, request, hops - 1);
    }
    const used = action.groups.filter(({ weight }) => weight > 0);
    return used.length > 0 && used.every(({ group }) => (this.#healthy.get(group)?.size ?? 0) > 0)
      ? 'served'
      : 'nobody';
  }

  /** The groups that have the requests. */
  groupsFor(balancer: string, port: string, request: Request): string[] {
    const action = this.#actionFor(balancer, port, request);
    return action?.kind === 'groups' ? action.groups.filter(({ weight }) => weight > 0).map(({ group }) => group) : [];
  }

  #actionFor(balancer: string, port: string, request: Request): Action | undefined {
    const [thing] =
      [...this.listeners].find(([, listener]) => listener.balancer === balancer && listener.port === port) ?? [];
    const ways = [...this.ways.values()].filter(({ listener }) => listener === thing && thing !== undefined);
    return ways.sort((a, b) => a.priority - b.priority).find((way) => takes(way, request))?.action;
  }
}
