import { Place, Report } from '../../finding/rule';
import { array, object } from '../../syntax/build-tree';
import { DecodedText } from '../../syntax/encoding';
import { JsonNode, JsonObject, show } from '../../syntax/json-tree';
import { Explained } from '../audit';
import { adjustedValue, composeForm, noEquivalent, notCarriedOver } from '../rules';
import { Lookup } from '../text/interpolate';
import { Volumes } from './volumes';

/** What a service is converted with: the project around it, and what is said of it. */
export interface ProjectContext {
  readonly report: Report;
  readonly explained: Explained;
  readonly root: JsonObject;
  /** What Compose calls the project. */
  readonly name: string;
  /** The services that are deployed. */
  readonly services: ReadonlyMap<string, JsonObject>;
  readonly volumes: Volumes;
  readonly lookup: Lookup;
  /** A file by its path in the folder of the project. */
  readonly read: (path: string) => DecodedText | undefined;
}

/** A container in the making: fields of a container definition with the places that their values come from. */
export class Container {
  private readonly fields = new Map<string, JsonNode>();

  constructor(
    /** As the task definition has it. */
    readonly name: string,
    readonly service: JsonObject,
    readonly project: ProjectContext,
  ) {}

  set(field: string, value: JsonNode | undefined): void {
    if (value) this.fields.set(field, value);
  }

  has(field: string): boolean {
    return this.fields.has(field);
  }

  /** Adds to a list. */
  add(field: string, ...items: readonly JsonNode[]): void {
    const before = this.fields.get(field);
    const all = [...before?.kind === 'array' ? before.items : [], ...items];
    if (all.length > 0) this.fields.set(field, array(before ?? all[0], all));
  }

  /** Sets a key of an object. */
  put(field: string, key: string, value: JsonNode): void {
    const before = this.fields.get(field);
    const members = before?.kind === 'object' ? before.members.filter((found) => found.key !== key) : [];
    this.fields.set(field, object(before ?? value, [
      ...members.map((found) => [found.key, found.value] as const), [key, value],
    ]));
  }

  get(field: string): JsonNode | undefined {
    return this.fields.get(field);
  }

  build(): JsonObject {
    return object(this.service, [...this.fields]);
  }

  /** Says that a value has no form that Compose takes. */
  wrong(node: JsonNode, must: string, hint: string): undefined {
    this.project.report(composeForm, node, `must be ${must}, got ${show(node)}.`, hint);
    return undefined;
  }

  lost(at: Place, because: string, edit: string): void {
    this.project.report(notCarriedOver, at, `is not carried over: ${because}.`, edit);
  }

  refused(at: Place, because: string, edit: string): void {
    this.project.report(noEquivalent, at, `is not carried over: ${because}.`, edit);
  }

  adjusted(at: Place, message: string, hint: string): void {
    this.project.report(adjustedValue, at, message, hint);
  }

  explain(at: Place, because: string): void {
    this.project.explained.set(at.path, because);
  }
}

/** Says one key of a service in fields of a container. */
export type Converter = (value: JsonNode, container: Container) => void;

export type Converters = Readonly<Record<string, Converter>>;
