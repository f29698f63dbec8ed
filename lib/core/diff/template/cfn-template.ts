import { at, isObject, Json, JsonObject, listAt, textAt } from './json';

/** Where a value leads: to a resource, or to what one says of itself. */
export interface Pointer {
  readonly id: string;
  readonly attribute?: string;
}

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly updatePolicy: JsonObject;
  /** Of each property. */
  readonly pointers: ReadonlyMap<string, readonly Pointer[]>;
  /** Each property as text, to compare it. */
  readonly texts: ReadonlyMap<string, string>;
}

const NOTHING: JsonObject = {};

/** The resources of a CloudFormation template, each after those that it waits for. */
export class Template {
  /** Nothing when the value has no resources. */
  public static of(value: unknown): Template | undefined {
    const resources = at(value as Json, 'Resources');
    return isObject(resources) ? new Template(resources) : undefined;
  }

  public readonly resources: ReadonlyMap<string, Resource>;
  private readonly direct: ReadonlyMap<string, readonly string[]>;
  private readonly all = new Map<string, ReadonlySet<string>>();

  private constructor(json: JsonObject) {
    const read = Object.entries(json).map(([id, value]) => resourceOf(id, value));
    const known = new Map(read.map((resource) => [resource.id, resource]));
    this.direct = new Map(read.map(({ id, pointers }) => {
      const named = [...pointers.values()].flat().map((pointer) => pointer.id);
      const listed = listAt(json[id], 'DependsOn').map(String);
      return [id, [...new Set([...listed, ...named])].filter((other) => known.has(other) && other !== id)];
    }));
    for (const { id } of read) this.waitsFor(id);
    this.resources = new Map([...this.all.keys()].map((id) => [id, known.get(id)!]));
  }

  public get(id: string | undefined): Resource | undefined {
    return id === undefined ? undefined : this.resources.get(id);
  }

  public ofType(...types: readonly string[]): Resource[] {
    return [...this.resources.values()].filter(({ type }) => types.includes(type));
  }

  /** Everything that is there before a resource is touched. */
  public waitsFor(id: string): ReadonlySet<string> {
    return this.all.get(id) ?? this.resolve(id, new Set());
  }

  /** A circle, which CloudFormation refuses, is cut where it closes. */
  private resolve(id: string, above: ReadonlySet<string>): ReadonlySet<string> {
    const known = this.all.get(id);
    if (known) return known;
    const path = new Set([...above, id]);
    const next = (this.direct.get(id) ?? []).filter((other) => !path.has(other));
    const found = new Set(next.flatMap((other) => [other, ...this.resolve(other, path)]));
    this.all.set(id, found);
    return found;
  }
}

function resourceOf(id: string, value: Json): Resource {
  const properties = objectAt(value, 'Properties');
  const entries = Object.entries(properties);
  return {
    id,
    type: textAt(value, 'Type') ?? '',
    properties,
    updatePolicy: objectAt(value, 'UpdatePolicy'),
    pointers: new Map(entries.map(([name, inner]) => [name, pointersIn(inner)])),
    texts: new Map(entries.map(([name, inner]) => [name, JSON.stringify(inner)])),
  };
}

function objectAt(value: Json, name: string): JsonObject {
  const found = at(value, name);
  return isObject(found) ? found : NOTHING;
}

/** The one thing that a value is. */
export function pointerOf(value: Json | undefined): Pointer | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value.Ref === 'string') return { id: value.Ref };
  const got = value['Fn::GetAtt'];
  if (got === undefined) return undefined;
  const [id, ...rest] = typeof got === 'string' ? got.split('.') : listAt(value, 'Fn::GetAtt').map(String);
  return { id, attribute: rest.join('.') };
}

export function pointersIn(value: Json | undefined): Pointer[] {
  const own = pointerOf(value);
  if (own) return [own];
  if (Array.isArray(value)) return value.flatMap(pointersIn);
  if (!isObject(value)) return [];
  return Object.entries(value)
    .flatMap(([name, inner]) => (name === 'Fn::Sub' ? pointersOfText(inner) : pointersIn(inner)));
}

/** Those of `Fn::Sub`: `${Id}` and `${Id.Attribute}`, unless the list with them says what they are. */
function pointersOfText(value: Json): Pointer[] {
  const [text, values] = Array.isArray(value) ? value : [value];
  const given = isObject(values) ? values : NOTHING;
  const own = [...String(text).matchAll(/\$\{([^!}]+)\}/g)].map(([, name]) => name.trim().split('.'))
    .filter(([id]) => !(id in given))
    .map(([id, ...rest]): Pointer => (rest.length > 0 ? { id, attribute: rest.join('.') } : { id }));
  return [...own, ...pointersIn(given)];
}
