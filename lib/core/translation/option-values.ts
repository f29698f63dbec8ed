import { findNamespace, findOption } from '../options/catalogue';
import { isKnowable } from '../options/knowable';
import { OptionSetting } from '../options/setting';
import { formOf } from './reference-forms';

/** The settings that take effect, by name. Remembers which of them were asked for. */
export class OptionValues {
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
    if (found) this.used.add(found);
    return found?.value.trim();
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

  /** The settings of a namespace whose names are the user's, by name. */
  all(namespace: string): Readonly<Record<string, string>> {
    const own = this.settingsIn(namespace);
    for (const setting of own) this.used.add(setting);
    return Object.fromEntries(own.map(({ optionName, value }) => [optionName, value]));
  }

  /** The names at the end of `aws:elb:listener:<port>` and the like that have settings, in the order in which they appear. */
  names(namespace: string): string[] {
    const concrete = [...this.byNamespace.keys()].filter((name) => findNamespace(name)?.name === namespace);
    return concrete.map((name) => name.slice(name.lastIndexOf(':') + 1));
  }

  /** The resources that a namespace has settings for. */
  resources(namespace: string): string[] {
    return [...new Set(this.settingsIn(namespace).flatMap(({ resourceName }) => (resourceName === undefined ? [] : [resourceName])))];
  }

  /** Whether a namespace has settings. */
  has(namespace: string): boolean {
    return [...this.byNamespace.keys()].some((name) => findNamespace(name)?.name === namespace);
  }

  private settingsIn(namespace: string): readonly OptionSetting[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  private find(namespace: string, optionName: string, resourceName?: string): OptionSetting | undefined {
    return this.settingsIn(namespace)
      .find((setting) => setting.optionName === optionName && (resourceName === undefined || setting.resourceName === resourceName));
  }
}
