import { Place } from '../finding/rule';
import { ContainerSpec } from '../spec/model';
import { show } from '../syntax/json-tree';
import { placeholdersIn } from '../syntax/placeholders';
import { At } from './spec-rule';

/** The text in quotes, cut when it is too long for a message. */
export function quoted(text: string): string {
  return show({ kind: 'string', value: text, path: '', offset: 0, length: 0 });
}

/** The place of an object, shown by one of its keys rather than by its opening brace. */
export function shownBy(at: At, owner: object, key: string): Place {
  const { offset, length } = at(owner, key);
  return { path: at(owner).path, offset, length };
}

/** `"web"`, or the path of a container without a usable name. */
export function label(container: ContainerSpec, at: At): string {
  return container.name === undefined ? at(container).path : `"${container.name}"`;
}

/** `"a"`, `"a" and "b"`, `"a", "b" and 3 more`. */
export function labels(containers: readonly ContainerSpec[], at: At): string {
  const shown = containers.slice(0, 2).map((container) => label(container, at));
  const more = containers.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
}

/** Whether the author wrote the key, with a value of whatever kind. */
export function isStated<T extends object>(owner: T, key: keyof T): boolean {
  return Object.hasOwn(owner, key);
}

/** Whether a template engine has yet to complete the text. */
export function isTemplate(text: string): boolean {
  return placeholdersIn(text, 'shell').length > 0;
}
