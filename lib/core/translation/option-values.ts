import { findNamespace, findOption } from '../options/catalogue';
import { isKnowable, OptionSetting } from '../options/setting';
import { ReadLog, Reads } from './reads';
import { formOf } from './reference-forms';

/** The settings that take effect, by name. Remembers which of them were asked for, and for what. */
export class OptionValues {
  readonly log = new ReadLog();

  private readonly used = new Set<OptionSetting>();
  private readonly byNamespace = new Map<string, OptionSetting[]>();

  constructor(settings: readonly OptionSetting[]) {
    for (const setting of settings.filter(isKnowable)) {
      const own = this.byNamespace.get(setting.namespace);
      if (own) own.push(setting);
      else this.byNamespace.set(setting.namespace, [setting]);
    }
  }

  isUsed(setting: OptionSetting): boolean {
    return this.used.has(setting);
  }

  text(namespace: string, optionName: string, resourceName?: string): string | undefined {
    const found = this.find(namespace, optionName, resourceName);
    if (found) this.use(found);
    return found?.value.trim();
  }

  /** Whether the option is set to this value. Any other value says nothing. */
  is(namespace: string, optionName: string, value: string): boolean {
    const found = this.find(namespace, optionName);
    if (!found) return false;
    this.used.add(found);
    if (found.value.trim().toLowerCase() !== value.toLowerCase()) return false;
    this.log.note(found);
    return true;
  }

  /** The value in small letters, without it being asked for. */
  peek(namespace: string, optionName: string, resourceName?: string): string | undefined {
    return this.peekText(namespace, optionName, resourceName)?.toLowerCase();
  }

  /** The value as it is, without it being asked for. */
  peekText(namespace: string, optionName: string, resourceName?: string): string | undefined {
    return this.find(namespace, optionName, resourceName)?.value.trim();
  }

  whole(namespace: string, optionName: string, resourceName?: string): number | undefined {
    const text = this.text(namespace, optionName, resourceName);
    return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
  }

  flag(namespace: string, optionName: string, resourceName?: string): boolean | undefined {
    const text = this.text(namespace, optionName, resourceName)?.toLowerCase();
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  list(namespace: string, optionName: string): readonly string[] | undefined {
    const items = this.text(namespace, optionName)?.split(',').map((item) => item.trim()).filter(Boolean);
    return items && items.length > 0 ? items : undefined;
  }

  /** The ids in a list if all of them are ids; else it is left for others. */
  ids(namespace: string, optionName: string): readonly string[] | undefined {
    const found = this.find(namespace, optionName);
    return found && formOf(found)?.holds(found.value) ? this.list(namespace, optionName) : undefined;
  }

  /** One of the values of the catalogue, under the name that it has here. */
  choice<T extends string>(namespace: string, optionName: string): T | undefined {
    return this.oneOf(namespace, optionName, (findOption(namespace, optionName)?.values ?? []) as readonly T[]);
  }

  /** The text if it is one of these; else it is left for others. */
  oneOf<T extends string>(namespace: string, optionName: string, allowed: readonly T[]): T | undefined {
    const found = this.find(namespace, optionName)?.value.trim() as T;
    return allowed.includes(found) ? this.text(namespace, optionName) as T : undefined;
  }

  /** The settings of a namespace whose names are the user's, by name; nothing when there are none. */
  all(namespace: string): Readonly<Record<string, string>> | undefined {
    return this.object(Object.fromEntries(this.settingsIn(namespace).map((setting) => [setting.optionName, () => {
      this.use(setting);
      return setting.value;
    }])));
  }

  /** A value that there is because the namespace has settings, whatever they are. */
  becauseOf<T>(namespace: string, value: T): T {
    const [first] = this.settingsIn(namespace);
    if (first) this.log.note(first);
    return value;
  }

  /** The object of what is read, without the keys that have no value; nothing when none is left. */
  object<T extends object>(reads: Reads<T>): T | undefined {
    return this.log.object(reads);
  }

  /**
   * The names at the end of `aws:elb:listener:<port>` and the like that have settings, in the order in which they
   * appear.
   */
  names(namespace: string): string[] {
    const concrete = [...this.byNamespace.keys()].filter((name) => findNamespace(name)?.name === namespace);
    return concrete.map((name) => name.slice(name.lastIndexOf(':') + 1));
  }

  /** The resources that a namespace has settings for. */
  resources(namespace: string): string[] {
    return [
      ...new Set(
        this.settingsIn(namespace).flatMap(({ resourceName }) => (resourceName === undefined ? [] : [resourceName])),
      ),
    ];
  }

  /** Whether a namespace has settings. What that decides is there because of the first one. */
  has(namespace: string): boolean {
    const own = [...this.byNamespace.keys()].find((name) => findNamespace(name)?.name === namespace);
    return own !== undefined && this.becauseOf(own, true);
  }

  private use(setting: OptionSetting): void {
    this.used.add(setting);
    this.log.note(setting);
  }

  private settingsIn(namespace: string): readonly OptionSetting[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  private find(namespace: string, optionName: string, resourceName?: string): OptionSetting | undefined {
    return this.settingsIn(namespace).find(
      (setting) =>
        setting.optionName === optionName && (resourceName === undefined || setting.resourceName === resourceName),
    );
  }
}

/** The list unless it is empty. */
export function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
