import { table } from '../finding/table';
import { JsonNode } from './json-tree';
import { Reading } from './notations';
import { substitute } from './placeholders';

/** How the texts below a key are read; most are values. */
const READING = table<Reading>({
  command: 'shell', entryPoint: 'shell', Command: 'shell', Entrypoint: 'shell', image: 'image', Name: 'image',
  memory: 'image', memoryReservation: 'image', cpu: 'image', hostPort: 'image', containerPort: 'image',
  HostPort: 'image', ContainerPort: 'image', name: 'name', links: 'name', containerName: 'name', bucket: 'name',
  key: 'name', Bucket: 'name', Key: 'name',
});

/** How what stands behind a key is read. What a shell reads stays that, however deep it is. */
export function readingBelow(key: string, outer: Reading): Reading {
  return outer === 'shell' ? outer : READING[key] ?? 'value';
}

/** The tree with placeholders inside its strings replaced. Keys and places stay as they are. */
export function substituteTree(
  node: JsonNode, values: Readonly<Record<string, string>>, used: Set<string>, reading: Reading = 'value',
): JsonNode {
  if (Object.keys(values).length === 0) return node;
  switch (node.kind) {
    case 'string':
      return { ...node, value: substitute(node.value, values, used, reading) };
    case 'array':
      return { ...node, items: node.items.map((item) => substituteTree(item, values, used, reading)) };
    case 'object':
      return {
        ...node,
        members: node.members.map((found) => ({
          ...found, value: substituteTree(found.value, values, used, readingBelow(found.key, reading)),
        })),
      };
    default:
      return node;
  }
}
