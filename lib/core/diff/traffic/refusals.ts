import { Resource } from '../template/cfn-template';
import { textAt } from '../template/json';
import { keysOf, meaning } from '../template/keys';
import { Side, Update } from '../template/update';
import { hostPortsOf } from './services';

/** Why AWS refuses an update, now and on every retry. */
export type Refusal =
  | { readonly kind: 'taken'; readonly id: string; readonly holder: string; readonly words: string }
  | { readonly kind: 'twice'; readonly ids: readonly string[]; readonly words: string }
  | { readonly kind: 'type'; readonly id: string }
  | { readonly kind: 'addresses'; readonly id: string; readonly holder: string }
  | { readonly kind: 'host port'; readonly id: string; readonly holder: string; readonly port: number }
  | { readonly kind: 'two load balancers'; readonly id: string; readonly group: string }
  | { readonly kind: 'no load balancer'; readonly id: string; readonly group: string }
  | { readonly kind: 'too many groups'; readonly id: string; readonly count: number }
  | { readonly kind: 'unused group'; readonly id: string; readonly group: string }
  | { readonly kind: 'processor'; readonly id: string };

/** Refusals that do not depend on the order in which things happen. */
export function refusalsOf(update: Update): Refusal[] {
  return [...otherTypes(update), ...twice(update), ...taken(update), ...addresses(update), ...hostPorts(update)];
}

function otherTypes(update: Update): Refusal[] {
  return update.ids('replaced').filter((id) => update.of(id).properties[0] === 'Type')
    .map((id) => ({ kind: 'type', id }));
}

function twice({ next }: Update): Refusal[] {
  const holders = holdersOf([...next.resources.values()], (id) => id);
  return [...holders.values()].filter(({ ids }) => ids.length > 1)
    .map(({ ids, words }) => ({ kind: 'twice', ids, words }));
}

interface Holders {
  readonly ids: string[];
  readonly words: string;
}

function holdersOf(resources: readonly Resource[], things: (id: string) => string): Map<string, Holders> {
  const found = new Map<string, Holders>();
  for (const resource of resources) {
    const keys = new Map(keysOf(resource, things).map((key) => [key.id, key]));
    for (const { id, words } of keys.values()) {
      const holders = found.get(id) ?? { ids: [], words };
      holders.ids.push(resource.id);
      found.set(id, holders);
    }
  }
  return found;
}

/** CloudFormation makes the new one first, and deletes the old one at the end. */
function taken(update: Update): Refusal[] {
  const { old, next } = update;
  const wanted = update.ids('created', 'replaced', 'updated').flatMap((id) => {
    const has = update.of(id).fate === 'updated' ? keysOf(old.get(id)!, update.things('old')).map((key) => key.id) : [];
    return keysOf(next.get(id)!, update.things('next')).filter((key) => !has.includes(key.id))
      .map((key) => ({ id, key }));
  });
  if (wanted.length === 0) return [];
  const holders = holdersOf([...old.resources.values()], update.things('old'));
  return wanted.flatMap(({ id, key }) => (holders.get(key.id)?.ids ?? [])
    .filter((holder) => !(update.of(id).fate === 'updated' && holder === id) && !isFree(update, holder, key.id, id))
    .map((holder): Refusal => ({ kind: 'taken', id, holder, words: key.words })));
}

/** Whether its holder has another key by the time that a resource is touched. */
function isFree(update: Update, holder: string, key: string, id: string): boolean {
  if (update.of(holder).fate !== 'updated' || !update.next.waitsFor(id).has(holder)) return false;
  return !keysOf(update.next.get(holder)!, update.things('next')).some((kept) => kept.id === key);
}

interface Range {
  readonly id: string;
  readonly network: string;
  readonly from: number;
  readonly to: number;
}

function addresses(update: Update): Refusal[] {
  const before = rangesOf(update, 'old');
  const made = rangesOf(update, 'next').filter(({ id }) => update.thing('next', id) !== id);
  return made.flatMap(({ id, network, from, to }) => before
    .filter((range) => range.network === network && range.from <= to && from <= range.to)
    .map((range): Refusal => ({ kind: 'addresses', id, holder: range.id })));
}

function rangesOf(update: Update, side: Side): Range[] {
  return update[side].ofType('AWS::EC2::Subnet').flatMap(({ id, properties }) => {
    const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(textAt(properties, 'CidrBlock') ?? '');
    if (!match) return [];
    const [a, b, c, d, length] = match.slice(1).map(Number);
    const from = [a, b, c, d].reduce((sum, byte) => sum * 256 + byte, 0);
    return [{ id, network: meaning(properties.VpcId, update.things(side)), from, to: from + 2 ** (32 - length) - 1 }];
  });
}

/** The tasks of a service that is made anew find the ports of the instances taken by those of the old one. */
function hostPorts(update: Update): Refusal[] {
  const made = update.ofType('AWS::ECS::Service', 'created', 'replaced').map(({ id }) => update.next.get(id)!);
  const left = update.ofType('AWS::ECS::Service', 'deleted', 'replaced').map(({ id }) => update.old.get(id)!);
  const cluster = (side: Side, { properties }: Resource) => meaning(properties.Cluster, update.things(side));
  return made.flatMap((service) => left
    .filter((other) => cluster('old', other) === cluster('next', service))
    .flatMap((other) => {
      const theirs = hostPortsOf(update.old, other);
      return hostPortsOf(update.next, service).filter((port) => theirs.includes(port))
        .map((port): Refusal => ({ kind: 'host port', id: service.id, holder: other.id, port }));
    }));
}

