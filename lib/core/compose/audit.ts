import { Report } from '../finding/rule';
import { didYouMean } from '../finding/suggest';
import { JsonMember, JsonNode, JsonObject } from '../syntax/json-tree';
import { COMPOSE_KEYS, keysIn } from './keys';
import { composeForm, composeKey, noEquivalent, notCarriedOver } from './rules';

/** Why values are in no template though nothing is said of them, by their paths. */
export type Explained = Map<string, string>;

/** Says of each key of a project that is not carried over why, and of each that nobody knows that. */
export class Audit {
  readonly explained: Explained = new Map();

  /** `isLeftOut` tells services that are not deployed, of which nothing is said. */
  constructor(private readonly report: Report, private readonly isLeftOut: (service: string) => boolean) {}

  check(root: JsonObject): void {
    this.members(root, '');
  }

  private members(node: JsonObject, path: string): void {
    const keys = keysIn(path);
    const isOpen = keys.length === 0 || keys.includes('*');
    for (const found of node.members) {
      if (path === 'services' && this.isLeftOut(found.key)) continue;
      const key = isOpen ? '*' : found.key;
      if (!isOpen && found.key.startsWith('x-')) this.explained.set(found.place.path, 'it is an extension of yours');
      else if (!isOpen && !keys.includes(found.key)) this.unknown(found, path, keys);
      else this.member(found, path === '' ? key : `${path}.${key}`);
    }
  }

  private member(found: JsonMember, path: string): void {
    const answer = COMPOSE_KEYS[path];
    const { value, place } = found;
    if (answer?.kind === 'unneeded') {
      this.explained.set(place.path, answer.because);
      return;
    }
    if (answer?.kind === 'lost' || answer?.kind === 'refused') {
      if (value.kind === 'null') return;
      if (answer.fine?.(value)) {
        this.explained.set(place.path, 'it asks for what there is anyway');
        return;
      }
      const at = value.length > 0 && value.kind !== 'object' && value.kind !== 'array' ? value : place;
      const rule = answer.kind === 'lost' ? notCarriedOver : noEquivalent;
      this.report(rule, { ...at, path: place.path }, `is not carried over: ${answer.because}.`, answer.edit);
      return;
    }
    this.inside(value, path);
  }

  private inside(value: JsonNode, path: string): void {
    if (value.kind === 'object') {
      this.members(value, path);
    } else if (value.kind === 'array') {
      for (const item of value.items) if (item.kind === 'object') this.members(item, `${path}[]`);
    } else if (/^(services|volumes|networks|secrets|configs)$/.test(path) && value.kind !== 'null') {
      this.report(
        composeForm, value, 'must be a map of names.', `Write "${path}:" and below it each name with a colon.`,
      );
    }
  }

  private unknown({ key, place }: JsonMember, path: string, keys: readonly string[]): void {
    const hint = didYouMean(key, keys).trim()
      || (path === '' ? 'Move it below "services:", or write "x-" before it.' : 'Remove it, or write "x-" before it.');
    this.report(composeKey, place, 'is not a key of the Compose specification.', hint);
  }
}
