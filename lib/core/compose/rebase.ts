import { JsonNode, JsonObject } from '../syntax/json-tree';
import { isOutside, within } from './text/paths';

/**
 * A project whose paths are those of a folder in it, with paths of the folder of the whole project. Only what starts
 * from where the file is changes.
 */
export function rebased(root: JsonObject, folder: string): JsonObject {
  if (folder === '') return root;
  return under(root, {
    services: (services) => each(services, (service) => rebasedService(service, folder)),
    secrets: (secrets) => each(secrets, (secret) => under(secret, { file: moved(folder) })),
    configs: (configs) => each(configs, (config) => under(config, { file: moved(folder) })),
    include: (include) => items(include, (item) => (item.kind === 'object'
      ? under(item, { path: (path) => items(path, moved(folder)), project_directory: moved(folder) })
      : moved(folder)(item))),
  });
}

function rebasedService(service: JsonNode, folder: string): JsonNode {
  const move = moved(folder);
  return under(service, {
    build: (build) => (build.kind === 'object' ? under(build, { context: move }) : move(build)),
    env_file: (files) => items(files, (file) => (file.kind === 'object' ? under(file, { path: move }) : move(file))),
    label_file: (files) => items(files, move),
    extends: (from) => under(from, { file: move }),
    volumes: (volumes) => items(volumes, (volume) => rebasedVolume(volume, folder)),
  });
}

function rebasedVolume(volume: JsonNode, folder: string): JsonNode {
  if (volume.kind === 'object') {
    const isBind = volume.members.some(
      ({ key, value }) => key === 'type' && value.kind === 'string' && value.value === 'bind',
    );
    return isBind ? under(volume, { source: moved(folder) }) : volume;
  }
  if (volume.kind !== 'string' || !volume.value.startsWith('.')) return volume;
  const [source, ...rest] = volume.value.split(':');
  return { ...volume, value: [`./${within(folder, source)}`, ...rest].join(':') };
}

type Change = (node: JsonNode) => JsonNode;

function moved(folder: string): Change {
  return (node) => (node.kind !== 'string' || isOutside(node.value) || node.value.includes('://')
    ? node
    : { ...node, value: within(folder, node.value) });
}

/** The object with some of its members changed. */
function under<T extends JsonNode>(node: T, changes: Readonly<Record<string, Change>>): T {
  if (node.kind !== 'object') return node;
  const members = node.members.map((found) =>
    (Object.hasOwn(changes, found.key) && found.value.kind !== 'null'
      ? { ...found, value: changes[found.key](found.value) }
      : found));
  return { ...node, members };
}

function each(node: JsonNode, change: Change): JsonNode {
  if (node.kind !== 'object') return node;
  return { ...node, members: node.members.map((found) => ({ ...found, value: change(found.value) })) };
}

function items(node: JsonNode, change: Change): JsonNode {
  return node.kind === 'array' ? { ...node, items: node.items.map(change) } : change(node);
}
