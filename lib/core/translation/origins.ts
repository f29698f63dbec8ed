import { SettingOrigin } from '../finding/origin';
import { OptionSetting, originOf } from '../options/setting';
import { ReadLog } from './reads';

/** Settings that are props by themselves, not a prop of that name. */
const FLAT = 'beanstalk';

/**
 * Where the values of props come from that option settings gave, by the paths of the props:
 * `listeners[0].healthCheck.interval`.
 */
export class Origins {
  static readonly NONE = new Origins(new Map());

  /** Those of everything in the objects, by the path at which each of them stands. */
  static of(roots: Readonly<Record<string, object>>, log: ReadLog): Origins {
    return new Origins(new Map(Object.entries(roots).flatMap(([path, root]) => pathsIn(root, path, log))));
  }

  private constructor(private readonly byPath: ReadonlyMap<string, Read>) {}

  /** Without what a prop takes the place of, such as `listeners` or `environmentProperties.STAGE`. */
  without(given: readonly string[]): Origins {
    const isGiven = (path: string) => given.some((prop) => isWithin(path, prop));
    return new Origins(new Map([...this.byPath].filter(([path]) => !isGiven(path))));
  }

  /** The settings behind a prop: its own, else those of what it consists of. */
  within(prop: string): readonly OptionSetting[] {
    return (
      this.byPath.get(prop)?.settings ?? [
        ...new Set([...this.byPath].filter(([path]) => isWithin(path, prop)).flatMap(([, { settings }]) => settings)),
      ]
    );
  }

  /** The same, or else the settings behind what the prop belongs to. */
  at(prop: string): readonly OptionSetting[] {
    const own = this.within(prop);
    if (own.length > 0) return own;
    const outer = outerOf(prop);
    return outer === '' ? [] : this.at(outer);
  }

  /** The settings of the other items of a list, for what nobody says of an item: it is there by default. */
  beside(prop: string): readonly OptionSetting[] {
    if (prop === '' || this.within(prop).length > 0) return [];
    const outer = outerOf(prop);
    return this.isItemBeside(prop, outer) ? this.within(outer) : this.beside(outer);
  }

  /** Whether it is an item of a list, of whose other items each has settings of its own. */
  private isItemBeside(prop: string, list: string): boolean {
    return prop.endsWith(']') && [...this.byPath.keys()].some((path) => path.startsWith(`${list}[`));
  }

  /** The settings behind several props: their own, else those of what they belong to. */
  behind(props: readonly string[]): SettingOrigin[] {
    const own = props.flatMap((prop) => this.within(prop));
    return [...new Set(own.length > 0 ? own : props.flatMap((prop) => this.at(prop)))].map(originOf);
  }

  /** The same, but of a prop only those that hold its very value, if there are such: others just lead to them. */
  saying(props: readonly string[]): SettingOrigin[] {
    const own = props.flatMap((prop) => this.exact(prop) ?? this.within(prop));
    return own.length > 0 ? [...new Set(own)].map(originOf) : this.behind(props);
  }

  private exact(prop: string): readonly OptionSetting[] | undefined {
    const { settings, value } = this.byPath.get(prop) ?? { settings: [], value: undefined };
    const found = settings.filter((setting) => setting.value.trim() === String(value));
    return found.length > 0 ? found : undefined;
  }
}

/** What a value was read from. */
interface Read {
  readonly value: unknown;
  readonly settings: readonly OptionSetting[];
}

/** What a prop belongs to; empty when it stands by itself. */
function outerOf(prop: string): string {
  return prop.slice(0, Math.max(0, prop.lastIndexOf('.'), prop.lastIndexOf('[')));
}

function pathsIn(object: object, path: string, log: ReadLog): [string, Read][] {
  if (Array.isArray(object)) return object.flatMap((item, index) => inner(item, `${path}[${index}]`, log));
  return Object.entries(object).flatMap(([key, value]): [string, Read][] => {
    const own = key === FLAT ? path : `${path === '' ? '' : `${path}.`}${key}`;
    const settings = log.settingsOf(object, key);
    return [
      ...settings.length > 0 && own !== '' ? [[own, { value, settings }] as [string, Read]] : [],
      ...inner(value, own, log),
    ];
  });
}

function inner(value: unknown, path: string, log: ReadLog): [string, Read][] {
  return typeof value === 'object' && value !== null ? pathsIn(value, path, log) : [];
}

function isWithin(path: string, prop: string): boolean {
  return path === prop || path.startsWith(`${prop}.`) || path.startsWith(`${prop}[`);
}
