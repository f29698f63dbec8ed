import { JsonMember, JsonNode } from '../../syntax/json-tree';
import { SectionReport } from './section-rule';

/** Says one thing of each entry of a section; of the section itself if it has none to name. */
export function reportEntries(
  { key, place, value }: JsonMember, report: SectionReport, say: (entry: JsonMember) => readonly [string, string],
): void {
  if (value.kind === 'null') return;
  if (value.kind !== 'object') {
    report(
      place, `has to be a map, so nothing in "${key}" can be told apart.`, 'Write each entry below a name of its own.',
    );
    return;
  }
  for (const entry of value.members) report(entry.place, ...say(entry));
}

/** Every text in a node, joined: what an entry is about, whatever its form. */
export function textsIn(node: JsonNode): string {
  switch (node.kind) {
    case 'object': return node.members.map(({ key, value }) => `${key} ${textsIn(value)}`).join('\n');
    case 'array': return node.items.map(textsIn).join('\n');
    case 'string': return node.value;
    default: return '';
  }
}

/** The advice of the first pattern that fits. */
export function adviceFor(text: string, advice: readonly (readonly [RegExp, string])[], otherwise: string): string {
  return advice.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
}
