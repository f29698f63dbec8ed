import { Finding } from '../finding/finding';
import { Document } from '../spec/model';
import { JsonNode } from '../syntax/json-tree';
import { templatePath } from './template-path';

/** What became of one value of the file. */
export interface LedgerEntry {
  /** Its JSON path in the file. */
  readonly path: string;
  /**
   * Where it stands in the template, such as `TaskDefinition.ContainerDefinitions[0].Memory`; empty when it is not
   * there.
   */
  readonly template: string;
  /** Why it is not in the template: the code of a finding, or a remark; empty when it is. */
  readonly because: string;
}

/** A value of the file and the place of its counterpart in the version 2 tree. */
interface Leaf {
  readonly node: JsonNode;
  readonly steps: readonly (string | number)[];
}

/**
 * Every value of the file with where it went. An entry with neither a template path nor a reason is a value that was
 * lost without a word, which must never happen.
 */
export function ledgerOf(
  { root, tree, explained = new Map() }: Document, findings: readonly Finding[], drops: ReadonlySet<string>,
): LedgerEntry[] {
  const destinations = new Map<string, string>();
  for (const { node, steps } of leaves(tree)) {
    const template = templatePath(steps, tree);
    if (template !== undefined && !destinations.has(node.path)) destinations.set(node.path, template);
  }
  const dropped = new Map(findings.filter(({ rule }) => drops.has(rule)).map((finding) => [finding.path, finding]));
  return [...leaves(root)].map(({ node, steps }) => {
    const path = node.path;
    const finding = covering(path, dropped);
    if (finding) return { path, template: '', because: `${finding.code} ${finding.rule}` };
    if (node.kind === 'null') return { path, template: '', because: 'null stands for absent' };
    const reason = destinations.has(path) ? undefined : covering(path, explained);
    if (reason) return { path, template: '', because: reason };
    if (String(steps[0]).toLowerCase() === 'authentication') {
      return { path, template: '', because: 'instances read it when they boot' };
    }
    if (steps[0] === 'AWSEBDockerrunVersion') return { path, template: '', because: 'it says how the file is read' };
    return { path, template: destinations.get(path) ?? '', because: '' };
  });
}

/** What is known of this path, or of something around it. */
function covering<T>(path: string, known: ReadonlyMap<string, T>): T | undefined {
  for (let current = path; current !== ''; current = parentOf(current)) {
    const found = known.get(current);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parentOf(path: string): string {
  const end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
  return end <= 0 ? '' : path.slice(0, end);
}

/** The values that hold no others; an empty list or object is one too. */
function* leaves(node: JsonNode, steps: readonly (string | number)[] = []): Iterable<Leaf> {
  if (node.kind === 'object' && node.members.length > 0) {
    for (const found of node.members) yield* leaves(found.value, [...steps, found.key]);
  } else if (node.kind === 'array' && node.items.length > 0) {
    let index = 0;
    for (const item of node.items) yield* leaves(item, [...steps, item.kind === 'null' ? index : index++]);
  } else {
    yield { node, steps };
  }
}
