/** Anything that stands in a template. */
export type Value = any;

/** A resource as CloudFormation reads it. */
export interface ResourceJson {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, Value>>;
  readonly DependsOn?: string | readonly string[];
  readonly UpdatePolicy?: Value;
}

export interface TemplateJson {
  readonly Resources: Readonly<Record<string, ResourceJson>>;
}

/** Where a value points: at a resource, or at an attribute of it. */
export interface Reference {
  readonly id: string;
  readonly attribute?: string;
}

/** A resource with what it refers to, property by property. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Value>>;
  readonly references: Readonly<Record<string, readonly Reference[]>>;
  readonly text: Readonly<Record<string, string>>;
  readonly updatePolicy: Value;
}

/** A template, read once for all its pairs. */
export class Template {
  /** Every logical id, after those it waits for. */
  readonly order: readonly string[];
  readonly #resources = new Map<string, Resource>();
  readonly #waits = new Map<string, ReadonlySet<string>>();
  readonly #byType = new Map<string, Resource[]>();

  constructor(readonly json: TemplateJson) {
    const { Resources } = json;
    for (const [id, resourceJson] of Object.entries(Resources)) {
      const resource = read(id, resourceJson);
      this.#resources.set(id, resource);
      this.#byType.set(resource.type, [...this.of(resource.type), resource]);
    }
    const direct = new Map(
      Object.entries(Resources).map(([id, { DependsOn = [] }]) => {
        const referred = Object.values(this.get(id)!.references)
          .flat()
          .map((named) => named.id);
        return [id, [...new Set([...[DependsOn].flat(), ...referred])].filter((other) => this.#resources.has(other))];
      }),
    );
    const visit = (id: string, path: readonly string[]): ReadonlySet<string> => {
      if (path.includes(id)) throw new Error(`${[...path.slice(path.indexOf(id)), id].join(' waits for ')}`);
      const known = this.#waits.get(id);
      if (known) return known;
      const found = new Set(direct.get(id)!.flatMap((next) => [next, ...visit(next, [...path, id])]));
      this.#waits.set(id, found);
      return found;
    };
    for (const id of this.#resources.keys()) visit(id, []);
    this.order = [...this.#waits.keys()];
  }

  get ids(): string[] {
    return [...this.#resources.keys()];
  }

  get(id: string): Resource | undefined {
    return this.#resources.get(id);
  }

  of(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** Everything that is there before a resource is touched. */
  before(id: string): ReadonlySet<string> {
    return this.#waits.get(id) ?? new Set();
  }
}

function read(
  id: string,
  { Type: type, Properties: properties = {}, UpdatePolicy: updatePolicy = {} }: ResourceJson,
): Resource {
  const names = Object.keys(properties);
  return {
    id,
    type,
    properties,
    updatePolicy,
    references: Object.fromEntries(names.map((name) => [name, referencesIn(properties[name])])),
    text: Object.fromEntries(names.map((name) => [name, JSON.stringify(properties[name])])),
  };
}

/** Everything that a value refers to, the parameters and what AWS knows by itself included. */
export function referencesIn(value: Value): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = reference(value);
  if (own) return [own];
  return Object.entries<Value>(value).flatMap(([key, inner]) =>
    key === 'Fn::Sub' ? substituted(inner) : referencesIn(inner),
  );
}

/** The one resource that a value is, or an attribute of. */
export function reference(value: Value): Reference | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof value.Ref === 'string') return { id: value.Ref };
  const got = value['Fn::GetAtt'];
  if (got === undefined) return undefined;
  const [id, ...attribute]: string[] = Array.isArray(got) ? got : got.split('.');
  return { id, attribute: attribute.join('.') };
}

function substituted(value: string | [string, Record<string, Value>]): Reference[] {
  const [text, values = {}] = typeof value === 'string' ? [value] : value;
  const names = [...text.matchAll(/\$\{([^!}]+)\}/g)]
    .map(([, name]) => name.trim())
    .filter((name) => !(name in values));
  const own = names.map((name): Reference => {
    const [id, ...attribute] = name.split('.');
    return attribute.length > 0 ? { id, attribute: attribute.join('.') } : { id };
  });
  return [...own, ...referencesIn(values)];
}

/** A list as it is, one thing as a list of it, and nothing as an empty one. */
export function listOf(value: Value): Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
