import { table } from '../finding/table';
import { array, object, string } from '../syntax/build-tree';
import { JsonArray, JsonMember, JsonNode, JsonObject, member } from '../syntax/json-tree';
import { entriesOf } from './nodes';

/** What YAML tags stand for in a compose file: `!reset` takes a value away, `!override` replaces it as a whole. */
const RESET = 'Fn::reset';
const OVERRIDE = 'Fn::override';

/** Lists that may be written as maps or as one text, so that they are made lists before they are joined. */
const SEQUENCES = new Set([
  'dns', 'dns_opt', 'dns_search', 'env_file', 'label_file', 'extra_hosts', 'tmpfs', 'build.extra_hosts',
]);

/** Lists of `KEY=value` that may be written as maps; of two with one key the later one counts. */
const PAIRS = new Set([
  'annotations', 'environment', 'labels', 'sysctls', 'deploy.labels', 'build.args', 'build.labels',
  'build.additional_contexts',
]);

/** Maps that may be written as lists of their keys. */
const MAPS = new Set(['depends_on', 'networks', 'models']);

/** Values that are replaced as a whole. */
const WHOLE = new Set(['command', 'entrypoint', 'healthcheck.test']);

/** What tells two items of a list apart; of two with one key the later one counts. */
const KEYS = table<(item: JsonNode) => string>({
  ports: portKey,
  volumes: (item) => targetKey(item, ''),
  devices: (item) => targetKey(item, ''),
  configs: (item) => targetKey(item, '/'),
  secrets: (item) => targetKey(item, '/run/secrets/'),
  env_file: (item) => textKey(item, 'path'),
  ...Object.fromEntries(
    [...PAIRS, 'cap_add', 'cap_drop', 'dns', 'dns_opt', 'dns_search', 'expose', 'links', 'profiles', 'tmpfs']
      .map((key) => [key, (item: JsonNode) => textKey(item, '').split('=', 1)[0]]),
  ),
});

/** Two projects, of which the later one counts where they disagree. */
export function mergeProjects(base: JsonObject, over: JsonObject): JsonObject {
  return mergeMembers(base, over, []);
}

/** A service, and what it says about another one that it extends. */
export function mergeServices(base: JsonObject, over: JsonObject): JsonObject {
  return mergeMembers(base, over, ['services', '*']);
}

/** The tree without what its tags take away, and with one item of each key in a list. */
export function withoutRepeats(node: JsonNode, path: readonly string[] = []): JsonNode {
  const tag = tagOf(node);
  if (tag) return tag.name === RESET ? { ...node, kind: 'null' } : withoutRepeats(tag.value, path);
  if (node.kind === 'object') {
    return {
      ...node,
      members: node.members.map((found) => ({
        ...found, value: withoutRepeats(found.value, [...path, found.key]),
      })),
    };
  }
  return node.kind === 'array' ? unique(node, keyOf(path)) : node;
}

function mergeMembers(base: JsonObject, over: JsonObject, path: readonly string[]): JsonObject {
  const kept = base.members.map((found): JsonMember => {
    const other = over.members.find(({ key }) => key === found.key);
    return other ? { ...found, ...merged(found, other, [...path, found.key]) } : found;
  });
  const added = over.members.filter(({ key }) => base.members.every((found) => found.key !== key));
  return { ...base, members: [...kept, ...added] };
}

/** The place is that of the later file where it says all of it. */
function merged(base: JsonMember, over: JsonMember, path: readonly string[]): Pick<JsonMember, 'place' | 'value'> {
  const value = mergeValues(base.value, over.value, path);
  return { value, place: value === over.value ? over.place : base.place };
}

function mergeValues(base: JsonNode, over: JsonNode, path: readonly string[]): JsonNode {
  if (over.kind === 'null') return base;
  const key = keyOf(path);
  if (tagOf(over) || base.kind === 'null' || WHOLE.has(key)) return over;
  const [one, other] = [base, over].map((node) => normalized(node, key));
  if (key === 'logging' && new Set([driverOf(one), driverOf(other), '']).size === 3) return over;
  if (one.kind === 'object' && other.kind === 'object') return mergeMembers(one, other, path);
  if (one.kind !== 'array' || other.kind !== 'array') return over;
  return unique({ ...one, items: [...one.items, ...other.items] }, key);
}

/** The keys of a service that lead to a value; empty for what is not in one. */
function keyOf([section, , ...keys]: readonly string[]): string {
  return section === 'services' ? keys.join('.') : '';
}

function normalized(node: JsonNode, key: string): JsonNode {
  if (key === 'build' && node.kind === 'string') return object(node, [['context', node]]);
  if (MAPS.has(key) && node.kind === 'array') {
    const condition = key === 'depends_on';
    return object(node, node.items.flatMap((item) => item.kind !== 'string' ? [] : [[
      item.value, condition
        ? object(item, [['condition', string(item, 'service_started')]])
        : { path: item.path, offset: item.offset, length: item.length, kind: 'null' as const },
    ] as const]));
  }
  if (node.kind === 'array' || !(SEQUENCES.has(key) || PAIRS.has(key))) return node;
  if (node.kind !== 'object') return array(node, [node]);
  return array(node, entriesOf(node).map(({ name, value, at }) =>
    string(value ?? at, value === undefined ? name : `${name}=${value.value}`)));
}

function unique(node: JsonArray, key: string): JsonArray {
  const tell = KEYS[key];
  if (!tell) return node;
  const items = new Map<string, JsonNode>();
  for (const [index, item] of node.items.entries()) items.set(tell(item) || `#${index}`, item);
  return items.size === node.items.length ? node : { ...node, items: [...items.values()] };
}

function textKey(item: JsonNode, key: string): string {
  if ('value' in item) return String(item.value);
  const found = item.kind === 'object' ? member(item, key)?.value : undefined;
  return found && 'value' in found ? String(found.value) : '';
}

function portKey(item: JsonNode): string {
  if (item.kind !== 'object') return textKey(item, '');
  const part = (key: string, other: string) => textKey(item, key) || other;
  return `${part('host_ip', '0.0.0.0')}:${part('published', '')}:${part('target', '')}/${part('protocol', 'tcp')}`;
}

/** Where a volume, a device, a config or a secret is in the container. */
function targetKey(item: JsonNode, folder: string): string {
  if (item.kind === 'object') {
    const target = textKey(item, 'target') || textKey(item, 'source');
    return target.startsWith('/') ? target : `${folder}${target}`;
  }
  const [first, second] = textKey(item, '').split(':');
  return folder === '' ? second ?? first : `${folder}${first}`;
}

function driverOf(node: JsonNode): string {
  return node.kind === 'object' ? textKey(node, 'driver') : '';
}

function tagOf(node: JsonNode): { readonly name: string; readonly value: JsonNode } | undefined {
  if (node.kind !== 'object' || node.members.length !== 1) return undefined;
  const [{ key, value }] = node.members;
  return key === RESET || key === OVERRIDE ? { name: key, value } : undefined;
}
