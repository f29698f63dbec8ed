/** What a template is made of. */
export type Json = string | number | boolean | null | JsonList | JsonObject;

export type JsonList = readonly Json[];

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the end of a path of names; nothing when the path breaks off. */
export function at(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}

/** A list as it is, one thing as a list of it, nothing as an empty one. */
export function listAt(value: Json | undefined, ...names: readonly string[]): JsonList {
  const found = at(value, ...names);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found as Json];
}

/** The text of a word or a number; nothing for what only AWS will know. */
export function textAt(value: Json | undefined, ...names: readonly string[]): string | undefined {
  const found = at(value, ...names);
  return typeof found === 'object' || found === undefined ? undefined : String(found);
}

export function numberAt(value: Json | undefined, ...names: readonly string[]): number | undefined {
  const text = textAt(value, ...names);
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

export function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** All texts of a value, one after the other. */
export function textsOf(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(textsOf).join('');
  if (isObject(value)) return Object.values(value).map(textsOf).join('');
  return value === undefined || value === null ? '' : String(value);
}
