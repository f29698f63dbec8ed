import { pointerOf } from '../template/cfn-template';
import { isObject, Json, JsonList, JsonObject, same } from '../template/json';

/** The smallest part of a property that differs. */
export interface Leaf {
  /** The names that lead to it; of the members of a list, those that tell them apart. */
  readonly path: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

/** What differs between two values of a property. */
export function leavesOf(before: Json | undefined, after: Json | undefined, path: readonly string[]): Leaf[] {
  if (same(before, after)) return [];
  const [old, next] = [before, after].map(members);
  const isOpen = old && next && !pointerOf(before) && !pointerOf(after);
  if (!isOpen) {
    return [{ path, ...before !== undefined && { before }, ...after !== undefined && { after } }];
  }
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  const found = names.flatMap((name) => leavesOf(old[name], next[name], name === VALUE ? path : [...path, name]));
  return found.length > 0 ? found : [{ path, before: before!, after: after! }];
}

/** What a member of a list of names and values says. */
const VALUE = 'Value';

/** The values below a value by name; nothing when it has none. */
function members(value: Json | undefined): JsonObject | undefined {
  if (Array.isArray(value)) return byName(value);
  return isObject(value) && !Object.keys(value).some((name) => name.startsWith('Fn::')) ? value : undefined;
}

function byName(list: JsonList): JsonObject | undefined {
  const names = list.map(nameOf);
  if (list.length === 0 || new Set(names).size < list.length || names.includes(undefined)) return undefined;
  return Object.fromEntries(list.map((each, index) => [names[index]!, withoutName(each)]));
}

const NAMES = ['Name', 'Key', 'Namespace', 'OptionName', 'ResourceName'];

function withoutName(member: Json): Json {
  if (!isObject(member)) return member;
  return Object.fromEntries(Object.entries(member).filter(([name]) => !NAMES.includes(name)));
}

function nameOf(member: Json): string | undefined {
  if (!isObject(member)) return undefined;
  const { Name, Key, OptionName, Namespace, ResourceName } = member;
  if (typeof OptionName === 'string') return [Namespace, OptionName, ResourceName].filter((part) => part).join(' ');
  return [Name, Key].find((name) => typeof name === 'string');
}
