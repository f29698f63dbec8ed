import facts from '../facts/create-only.json';
import { Resource, Template, Value } from './template';

export type Kind = 'created' | 'updated' | 'replaced' | 'deleted' | 'same';

/** What becomes of a logical id, and the properties that are the reason. */
export interface Change {
  readonly kind: Kind;
  readonly properties: readonly string[];
}

const CREATE_ONLY = facts as Readonly<Record<string, { readonly always: readonly string[] } | undefined>>;

/** Attributes that change with each update of their resource; every other stays until it is replaced. */
const CHANGING = new Set([
  'AWS::EC2::LaunchTemplate LatestVersionNumber',
  'AWS::EC2::LaunchTemplate DefaultVersionNumber',
]);

const SAME: Change = { kind: 'same', properties: [] };

/** What CloudFormation does with each logical id when one template takes the place of another. */
export class Update {
  readonly #changes = new Map<string, Change>();

  constructor(
    readonly old: Template,
    readonly next: Template,
  ) {
    for (const id of next.order) this.#changes.set(id, this.#change(next.get(id)!));
    for (const id of old.ids) if (!next.get(id)) this.#changes.set(id, { kind: 'deleted', properties: [] });
  }

  of(id: string): Change {
    return this.#changes.get(id) ?? SAME;
  }

  all(...kinds: readonly Kind[]): string[] {
    return [...this.#changes].filter(([, { kind }]) => kinds.includes(kind)).map(([id]) => id);
  }

  /** What a logical id stands for in one of the templates: a resource that is made anew is another one. */
  thing(side: 'old' | 'next', id: string): string {
    return side === 'next' && ['created', 'replaced'].includes(this.of(id).kind) ? `new ${id}` : id;
  }

  #change(resource: Resource): Change {
    const before = this.old.get(resource.id);
    if (!before) return { kind: 'created', properties: [] };
    if (before.type !== resource.type) return { kind: 'replaced', properties: ['Type'] };
    const names = [...new Set([...Object.keys(before.text), ...Object.keys(resource.text)])];
    const properties = names.filter((name) => before.text[name] !== resource.text[name] || this.#moves(resource, name));
    if (properties.length === 0) return SAME;
    const causes = createOnly(resource.type).filter(
      (path) => properties.includes(path.split('/')[0]) && this.#differs(before, resource, path),
    );
    return causes.length > 0 ? { kind: 'replaced', properties: causes } : { kind: 'updated', properties };
  }

  #differs(before: Resource, after: Resource, path: string): boolean {
    const [name] = path.split('/');
    return (
      JSON.stringify(at(before.properties, path)) !== JSON.stringify(at(after.properties, path)) ||
      this.#moves(after, name)
    );
  }

  /** Whether what a property refers to is another thing now, or says another thing. */
  #moves({ references }: Resource, name: string): boolean {
    return (references[name] ?? []).some(({ id, attribute }) => {
      const { kind } = this.of(id);
      if (kind === 'replaced' || kind === 'created') return true;
      return kind === 'updated' && CHANGING.has(`${this.next.get(id)!.type} ${attribute}`);
    });
  }
}

/** A type that nobody knows would be taken for one that is never replaced. */
function createOnly(type: string): readonly string[] {
  const known = CREATE_ONLY[type];
  if (!known) throw new Error(`${type} is not in facts/create-only.json: see facts/generate.ts`);
  return known.always;
}

function at(properties: Value, path: string): Value {
  return path.split('/').reduce((value, name) => value?.[name], properties);
}
