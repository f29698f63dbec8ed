import { Resource, Template } from './cfn-template';
import { CREATE_ONLY } from './create-only';
import { at, same } from './json';

export type Fate = 'same' | 'created' | 'updated' | 'replaced' | 'deleted';

/** What becomes of a logical id. */
export interface Change {
  readonly fate: Fate;
  /** The properties that are the reason; of a replacement those that no resource can change. */
  readonly properties: readonly string[];
}

export type Side = 'old' | 'next';

const SAME: Change = { fate: 'same', properties: [] };

/** What a resource says of itself that is new after each update of it. */
const MOVING = ['AWS::EC2::LaunchTemplate.LatestVersionNumber', 'AWS::EC2::LaunchTemplate.DefaultVersionNumber'];

/** What CloudFormation does with each resource when a template takes the place of another. */
export class Update {
  private readonly changes = new Map<string, Change>();

  public constructor(public readonly old: Template, public readonly next: Template) {
    for (const resource of next.resources.values()) this.changes.set(resource.id, this.changeOf(resource));
    for (const id of old.resources.keys()) {
      if (!next.get(id)) this.changes.set(id, { fate: 'deleted', properties: [] });
    }
  }

  public of(id: string): Change {
    return this.changes.get(id) ?? SAME;
  }

  public ids(...fates: readonly Fate[]): string[] {
    return [...this.changes].filter(([, { fate }]) => fates.includes(fate)).map(([id]) => id);
  }

  /** Of one type, those of the new template that have a fate; those of the old one for what goes. */
  public ofType(type: string, ...fates: readonly Fate[]): Resource[] {
    return this.ids(...fates).map((id) => this.next.get(id) ?? this.old.get(id)!)
      .filter((found) => found.type === type);
  }

  /** What a logical id means at AWS: what is made anew is another thing. */
  public thing(side: Side, id: string): string {
    return side === 'next' && ['created', 'replaced'].includes(this.of(id).fate) ? `new ${id}` : id;
  }

  public things(side: Side): (id: string) => string {
    return (id) => this.thing(side, id);
  }

  private changeOf(resource: Resource): Change {
    const before = this.old.get(resource.id);
    if (!before) return { fate: 'created', properties: [] };
    if (before.type !== resource.type) return { fate: 'replaced', properties: ['Type'] };
    const names = [...new Set([...before.texts.keys(), ...resource.texts.keys()])];
    const properties = names
      .filter((name) => before.texts.get(name) !== resource.texts.get(name) || this.leadsElsewhere(resource, name));
    if (properties.length === 0) return SAME;
    const causes = (CREATE_ONLY[resource.type] ?? []).map((path) => path.split('/'))
      .filter((path) => properties.includes(path[0]) && this.differs(before, resource, path))
      .map((path) => path.join('/'));
    return causes.length > 0 ? { fate: 'replaced', properties: causes } : { fate: 'updated', properties };
  }

  private differs(before: Resource, after: Resource, path: readonly string[]): boolean {
    if (path.length === 1 && before.texts.get(path[0]) !== after.texts.get(path[0])) return true;
    return !same(at(before.properties, ...path), at(after.properties, ...path)) || this.leadsElsewhere(after, path[0]);
  }

  /** Whether the same words mean another thing now. */
  private leadsElsewhere({ pointers }: Resource, name: string): boolean {
    return (pointers.get(name) ?? []).some(({ id, attribute }) => {
      const { fate } = this.of(id);
      const type = this.next.get(id)?.type ?? '';
      if (fate === 'updated') return MOVING.includes(`${type}.${attribute}`);
      return fate === 'replaced' || fate === 'created';
    });
  }
}
