import { Update } from '../template/update';

/** The resources whose own words have changed, so that another one is changed, replaced or made. */
export function rootsOf(update: Update, id: string, seen: ReadonlySet<string> = new Set()): Set<string> {
  if (seen.has(id) || update.of(id).fate === 'same') return new Set();
  const path = new Set([...seen, id]);
  const own = isEdited(update, id) ? [id] : [];
  const pointers = [...update.next.get(id)?.pointers.values() ?? []].flat();
  const others = own.length > 0 ? [] : pointers.flatMap((pointer) => [...rootsOf(update, pointer.id, path)]);
  return new Set([...own, ...others]);
}

/** Whether a resource is made, deleted, or says other words than before. */
export function isEdited(update: Update, id: string): boolean {
  const [before, after] = [update.old.get(id), update.next.get(id)];
  if (!before || !after) return before !== after;
  const names = new Set([...before.texts.keys(), ...after.texts.keys()]);
  return [...names].some((name) => before.texts.get(name) !== after.texts.get(name));
}
