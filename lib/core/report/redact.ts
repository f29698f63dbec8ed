import { JsonNode } from '../syntax/json-tree';
import { parseJson } from '../syntax/parse';
import { harmlessJson, oneLine } from './harmless';
import { Secrets } from './secrets';

/** A value as JSON for a log, without what looks secret in it and without what files hide. */
export function shownJson(value: object, files: readonly Secrets[] = []): string {
  return harmlessJson(hideInJson(JSON.stringify(value, undefined, 2), files));
}

/** The same value, as a drawing may show it. */
export function shownAs<T extends object>(value: T, files: readonly Secrets[] = []): T {
  return JSON.parse(hideInJson(JSON.stringify(value), files), (_, part: unknown) =>
    typeof part === 'string' ? oneLine(part) : part,
  ) as T;
}

/** A text about several files without what any of them hides. */
export function hideAll(text: string, files: readonly Secrets[]): string {
  return files.reduce((shown, file) => file.hide(shown), text);
}

function hideInJson(json: string, files: readonly Secrets[]): string {
  const root = parseJson(json, () => undefined);
  if (!root) return 'null';
  const { shown } = Secrets.of(json, root);
  const parts: string[] = [];
  let done = 0;
  for (const { offset, length, isNumber } of textsOf(root)) {
    const hidden = hideAll(shown.slice(offset, offset + length), files);
    const isSame = hidden === json.slice(offset, offset + length);
    parts.push(shown.slice(done, offset), isNumber && !isSame ? `"${hidden}"` : hidden);
    done = offset + length;
  }
  return parts.join('') + shown.slice(done);
}

/** Keys, texts and numbers, in the order of the text. */
function* textsOf(node: JsonNode): Generator<Pick<JsonNode, 'offset' | 'length'> & { readonly isNumber: boolean }> {
  if (node.kind === 'string') yield { offset: node.offset + 1, length: node.length - 2, isNumber: false };
  if (node.kind === 'number') yield { offset: node.offset, length: node.length, isNumber: true };
  if (node.kind === 'array') for (const item of node.items) yield* textsOf(item);
  if (node.kind !== 'object') return;
  for (const { place, value } of node.members) {
    yield { offset: place.offset + 1, length: place.length - 2, isNumber: false };
    yield* textsOf(value);
  }
}
