import { Entry, entriesOf } from './doors';
import { changesProcessor, rollOf } from './instances';
import { DEPLOYING, Registration, Service, serviceOf } from './services';
import { Resource } from './template';
import { Update } from './update';
import { listenerOf, Request, requestsFor, WITH_WAYS, wayOf } from './ways';
import { Answer, World } from './world';

const [LISTENER] = WITH_WAYS;
const SERVICE = 'AWS::ECS::Service';
const GROUP = 'AWS::AutoScaling::AutoScalingGroup';
const MOST_GROUPS = 5;

/** What nothing in the templates decides, so that it has to go well either way. */
export interface Circumstances {
  /** Of what does not wait for each other, whether listeners and rules come first. */
  readonly front: 'first' | 'last';
  /** In which group the tasks are whose versions take turns. */
  readonly tasks: 'first' | 'second';
  /** Whether all images are there for each kind of processor. */
  readonly anyProcessor?: boolean;
}

interface Live {
  readonly service: Service;
  /** The group of each registration that has the tasks. */
  readonly active: readonly string[];
}

/** One course of an update, step by step, and what clients get at each. */
export class Course {
  readonly steps: string[] = [];
  readonly failures = new Set<string>();
  readonly #world = new World();
  readonly #live = new Map<string, Live>();
  readonly #touched = new Set<string>();
  readonly #entries: readonly Entry[];
  readonly #requests: readonly Request[];
  readonly #heard = new Map<
    string,
    { readonly step: string; readonly answer: Answer; readonly groups: readonly string[] }[]
  >();

  constructor(
    private readonly update: Update,
    private readonly circumstances: Circumstances,
  ) {
    this.#entries = entriesOf(update);
    this.#requests = requestsFor(
      (['old', 'next'] as const).flatMap((side) => this.#ids(side, WITH_WAYS).map((id) => this.#way(side, id))),
    );
    this.#begin();
    this.#check('before');
    for (const id of this.#order()) this.#touch(id);
    for (const id of [...update.old.order].reverse()) this.#cleanUp(id);
  }

  /** Requests that were served and will be, and were not at some step. */
  get outages(): string[] {
    return [
      ...new Set(
        [...this.#heard.values()].flatMap((heard) => {
          const lost = heard.findIndex(({ answer }) => answer === 'nobody' || answer === 'closed');
          if (lost < 0 || heard[0].answer !== 'served' || !['served', 'nobody'].includes(heard.at(-1)!.answer)) {
            return [];
          }
          const back = heard.slice(lost).find(({ answer }) => answer === 'served');
          const { step, groups, answer } = heard[lost];
          const who =
            answer === 'closed' ? 'no listener is there' : `nobody is behind ${groups.join(' and ') || 'the redirect'}`;
          return [`${who} from "${step}" ${back ? `until "${back.step}"` : 'on, for good'}`];
        }),
      ),
    ];
  }

