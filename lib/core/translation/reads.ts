import { OptionSetting } from '../options/setting';

/** For each key of an object, what reads its value. */
export type Reads<T> = { readonly [K in keyof T]: () => T[K] };

/** Which settings each value was read from, for values that are keys of objects. */
export class ReadLog {
  private readonly open: Set<OptionSetting>[] = [];
  private readonly byObject = new WeakMap<object, Readonly<Record<string, readonly OptionSetting[]>>>();

  /** Everything that is being read just now depends on the setting. */
  note(setting: OptionSetting): void {
    for (const read of this.open) read.add(setting);
  }

  /** The object of what is read, without the keys that have no value; nothing when none is left. */
  object<T extends object>(reads: Reads<T>): T | undefined {
    const all = (Object.keys(reads) as (keyof T & string)[]).map((key) => ({ key, ...this.record(reads[key]) }));
    const keys = all.filter(({ value }) => value !== undefined);
    if (keys.length === 0) return undefined;
    const object = Object.fromEntries(keys.map(({ key, value }) => [key, value])) as T;
    this.byObject.set(object, Object.fromEntries(keys.map(({ key, settings }) => [key, settings])));
    return object;
  }

  /** What the key of an object was read from. */
  settingsOf(object: object, key: string): readonly OptionSetting[] {
    return this.byObject.get(object)?.[key] ?? [];
  }

  private record<V>(read: () => V): { readonly value: V; readonly settings: readonly OptionSetting[] } {
    const settings = new Set<OptionSetting>();
    this.open.push(settings);
    const value = read();
    this.open.pop();
    return { value, settings: [...settings] };
  }
}
