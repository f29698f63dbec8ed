import { JsonNode } from './json-tree';
import { substitute } from './placeholders';

/** Keys whose text a shell reads, so that `$NAME` in it is left alone. */
export const SHELL_KEYS = new Set(['command', 'entryPoint', 'Command', 'Entrypoint']);

/** The tree with placeholders inside its strings replaced. Keys and places stay as they are. */
export function substituteTree(
  node: JsonNode, values: Readonly<Record<string, string>>, used: Set<string>, shell = false,
): JsonNode {
  if (Object.keys(values).length === 0) return node;
  switch (node.kind) {
    case 'string':
      return { ...node, value: substitute(node.value, values, used, shell) };
    case 'array':
      return { ...node, items: node.items.map((item) => substituteTree(item, values, used, shell)) };
    case 'object':
      return {
        ...node,
        members: node.members.map((found) => ({
          ...found, value: substituteTree(found.value, values, used, shell || SHELL_KEYS.has(found.key)),
        })),
      };
    default:
      return node;
  }
}
