import { isHidden, isHiddenName, isValue, looksSecret, NAME_SIGN } from '../rules/secret-signs';
import { JsonArray, JsonNode, JsonObject, JsonString } from '../syntax/json-tree';

/** Where a secret stands in a text, and what it is. */
export interface SecretSpan {
  readonly offset: number;
  readonly length: number;
  readonly value: string;
}

/** The keys that give a name to another key of the same object. */
export const NAME_KEY = /^(?:(?:option_?)?name|option|key)$/i;

/** Keys of what has a name and is no value: a container, a volume, a port, a task. */
const THING_KEY =
  /^(?:image|memory|memory_?reservation|essential|host|container_?port|.*_?volume_?configuration|url|schedule|(?:hard|soft)_?limit|commands?)$/i;

/** Keys whose values are no secrets: where one stands or is kept, what kind it is, and what becomes of it. */
const REFERENCE_KEY =
  /^(?:value_?from|type|kind|namespace|resource(?:_?name)?|arn|file|line|source|unresolved|reference|props?|rule|secret_?options|credentials_?parameter|repository_?credentials)$/i;

/** A name with a value behind it, inside a text: `NAME=value` and `"name": "value"`, `--name value`, `NAME value`. */
const ASSIGNMENTS = [
  /(?<![\w.])["']?(?<name>-{0,2}[A-Za-z_][\w.-]{0,200})["']?(?:\s{0,9}=\s{0,9}|:\s{1,9}|(?<=["']):)["']?(?<value>[^\s"'&;|,]+)/gd,
  /(?<![\w.])(?<name>--[A-Za-z_][\w.-]{0,200})\s{1,9}["']?(?<value>[^\s"'&;|,]+)/gd,
  /^\s{0,9}(?<name>[A-Za-z_][\w.-]{0,200})\s{1,9}(?<value>\S+)\s*$/gd,
];

/** Longer texts are hidden as a whole when there is something in them. */
const LONGEST = 100_000;

/** What hides in a text that stands for itself, such as a command: the places are offsets in it. */
export function spansWithin(text: string): SecretSpan[] {
  if (!NAME_SIGN.test(text) && !looksSecret(text)) return [];
  return ASSIGNMENTS.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap(({ groups, indices }) => {
    const [start, end] = indices!.groups!.value;
    const { name, value } = groups!;
    return isHidden(name, value) ? [{ offset: start, length: end - start, value }] : [];
  });
}

/** Where secrets stand in the tree of a text. */
export function* spansOf(node: JsonNode, text: string, name = ''): Generator<SecretSpan> {
  if (node.kind === 'array') {
    yield* spansInList(node, text, name);
  } else if (node.kind === 'object') {
    yield* spansInObject(node, text, name);
  } else if (node.kind === 'string' && !(isHiddenName(name) && isValue(node.value))) {
    yield* spansInString(node, text);
  } else if ((node.kind === 'string' || node.kind === 'number') && isHidden(name, String(node.value))) {
    yield inside(node, text, String(node.value));
  }
}

/** The item behind the option of a program is its value. */
function* spansInList({ items }: JsonArray, text: string, name: string): Generator<SecretSpan> {
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    const option = before?.kind === 'string' && /^-{1,2}\w[\w-]*$/.test(before.value) ? before.value : '';
    yield* spansOf(item, text, isHiddenName(option) ? option : name);
  }
}

/** A value belongs to its key, to what the object is named, and to the key of the object. */
function* spansInObject(node: JsonObject, text: string, name: string): Generator<SecretSpan> {
  const own = nameOf(node);
  for (const { key, place, value } of node.members) {
    if (looksSecret(key)) yield { offset: place.offset, length: place.length, value: key };
    const names = REFERENCE_KEY.test(key) ? [] : [key, ...NAME_KEY.test(key) ? [] : [own, name]];
    yield* spansOf(value, text, names.find(isHiddenName));
  }
}

function nameOf({ members }: JsonObject): string {
  if (members.some(({ key }) => THING_KEY.test(key))) return '';
  const named = members.find(({ key, value }) => NAME_KEY.test(key) && value.kind === 'string')?.value;
  return named?.kind === 'string' ? named.value : '';
}

/** A text that is a secret whatever its name is, or says one somewhere. */
function* spansInString(node: JsonString, text: string): Generator<SecretSpan> {
  const found = inside(node, text, node.value);
  if (looksSecret(node.value)) {
    yield found;
    return;
  }
  if (node.value.startsWith('arn:')) return;
  const within = spansWithin(node.value.slice(0, LONGEST));
  if (within.length === 0) return;
  const isWritten = text.startsWith(node.value, found.offset) && node.value.length <= LONGEST;
  yield* isWritten
    ? within.map((span) => ({ ...span, offset: found.offset + span.offset }))
    : [found, ...within.map(({ value }) => ({ offset: found.offset, length: 0, value }))];
}

/** A value without the quotes around it. */
function inside({ offset, length }: JsonNode, text: string, value: string): SecretSpan {
  const isQuoted = length > 1 && /["']/.test(text[offset]) && text[offset + length - 1] === text[offset];
  return isQuoted ? { offset: offset + 1, length: length - 2, value } : { offset, length, value };
}