  #ids(side: 'old' | 'next', types: readonly string[]): string[] {
    return types.flatMap((type) => this.update[side].of(type)).map(({ id }) => id);
  }

  #thing = (id: string): string => this.update.thing('next', id);

  #way(side: 'old' | 'next', id: string) {
    return wayOf(this.update[side], id, (each) => this.update.thing(side, each));
  }

  /** What the old template has made, all well. */
  #begin(): void {
    const { old } = this.update;
    const things = (id: string) => id;
    for (const { id } of old.of(LISTENER)) this.#world.open(id, listenerOf(old, id, things));
    for (const id of this.#ids('old', WITH_WAYS)) this.#world.lead(this.#way('old', id));
    for (const { id } of old.of(SERVICE)) {
      const service = serviceOf(old, id, things);
      const isSecond = this.circumstances.tasks === 'second' && service.shifts;
      this.#settle(
        service,
        service.registrations.map(({ group, second }) => (isSecond ? (second ?? group) : group)),
      );
    }
  }

  #settle(service: Service, active: readonly string[]): void {
    for (const group of active) this.#world.register(service.thing, group);
    service.registrations.forEach((registration, index) => {
      if (registration.second) this.#world.shift(registration, active[index]);
    });
    this.#live.set(service.thing, { service, active });
  }

  /** What is made or changed, each after what it waits for. */
  #order(): string[] {
    const rest = new Set(this.update.all('created', 'updated', 'replaced'));
    const sorted = this.update.next.order.filter((id) => rest.has(id)).sort((a, b) => this.#rank(a) - this.#rank(b));
    const found: string[] = [];
    while (rest.size > 0) {
      const ready = sorted.find(
        (id) => rest.has(id) && ![...this.update.next.before(id)].some((other) => rest.has(other)),
      )!;
      rest.delete(ready);
      found.push(ready);
    }
    return found;
  }

  #rank(id: string): number {
    const { type } = this.update.next.get(id)!;
    const isFront = WITH_WAYS.includes(type) || type === 'AWS::Route53::RecordSet';
    if (isFront) return this.circumstances.front === 'first' ? 0 : 4;
    return { [GROUP]: 2, [SERVICE]: 3 }[type] ?? 1;
  }

  #touch(id: string): void {
    const resource = this.update.next.get(id)!;
    const step = `${this.update.of(id).kind} ${id}`;
    this.#touched.add(id);
    this.steps.push(step);
    if (WITH_WAYS.includes(resource.type)) this.#lead(resource);
    else if (resource.type === GROUP) this.#roll(id);
    else if (resource.type === SERVICE) this.#deploy(id);
    this.#check(step);
  }

  #lead({ id, type }: Resource): void {
    if (type === LISTENER) this.#world.open(this.#thing(id), listenerOf(this.update.next, id, this.#thing));
    const way = this.#way('next', id);
    this.#world.lead(way);
    for (const { group } of way.action.kind === 'groups' ? way.action.groups : []) {
      const balancers = this.#world.balancersOf(group);
      if (balancers.size > 1) {
        this.failures.add(`${group} would be behind two load balancers, ${[...balancers].join(' and ')}`);
      }
    }
  }

  /** New instances serve the services as they are now, which wait for the group. */
  #roll(id: string): void {
    if (changesProcessor(this.update, id) && !this.circumstances.anyProcessor) {
      this.failures.add(`${id} gets another kind of processor, which images for one kind do not run on`);
    }
    const roll = rollOf(this.update, id);
    if (!roll) return;
    this.steps.push(`instances of ${id} are replaced, ${roll.minimum} stay in service`);
    const live = [...this.#live.values()];
    if (roll.asksEveryGroup) {
      const unused = live
        .filter(({ service }) => service.isDaemon)
        .flatMap(({ active }) => active)
        .filter((group) => this.#world.balancersOf(group).size === 0);
      for (const group of unused) {
        this.failures.add(`instances of ${id} wait to be healthy in ${group}, which no load balancer uses any more`);
      }
    }
    if (roll.minimum > 0) return;
    for (const { service } of live) this.#world.deregister(service.thing);
    this.#check(`all instances of ${id} stop`);
    for (const { service, active } of live) for (const group of active) this.#world.register(service.thing, group);
  }

  #deploy(id: string): void {
    const service = serviceOf(this.update.next, id, this.#thing);
    const { thing, registrations } = service;
    this.#mayRegister(service);
    const { kind, properties } = this.update.of(id);
    const before = this.#live.get(thing);
    if (!before || kind !== 'updated') {
      return this.#settle(
        service,
        registrations.map(({ group }) => group),
      );
    }
    if (!properties.some((name) => DEPLOYING.includes(name))) return void this.#live.set(thing, { ...before, service });
    if (service.minimum === 0) {
      this.#world.deregister(thing);
      this.#check(`all tasks of ${id} stop`);
    }
    const active = registrations.map((registration) => nextOf(registration, service, before));
    for (const group of active) this.#world.register(thing, group);
    this.#check(`new tasks of ${id} are healthy`);
    this.#settle(service, active);
    this.#world.deregister(thing, (group) => active.includes(group));
    this.#check(`old tasks of ${id} have left`);
  }

  #mayRegister({ id, registrations }: Service): void {
    if (registrations.length > MOST_GROUPS) {
      this.failures.add(`${id} has ${registrations.length} target groups, ${MOST_GROUPS} at most`);
    }
    const groups = registrations.flatMap(({ group, second }) => [group, ...(second ? [second] : [])]);
    for (const group of groups) {
      if (this.#world.balancersOf(group).size === 0) {
        this.failures.add(`${id} registers in ${group} before a load balancer uses it`);
      }
    }
  }

  #cleanUp(id: string): void {
    const { kind } = this.update.of(id);
    if (kind !== 'deleted' && kind !== 'replaced') return;
    this.steps.push(`deleted ${id}`);
    this.#world.remove(id);
    if (this.update.old.get(id)!.type === SERVICE) this.#world.deregister(id);
    this.#check(`deleted ${id}`);
  }

  #check(step: string): void {
    for (const entry of this.#entries) {
      const { balancer, port } = [...entry.moved].every((id) => this.#touched.has(id)) ? entry.next : entry.old;
      for (const request of this.#requests) {
        const key = `${entry.name} ${request.host} ${request.path}`;
        const heard = this.#heard.get(key) ?? [];
        const answer = this.#world.ask(balancer, port, request);
        if (heard.at(-1)?.answer !== answer) {
          heard.push({ step, answer, groups: this.#world.groupsFor(balancer, port, request) });
        }
        this.#heard.set(key, heard);
      }
    }
  }
}

/** The group that the next version registers in: the other one of the same two, when versions take turns. */
function nextOf({ group, second }: Registration, { shifts }: Service, before: Live): string {
  const index = before.service.registrations.findIndex((each) => each.group === group && each.second === second);
  if (index < 0) {
    const stays = before.active.find((each) => each === group || each === second);
    return stays ?? group;
  }
  const active = before.active[index];
  if (!second || !shifts) return active;
  return active === group ? second : group;
}
