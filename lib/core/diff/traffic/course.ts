import { Resource } from '../template/cfn-template';
import { Side, Update } from '../template/update';
import { Entry, entriesOf } from './entries';
import { LISTENER, portOf, Request, requestsOf, RULE, wayOf } from './front';
import { changesProcessor, GROUP, rollOf } from './instances';
import { Moment, Reply } from './moment';
import { Refusal } from './refusals';
import { Registration, Service, SERVICE, serviceOf, STARTING } from './services';

/** What happens at one step. */
export interface Step {
  readonly kind: 'changed' | 'instances stop' | 'tasks stop' | 'tasks start' | 'tasks left' | 'deleted';
  readonly id: string;
}

/** What no order in the templates decides. */
export interface Luck {
  /** Whether listeners and rules come before all that does not wait for them. */
  readonly frontFirst: boolean;
  /** In which group of each pair the tasks are whose versions take turns. */
  readonly turn: 0 | 1;
}

/** A kind of request that tasks answer before and after, and nobody does in between. */
export interface Loss {
  readonly entry: Entry;
  readonly request: Request;
  readonly reply: Reply;
  readonly since: Step;
  /** Nothing when it is for good. */
  readonly until?: Step;
}

interface Heard extends Reply {
  readonly step?: Step;
}

interface Running {
  readonly service: Service;
  /** Of each registration, the group with the tasks. */
  readonly groups: readonly string[];
}

const MOST_GROUPS = 5;

const WITH_TRAFFIC = [LISTENER, RULE, GROUP, SERVICE];

/** An update as it goes, step by step, with what clients get after each. */
export class Course {
  public readonly refusals: Refusal[] = [];
  private readonly moment = new Moment();
  private readonly running = new Map<string, Running>();
  private readonly touched = new Set<string>();
  private readonly entries: readonly Entry[];
  private readonly requests: readonly Request[];
  private readonly heard = new Map<string, Heard[]>();

  public constructor(private readonly update: Update, private readonly luck: Luck) {
    this.entries = entriesOf(update);
    this.requests = requestsOf([...this.ways('old'), ...this.ways('next')]);
    this.begin();
    this.listen();
    for (const id of this.order()) this.touch(id);
    for (const id of [...update.old.resources.keys()].reverse()) this.cleanUp(id);
  }

  public get losses(): Loss[] {
    return this.entries.flatMap((entry) => this.requests.flatMap((request): Loss[] => {
      const heard = this.heard.get(keyOf(entry, request)) ?? [];
      const lost = heard.findIndex(({ answer }) => answer === 'nobody' || answer === 'closed');
      const isExpected = heard[0]?.answer === 'served' && ['served', 'nobody'].includes(heard.at(-1)!.answer);
      if (lost < 0 || !isExpected) return [];
      const until = heard.slice(lost).find(({ answer }) => answer === 'served')?.step;
      return [{ entry, request, reply: heard[lost], since: heard[lost].step!, ...until && { until } }];
    }));
  }

  private front(side: Side): Resource[] {
    return this.update[side].ofType(LISTENER, RULE);
  }

  private ways(side: Side) {
    return this.front(side).map((resource) => wayOf(this.update, side, resource));
  }

  /** Everything as the old template has made it, and healthy. */
  private begin(): void {
    const { update, moment } = this;
    for (const resource of this.front('old')) {
      if (resource.type === LISTENER) moment.listen(resource.id, portOf(update, 'old', resource));
      moment.lead(resource.id, wayOf(update, 'old', resource));
    }
    for (const { id } of update.old.ofType(SERVICE)) {
      const service = serviceOf(update, 'old', id);
      const turn = service.takesTurns ? this.luck.turn : 0;
      this.settle(service, service.registrations.map(({ groups }) => groups[turn] ?? groups[0]));
    }
  }

  private settle(service: Service, groups: readonly string[]): void {
    this.moment.join(service.thing, groups);
    service.registrations.forEach((registration, index) => this.moment.shift(registration, groups[index]));
    this.running.set(service.thing, { service, groups });
  }

  /** What is made or changed, each after what it waits for; what does not wait as luck has it. */
  private order(): string[] {
    const rank = ({ type }: Resource) => {
      if ([LISTENER, RULE, 'AWS::Route53::RecordSet'].includes(type)) return this.luck.frontFirst ? 0 : 4;
      return { [GROUP]: 2, [SERVICE]: 3 }[type] ?? 1;
    };
    const { next } = this.update;
    const left = new Set(this.update.ids('created', 'updated', 'replaced'));
    const waiting = [...next.resources.values()].filter(({ id }) => left.has(id)).sort((a, b) => rank(a) - rank(b));
    const before = new Map([...left].map((id) => [id, [...next.waitsFor(id)].filter((other) => left.has(other))]));
    const found: string[] = [];
    while (left.size > 0) {
      const isReady = ({ id }: Resource) => left.has(id) && !before.get(id)!.some((other) => left.has(other));
      const { id } = waiting.find(isReady) ?? waiting.find((resource) => left.has(resource.id))!;
      left.delete(id);
      found.push(id);
    }
    return found;
  }

