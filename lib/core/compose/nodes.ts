import { Place } from '../finding/rule';
import { JsonBoolean, JsonMember, JsonNode, JsonNumber, JsonObject, JsonString, member } from '../syntax/json-tree';

type Scalar = JsonString | JsonNumber | JsonBoolean;

/** `KEY: value` or `KEY=value`; without a value where none is written. */
export interface Entry {
  readonly name: string;
  readonly value: JsonString | undefined;
  readonly at: Place;
}

/** A text, or the text that a number or a boolean spells. */
export function textIn(node: JsonNode | undefined): string | undefined {
  return node && 'value' in node ? String(node.value) : undefined;
}

/** The text of a member. */
export function textAt(node: JsonNode | undefined, key: string): string | undefined {
  return textIn(valueAt(node, key));
}

export function valueAt(node: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined {
  return keys.reduce<JsonNode | undefined>(
    (found, key) => (found?.kind === 'object' ? member(found, key)?.value : undefined), node,
  );
}

export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members.filter(({ value }) => value.kind !== 'null') : [];
}

/** The members of a map with those that have no value. */
export function allMembers(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members : [];
}

/** The items of a list, or the one value that stands for a list. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined || node.kind === 'null') return [];
  return node.kind === 'array' ? node.items.filter(({ kind }) => kind !== 'null') : [node];
}

/** The same as texts. */
export function textsOf(node: JsonNode | undefined): Scalar[] {
  return itemsOf(node).flatMap((item) => ('value' in item ? [item] : []));
}

/** A map, or a list of `KEY=value`. */
export function entriesOf(node: JsonNode | undefined): Entry[] {
  if (node?.kind === 'object') return node.members.flatMap((found) => entriesUnder(found));
  return textsOf(node).map((item): Entry => {
    const [name, ...rest] = String(item.value).split('=');
    return { name, value: rest.length === 0 ? undefined : asText(item, rest.join('=')), at: item };
  });
}

/** A list below a key, as of addresses of one host, is one entry for each of its items. */
function entriesUnder({ key, value, place }: JsonMember): Entry[] {
  if (value.kind === 'array') {
    return textsOf(value).map((item) => ({ name: key, value: asText(item, String(item.value)), at: item }));
  }
  return [{ name: key, value: 'value' in value ? asText(value, String(value.value)) : undefined, at: place }];
}

function asText({ path, offset, length }: Place, value: string): JsonString {
  return { path, offset, length, kind: 'string', value };
}

/** What Compose takes for true; nothing for what it takes for no boolean. */
export function truthOf(node: JsonNode | undefined): boolean | undefined {
  const text = textIn(node)?.toLowerCase();
  if (text === undefined) return undefined;
  if (['true', '1', 't', 'y', 'yes', 'on'].includes(text)) return true;
  return ['false', '0', 'f', 'n', 'no', 'off'].includes(text) ? false : undefined;
}

export function isEmpty(node: JsonObject): boolean {
  return membersOf(node).length === 0;
}
