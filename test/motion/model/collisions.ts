import { Key, keysOf, rangesOf } from './keys';
import { listOf, reference, Template } from './template';
import { Update } from './update';

type Side = 'old' | 'next';

/** Why AWS refuses the update, now and on every retry: what would be made is there already. */
export function collisions(update: Update): string[] {
  return [...types(update), ...twice(update), ...held(update), ...overlaps(update)];
}

/** CloudFormation changes no type. */
function types(update: Update): string[] {
  return update
    .all('replaced')
    .filter((id) => update.of(id).properties.includes('Type'))
    .map((id) => `${id} changes from ${update.old.get(id)!.type} to ${update.next.get(id)!.type}`);
}

/** Two of the new template that AWS cannot tell apart. */
function twice({ next }: Update): string[] {
  const holders = holdersOf(next, (id) => id);
  return [...holders]
    .filter(([, ids]) => ids.length > 1)
    .map(([key, ids]) => `${ids.join(' and ')} are the same: ${key}`);
}

/** What is made or changed takes a key that an old one has until the end, or until nobody knows when. */
function held(update: Update): string[] {
  const { old, next } = update;
  const [before, after] = [(id: string) => update.thing('old', id), (id: string) => update.thing('next', id)];
  const holders = holdersOf(old, before);
  return update.all('created', 'replaced', 'updated').flatMap((id) => {
    const isUpdated = update.of(id).kind === 'updated';
    const own = new Set(isUpdated ? keysOf(old.get(id)!, before) : []);
    const wanted = keysOf(next.get(id)!, after).filter((key) => !own.has(key));
    return wanted.flatMap((key) =>
      (holders.get(key) ?? [])
        .filter((holder) => !(isUpdated && holder === id) && !givesUp(update, holder, key, id))
        .map((holder) => `${id} is made while ${holder} has ${key}`),
    );
  });
}

/** Whether a resource of the old template has let go of a key when another is touched. */
function givesUp(update: Update, holder: string, key: Key, id: string): boolean {
  const { kind } = update.of(holder);
  if (kind === 'same') return false;
  const keeps =
    kind !== 'updated' || keysOf(update.next.get(holder)!, (each) => update.thing('next', each)).includes(key);
  return !keeps && update.next.before(id).has(holder);
}

function holdersOf(template: Template, things: (id: string) => string): Map<Key, string[]> {
  const found = new Map<Key, string[]>();
  for (const id of template.ids) {
    for (const key of new Set(keysOf(template.get(id)!, things))) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

/** A network gives each address to one subnet. */
function overlaps(update: Update): string[] {
  const ranges = (side: Side) => rangesOf(update[side], (id) => update.thing(side, id));
  return ranges('next')
    .filter(({ id }) => update.thing('next', id) !== id)
    .flatMap((made) =>
      ranges('old')
        .filter(({ network, from, to }) => network === made.network && from <= made.to && made.from <= to)
        .map(({ id }) => `subnet ${made.id} is made while ${id} has addresses of it`),
    );
}

/** A service that is made anew while tasks of the old one hold ports of the same instances. */
export function heldPorts(update: Update): string[] {
  return update
    .all('created', 'replaced')
    .filter((id) => update.next.get(id)!.type === 'AWS::ECS::Service')
    .flatMap((id) => {
      const { cluster, ports } = hostPorts(update, 'next', id);
      const others = update
        .all('deleted', 'replaced')
        .filter((other) => update.old.get(other)!.type === 'AWS::ECS::Service');
      return others.flatMap((other) => {
        const theirs = hostPorts(update, 'old', other);
        const both = theirs.cluster === cluster ? ports.filter((port) => theirs.ports.includes(port)) : [];
        return both.map((port) => `tasks of ${id} want port ${port} of instances where tasks of ${other} have it`);
      });
    });
}

function hostPorts(
  update: Update,
  side: Side,
  id: string,
): { readonly cluster: string; readonly ports: readonly number[] } {
  const { Cluster, TaskDefinition } = update[side].get(id)!.properties;
  const { ContainerDefinitions, NetworkMode } = update[side].get(reference(TaskDefinition)?.id ?? '')?.properties ?? {};
  const mappings = listOf(ContainerDefinitions).flatMap(({ PortMappings }) => listOf(PortMappings));
  const ports = mappings.map(({ HostPort, ContainerPort }) =>
    Number(NetworkMode === 'host' ? ContainerPort : (HostPort ?? 0)),
  );
  const cluster = reference(Cluster)?.id;
  return {
    cluster: cluster ? update.thing(side, cluster) : '',
    ports: NetworkMode === 'awsvpc' ? [] : ports.filter((port) => port > 0),
  };
}
