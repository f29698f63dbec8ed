import { Wait } from './start-order';

/** What each container waits for; every target is a key as well. */
export type Waits = ReadonlyMap<string, readonly Wait[]>;

/** One circle for each group of containers that wait for each other, found without recursion. */
export function cyclesOf(waits: Waits): Wait[][] {
  const stuck = neverStarted(waits);
  const visited = new Set<string>();
  return [...stuck].flatMap((from) => {
    const walk: Wait[] = [];
    const position = new Map<string, number>();
    let name = from;
    while (!visited.has(name)) {
      visited.add(name);
      position.set(name, walk.length);
      const next = waits.get(name)?.find(({ target }) => stuck.has(target));
      if (!next) return [];
      walk.push(next);
      name = next.target;
    }
    const start = position.get(name);
    return start === undefined ? [] : [walk.slice(start)];
  });
}

/** The containers that are left when, again and again, every container starts whose waits are over. */
function neverStarted(waits: Waits): Set<string> {
  const pending = new Map([...waits].map(([name, list]) => [name, list.length]));
  const waiting = new Map<string, string[]>();
  for (const [name, list] of waits) {
    for (const { target } of list) {
      const names = waiting.get(target);
      if (names) names.push(name);
      else waiting.set(target, [name]);
    }
  }
  const ready = [...pending].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (const name of ready) {
    pending.delete(name);
    for (const other of waiting.get(name) ?? []) {
      const left = (pending.get(other) ?? 0) - 1;
      pending.set(other, left);
      if (left === 0) ready.push(other);
    }
  }
  return new Set(pending.keys());
}
