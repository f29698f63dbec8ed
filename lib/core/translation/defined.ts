/** The object without the keys that have no value. */
export function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The same; nothing when no key is left. */
export function defined<T extends object>(object: T): T | undefined {
  const kept = withoutUndefined(object);
  return Object.keys(kept).length > 0 ? kept as T : undefined;
}
