/** A resource as CloudFormation reads it. */
export interface ResourceJson {
  Type: string;
  Properties?: Record<string, any>;
  DependsOn?: string | string[];
}

/** A synthesized template; the walker knows nothing else about the app. */
export interface TemplateJson {
  Resources: Record<string, ResourceJson>;
}

/** A resource with its logical id. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Record<string, any>;
}

/** Finds resources by type and by reference. */
export class Template {
  constructor(private readonly json: TemplateJson) {}

  all(type: string): Resource[] {
    return Object.keys(this.json.Resources)
      .filter((id) => this.json.Resources[id].Type === type)
      .map((id) => this.resource(id));
  }

  /** The resource of this type that a value refers to; undefined when it is outside the template. */
  find(type: string, reference: unknown): Resource | undefined {
    const id = nameOf(reference);
    return this.json.Resources[id]?.Type === type && typeof reference !== 'string' ? this.resource(id) : undefined;
  }

  /** Whether one resource is created after another. */
  waitsFor(id: string, other: string, seen = new Set<string>()): boolean {
    if (id === other) return true;
    if (seen.has(id) || !this.json.Resources[id]) return false;
    seen.add(id);
    const { Properties, DependsOn = [] } = this.json.Resources[id];
    return [DependsOn, referencesIn(Properties)].flat().some((next) => this.waitsFor(next, other, seen));
  }

  private resource(id: string): Resource {
    const { Type: type, Properties: properties = {} } = this.json.Resources[id];
    return { id, type, properties };
  }
}

/** The logical id that a value refers to, or the literal itself. */
export function nameOf(value: unknown): string {
  return referenceOf(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
}

/** A port, also when it is written as text. */
export function portOf(value: unknown): number | undefined {
  const port = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isInteger(port) ? port : undefined;
}

/** A list as it is; a function that yields one, which only the deployment can resolve, as its only member. */
export function listOf(value: unknown): any[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function listNames(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function referenceOf(value: any): string | undefined {
  if (typeof value?.Ref === 'string') return value.Ref;
  const attribute = value?.['Fn::GetAtt'];
  return Array.isArray(attribute) ? attribute[0] : attribute?.split('.')[0];
}

/** The logical ids that stand anywhere in a value. */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = referenceOf(value);
  return own === undefined ? Object.values(value).flatMap(referencesIn) : [own];
}
