/**
 * A table that is asked for words which users write. It has its own keys and no others: what every object of JavaScript
 * has besides, such as `constructor`, is no entry of it.
 */
export function table<V>(entries: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, V>, entries));
}

/** What a record has of its own under a word that a user wrote. */
export function entryOf<V>(record: Readonly<Record<string, V>> | undefined, key: string): V | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
