import { Place } from '../finding/rule';

/** A JSON value that remembers where it stands. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

export interface JsonObject extends Place {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

/** `"key": value`. When a key stands twice, both members are here. */
export interface JsonMember {
  readonly key: string;
  /** The quoted key, without the value. */
  readonly place: Place;
  readonly value: JsonNode;
}

export interface JsonArray extends Place {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Place {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonNumber extends Place {
  readonly kind: 'number';
  readonly value: number;
}

export interface JsonBoolean extends Place {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends Place {
  readonly kind: 'null';
}

/** The member `key`, or nothing when it is absent or null. Of two, the last one wins, as in every JSON reader. */
export function member(object: JsonObject, key: string): JsonMember | undefined {
  for (let index = object.members.length - 1; index >= 0; index--) {
    const candidate = object.members[index];
    if (candidate.key === key) return candidate.value.kind === 'null' ? undefined : candidate;
  }
  return undefined;
}

/** The path of `key` inside `parent`. */
export function memberPath(parent: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** A short rendering of a value for messages. */
export function show(node: JsonNode): string {
  switch (node.kind) {
    case 'object': return 'an object';
    case 'array': return 'a list';
    case 'null': return 'null';
    case 'string': return shorten(JSON.stringify(node.value));
    default: return String(node.value);
  }
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…"`;
}
