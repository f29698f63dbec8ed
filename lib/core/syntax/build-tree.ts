import { Place } from '../finding/rule';
import { JsonArray, JsonBoolean, JsonMember, JsonNode, JsonNumber, JsonObject, JsonString } from './json-tree';

/* Nodes of a tree that says in other words what a text says; each stands where the words stand that it comes from. */

export function object(at: Place, entries: readonly (readonly [string, JsonNode | undefined])[]): JsonObject {
  const members = entries.flatMap(([key, value]): JsonMember[] =>
    value ? [{ key, place: placeOf(value), value }] : [],
  );
  return { ...placeOf(at), kind: 'object', members };
}

export function array(at: Place, items: readonly JsonNode[]): JsonArray {
  return { ...placeOf(at), kind: 'array', items };
}

export function string(at: Place, value: string): JsonString {
  return { ...placeOf(at), kind: 'string', value };
}

export function number(at: Place, value: number): JsonNumber {
  return { ...placeOf(at), kind: 'number', value };
}

export function boolean(at: Place, value: boolean): JsonBoolean {
  return { ...placeOf(at), kind: 'boolean', value };
}

export function placeOf({ path, offset, length }: Place): Place {
  return { path, offset, length };
}

/** The place of something that the file does not contain, shown where it comes from. */
export function standIn({ offset, length }: Place): Place {
  return { path: '', offset, length };
}