  private touch(id: string): void {
    const resource = this.update.next.get(id)!;
    this.touched.add(id);
    if (resource.type === LISTENER || resource.type === RULE) this.lead(resource);
    else if (resource.type === GROUP) this.roll(id);
    else if (resource.type === SERVICE) this.deploy(id);
    const isAskedFor = WITH_TRAFFIC.includes(resource.type) || this.entries.some(({ path }) => path.has(id));
    if (isAskedFor) this.listen({ kind: 'changed', id });
  }

  private lead(resource: Resource): void {
    const { update, moment } = this;
    const thing = update.thing('next', resource.id);
    const way = wayOf(update, 'next', resource);
    if (resource.type === LISTENER) moment.listen(thing, portOf(update, 'next', resource));
    moment.lead(thing, way);
    if (way.action.kind !== 'forward') return;
    for (const { group } of way.action.shares) {
      if (moment.balancersOf(group).length > 1) this.refuse({ kind: 'two load balancers', id: resource.id, group });
    }
  }

  /** Its services run on as they are, and wait for it. */
  private roll(id: string): void {
    const { update, moment } = this;
    if (changesProcessor(update, id)) this.refuse({ kind: 'processor', id });
    const roll = rollOf(update, id);
    if (!roll) return;
    const running = [...this.running.values()];
    const asked = running.filter(({ service }) => roll.asksEveryGroup && service.isDaemon)
      .flatMap(({ groups }) => groups);
    for (const group of asked) {
      if (moment.balancersOf(group).length === 0) this.refuse({ kind: 'unused group', id, group });
    }
    if (roll.minimum > 0) return;
    for (const { service } of running) moment.leave(service.thing);
    this.listen({ kind: 'instances stop', id });
    for (const { service, groups } of running) moment.join(service.thing, groups);
  }

  private deploy(id: string): void {
    const { update, moment } = this;
    const service = serviceOf(update, 'next', id);
    this.checkGroups(service);
    const before = this.running.get(service.thing);
    const { fate, properties } = update.of(id);
    if (!before || fate !== 'updated') {
      return this.settle(service, service.registrations.map(({ groups }) => groups[0]));
    }
    if (!properties.some((name) => STARTING.includes(name))) {
      return void this.running.set(service.thing, { ...before, service });
    }
    if (service.minimum === 0) {
      moment.leave(service.thing);
      this.listen({ kind: 'tasks stop', id });
    }
    const groups = service.registrations.map((registration) => successor(registration, service, before));
    moment.join(service.thing, groups);
    this.listen({ kind: 'tasks start', id });
    this.settle(service, groups);
    moment.leave(service.thing, groups);
    return this.listen({ kind: 'tasks left', id });
  }

  private checkGroups({ id, registrations }: Service): void {
    if (registrations.length > MOST_GROUPS) this.refuse({ kind: 'too many groups', id, count: registrations.length });
    for (const group of registrations.flatMap(({ groups }) => groups)) {
      if (this.moment.balancersOf(group).length === 0) this.refuse({ kind: 'no load balancer', id, group });
    }
  }

  private refuse(refusal: Refusal): void {
    this.refusals.push(refusal);
  }

  /** What has no place in the new template is deleted when all else is done. */
  private cleanUp(id: string): void {
    const { fate } = this.update.of(id);
    if (fate !== 'deleted' && fate !== 'replaced') return;
    this.moment.remove(id);
    const { type } = this.update.old.get(id)!;
    if (!WITH_TRAFFIC.includes(type)) return;
    if (type === SERVICE) this.moment.leave(id);
    this.listen({ kind: 'deleted', id });
  }

  /** Asks for every kind of request at every address, and notes what is new. */
  private listen(step?: Step): void {
    for (const entry of this.entries) {
      const port = [...entry.path].every((id) => this.touched.has(id)) ? entry.next : entry.old;
      for (const request of this.requests) {
        const key = keyOf(entry, request);
        const heard = this.heard.get(key) ?? [];
        const reply = this.moment.ask(port, request);
        if (heard.at(-1)?.answer !== reply.answer) this.heard.set(key, [...heard, { ...reply, step }]);
      }
    }
  }
}

function keyOf({ name, next }: Entry, { host, path }: Request): string {
  return [name, next.balancer, next.port, host, path].join(' ');
}

/** The group of the next version: the other one of the same two when versions take turns, else the same. */
function successor(
  { groups }: Registration, { takesTurns }: Service, { service, groups: active }: Running,
): string {
  const index = service.registrations.findIndex((each) => each.groups.join() === groups.join());
  if (index < 0) return active.find((group) => groups.includes(group)) ?? groups[0];
  const [first, second] = groups;
  if (second === undefined || !takesTurns) return active[index];
  return active[index] === first ? second : first;
}
