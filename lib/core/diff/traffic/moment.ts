import { Action, Port, Request, takes, Way } from './front';
import { Registration } from './services';

/** What a client gets: a task's answer, the load balancer's own, an error for want of tasks, or no connection. */
export type Answer = 'served' | 'answered' | 'nobody' | 'closed';

export interface Reply {
  readonly answer: Answer;
  /** The target groups that were asked. */
  readonly groups: readonly string[];
}

const MOST_REDIRECTS = 3;

/** What stands at AWS while an update goes on. */
export class Moment {
  private readonly ports = new Map<string, Port>();
  private readonly ways = new Map<string, Way>();
  /** The services with healthy tasks in a target group. */
  private readonly staff = new Map<string, Set<string>>();

  public listen(thing: string, port: Port): void {
    this.ports.set(thing, port);
  }

  public lead(thing: string, way: Way): void {
    this.ways.set(thing, way);
  }

  public remove(thing: string): void {
    this.ports.delete(thing);
    this.ways.delete(thing);
  }

  public join(service: string, groups: readonly string[]): void {
    for (const group of groups) this.staff.set(group, new Set([...this.staff.get(group) ?? [], service]));
  }

  public leave(service: string, except: readonly string[] = []): void {
    for (const [group, services] of this.staff) if (!except.includes(group)) services.delete(service);
  }

  /** The load balancers that lead to a group. */
  public balancersOf(group: string): string[] {
    const leading = [...this.ways.values()]
      .filter(({ action }) => action.kind === 'forward' && action.shares.some((share) => share.group === group));
    return [...new Set(leading.flatMap(({ listener }) => this.ports.get(listener)?.balancer ?? []))];
  }

  /** Amazon ECS gives all requests to one of two groups. */
  public shift({ groups, rule }: Registration, group: string): void {
    const way = this.ways.get(rule ?? '');
    if (rule === undefined || way?.action.kind !== 'forward' || groups.length < 2) return;
    const rest = way.action.shares.filter((share) => !groups.includes(share.group));
    const shares = groups.map((each) => ({ group: each, weight: each === group ? 100 : 0 }));
    this.ways.set(rule, { ...way, action: { kind: 'forward', shares: [...rest, ...shares] } });
  }

  public ask({ balancer, port }: Port, request: Request, redirects = 0): Reply {
    const action = this.actionFor({ balancer, port }, request);
    if (!action) return { answer: 'closed', groups: [] };
    if (action.kind === 'answer' || redirects > MOST_REDIRECTS) return { answer: 'answered', groups: [] };
    if (action.kind === 'redirect') {
      const next = action.port === '#{port}' ? port : action.port;
      return this.ask({ balancer, port: next }, request, redirects + 1);
    }
    const groups = action.shares.filter(({ weight }) => weight > 0).map(({ group }) => group);
    const isStaffed = groups.length > 0 && groups.every((group) => (this.staff.get(group)?.size ?? 0) > 0);
    return { answer: isStaffed ? 'served' : 'nobody', groups };
  }

  private actionFor({ balancer, port }: Port, request: Request): Action | undefined {
    const listener = [...this.ports].find(([, open]) => open.balancer === balancer && open.port === port)?.[0];
    if (listener === undefined) return undefined;
    return [...this.ways.values()].filter((way) => way.listener === listener && takes(way, request))
      .sort((a, b) => a.priority - b.priority)[0]?.action;
  }
}
