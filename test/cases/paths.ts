type Tree = Record<string, unknown>;

/** What stands at a path such as `listeners[0].port`. */
export function valueAt(tree: object, path: string): unknown {
  return keysOf(path).reduce<unknown>((at, key) => (at as Tree | undefined)?.[key], tree);
}

/** A copy with other values at some paths; null removes what stands there. */
export function changed<T extends object>(tree: T | undefined, changes: object = {}): T {
  const copy = structuredClone<object>(tree ?? {});
  for (const [path, value] of Object.entries(changes)) change(copy as Tree, keysOf(path), value);
  return copy as T;
}

function change(tree: Tree, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) change((tree[key] ??= {}) as Tree, rest, value);
  else if (value !== null) tree[key] = value;
  else if (Array.isArray(tree)) tree.splice(Number(key), 1);
  else delete tree[key];
}

function keysOf(path: string): string[] {
  return path.match(/\w+/g) ?? [];
}
