import { Place, Report } from '../finding/rule';
import { didYouMean } from '../finding/suggest';
import { JsonArray, JsonMember, JsonNode, JsonObject, member } from '../syntax/json-tree';
import { convertedVersion1 } from './rules/converted-version-1';
import { dockerfileBuild } from './rules/dockerfile-build';
import { ignoredKey } from './rules/ignored-key';
import { unknownKey } from './rules/unknown-key';

/** Version 1 has one container without a name and no memory setting; these stand in for both. */
const CONTAINER_NAME = 'app';
const RESERVED_MIB = 256;

const KEYS = ['AWSEBDockerrunVersion', 'Image', 'Ports', 'Volumes', 'Entrypoint', 'Command', 'Logging', 'Authentication'];

/**
 * The version 2 tree that says what a version 1 tree says. Every value keeps its place in the original text,
 * so findings point at what the author wrote.
 */
export function upgradeVersion1(root: JsonObject, version: JsonNode, report: Report): JsonObject | undefined {
  const image = imageOf(root, report);
  if (!image) return undefined;
  reportUnread(root, report);
  const { volumes, mounts } = volumesOf(root);
  const container = object(image, [
    ['name', { kind: 'string', value: CONTAINER_NAME, ...placeOf(image) }],
    ['image', image],
    ['memoryReservation', { kind: 'number', value: RESERVED_MIB, ...placeOf(image) }],
    ['portMappings', portsOf(root)],
    ['entryPoint', words(root, 'Entrypoint')],
    ['command', words(root, 'Command')],
    ['mountPoints', mounts.length > 0 ? array(image, mounts) : undefined],
  ]);
  report(convertedVersion1, version, `is 1: the file was read as one container "${CONTAINER_NAME}" that reserves ${RESERVED_MIB} MiB and may use more.`,
    'Write it as version 2 to choose the name and the memory.');
  return object(root, [
    ['AWSEBDockerrunVersion', version],
    ['containerDefinitions', array(image, [container])],
    ['volumes', volumes.length > 0 ? array(image, volumes) : undefined],
    ['authentication', authenticationOf(root)],
  ]);
}

function imageOf(root: JsonObject, report: Report): JsonNode | undefined {
  const image = member(root, 'Image');
  const name = image?.value.kind === 'object' ? member(image.value, 'Name')?.value : undefined;
  if (name) return name;
  const place = image?.place ?? { path: 'Image', offset: root.offset, length: 1 };
  report(dockerfileBuild, place, 'version 1 must give the image as "Image": { "Name": … }; without it Beanstalk builds the Dockerfile of the bundle.',
    'Build and push the image, then write "Image": { "Name": "REPOSITORY:TAG" }.');
  return undefined;
}

function reportUnread(root: JsonObject, report: Report): void {
  const image = member(root, 'Image')?.value;
  const update = image?.kind === 'object' ? member(image, 'Update') : undefined;
  if (update) report(ignoredKey, update.place, '"Update" is not read; an instance pulls a tag again only when a task starts.', 'Remove it, and give each release its own tag.');
  for (const found of root.members) {
    if (KEYS.includes(found.key) || found.value.kind === 'null') continue;
    report(unknownKey, found.place, `unknown key "${found.key}"; it was ignored.`, didYouMean(found.key, KEYS).trim() || 'Remove it: version 1 does not read it.');
  }
}

/** The first port is the one that Beanstalk's proxy serves on port 80 of the instance. */
function portsOf(root: JsonObject): JsonNode | undefined {
  const ports = member(root, 'Ports')?.value;
  if (ports?.kind !== 'array') return ports;
  return { ...ports, items: ports.items.map((port, index) => (port.kind === 'object' ? portOf(port, index) : port)) };
}

function portOf(port: JsonObject, index: number): JsonObject {
  const containerPort = member(port, 'ContainerPort')?.value;
  const hostPort = index === 0 ? { ...placeOf(port), kind: 'number' as const, value: 80 } : member(port, 'HostPort')?.value ?? containerPort;
  return object(port, [['containerPort', containerPort && unquoted(containerPort)], ['hostPort', hostPort && unquoted(hostPort)]]);
}

/** Version 1 writes its ports as strings; that is its form, not a slip. */
function unquoted(node: JsonNode): JsonNode {
  return node.kind === 'string' && /^\d{1,5}$/.test(node.value) ? { ...placeOf(node), kind: 'number', value: Number(node.value) } : node;
}

function volumesOf(root: JsonObject): { volumes: JsonNode[]; mounts: JsonNode[] } {
  const listed = member(root, 'Volumes')?.value;
  const logging = member(root, 'Logging')?.value;
  const entries = listed?.kind === 'array' ? listed.items.filter((item) => item.kind === 'object') : [];
  const named = entries.map((entry, index) => ({ entry, name: { ...placeOf(entry), kind: 'string' as const, value: `volume-${index + 1}` } }));
  const volumes = named.map(({ entry, name }) => object(entry, [['name', name], ['host', object(entry, [['sourcePath', member(entry, 'HostDirectory')?.value]])]]));
  const mounts = named.map(({ entry, name }) => object(entry, [['sourceVolume', name], ['containerPath', member(entry, 'ContainerDirectory')?.value]]));
  if (logging) {
    const name: JsonNode = { ...placeOf(logging), kind: 'string', value: `awseb-logs-${CONTAINER_NAME}` };
    mounts.push(object(logging, [['sourceVolume', name], ['containerPath', logging]]));
  }
  return { volumes, mounts };
}

function authenticationOf(root: JsonObject): JsonNode | undefined {
  const found = member(root, 'Authentication')?.value;
  if (found?.kind !== 'object') return found;
  const pick = (key: string) => member(found, key)?.value ?? member(found, key.toLowerCase())?.value;
  return object(found, [['bucket', pick('Bucket')], ['key', pick('Key')]]);
}

/** Version 1 writes commands as one string; a list passes as it is. */
function words(root: JsonObject, key: string): JsonNode | undefined {
  const found = member(root, key)?.value;
  if (found?.kind !== 'string') return found;
  const parts = found.value.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return array(found, parts.map((part) => ({ ...placeOf(found), kind: 'string', value: part.replace(/^(["'])(.*)\1$/, '$2') })));
}

function object(at: Place, entries: readonly (readonly [string, JsonNode | undefined])[]): JsonObject {
  const members = entries.flatMap(([key, value]): JsonMember[] => (value ? [{ key, place: placeOf(value), value }] : []));
  return { ...placeOf(at), kind: 'object', members };
}

function array(at: Place, items: readonly JsonNode[]): JsonArray {
  return { ...placeOf(at), kind: 'array', items };
}

function placeOf({ path, offset, length }: Place): Place {
  return { path, offset, length };
}
