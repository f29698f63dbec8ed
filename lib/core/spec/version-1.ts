import { Report } from '../finding/rule';
import { array, object, placeOf, standIn } from '../syntax/build-tree';
import { JsonArray, JsonNode, JsonObject, member, show } from '../syntax/json-tree';
import { SourceMap } from './decoder';
import { MAX_PORT } from './fields/network';
import { documentOfVersion1 } from './fields/version-1';
import { convertedVersion1, dockerfileBuild, ignoredKey, missingKey } from './rules';

/** Version 1 has one container without a name and no memory setting; these stand in for both. */
const CONTAINER_NAME = 'app';
const RESERVED_MIB = 256;

/** The port of the instance on which Beanstalk's proxy serves the first port of a version 1 file. */
const PROXY_PORT = 80;

/**
 * The version 2 tree that says what a version 1 tree says. Every value keeps its place in the original text,
 * so findings point at what the author wrote; what the file does not contain has no path.
 */
export function upgradeVersion1(root: JsonObject, version: JsonNode, report: Report): JsonObject | undefined {
  const image = imageOf(root, report);
  if (!image) return undefined;
  documentOfVersion1.decode(root, { report, sources: new SourceMap() });
  reportUpdate(root, report);
  const here = standIn(image);
  const { volumes, mounts } = volumesOf(root);
  const container = object(here, [
    ['name', { ...here, kind: 'string', value: CONTAINER_NAME }],
    ['image', image],
    ['memoryReservation', { ...here, kind: 'number', value: RESERVED_MIB }],
    ['portMappings', portsOf(root, report)],
    ['entryPoint', words(root, 'Entrypoint')],
    ['command', words(root, 'Command')],
    ['mountPoints', mounts.length > 0 ? array(here, mounts) : undefined],
  ]);
  report(
    convertedVersion1,
    version,
    `is 1: the file was read as one container "${CONTAINER_NAME}" that reserves ${RESERVED_MIB} MiB and may use more.`,
    'Write it as version 2 to choose the name and the memory.',
  );
  return object(root, [
    ['AWSEBDockerrunVersion', version],
    ['containerDefinitions', array(here, [container])],
    ['volumes', volumes.length > 0 ? array(here, volumes) : undefined],
    ['authentication', authenticationOf(root, report)],
  ]);
}

function imageOf(root: JsonObject, report: Report): JsonNode | undefined {
  const image = member(root, 'Image');
  const name = image?.value.kind === 'object' ? member(image.value, 'Name')?.value : undefined;
  if (name) return name;
  const place = image?.place ?? { path: 'Image', offset: root.offset, length: 1 };
  report(
    dockerfileBuild,
    place,
    'must be { "Name": … } in version 1; without it Beanstalk builds the Dockerfile of the bundle.',
    'Build and push the image, then write "Image": { "Name": "REPOSITORY:TAG" }.',
  );
  return undefined;
}

function reportUpdate(root: JsonObject, report: Report): void {
  const image = member(root, 'Image')?.value;
  const update = image?.kind === 'object' ? member(image, 'Update') : undefined;
  if (update) {
    report(
      ignoredKey, update.place, 'is not read; an instance pulls a tag again only when a task starts.',
      'Remove it, and give each release its own tag.',
    );
  }
}

function portsOf(root: JsonObject, report: Report): JsonArray | undefined {
  const ports = member(root, 'Ports')?.value;
  const items = objectsOf(ports).filter((port) => member(port, 'ContainerPort') !== undefined);
  return ports && array(ports, items.map((port, index) => (index === 0 ? firstPort(port, report) : otherPort(port))));
}

/** The first port is the one that the proxy serves, so its host port is not the author's to choose. */
function firstPort(port: JsonObject, report: Report): JsonObject {
  const written = member(port, 'HostPort');
  const hostPort = written && unquoted(written.value);
  if (hostPort?.kind === 'number' && hostPort.value === PROXY_PORT) return mapping(port, hostPort);
  if (written) {
    report(
      ignoredKey,
      written.place,
      `is ${show(written.value)}, but Beanstalk serves the first port on port ${PROXY_PORT} of the instance; it was `
        + 'ignored.',
      'Remove it, or write the file as version 2 to choose the host port.',
    );
  }
  return mapping(port, { ...standIn(port), kind: 'number', value: PROXY_PORT });
}

/** Without a host port the container port is taken on the instance too, if it can be. */
function otherPort(port: JsonObject): JsonObject {
  const written = member(port, 'HostPort')?.value;
  if (written) return mapping(port, unquoted(written));
  const containerPort = unquoted(member(port, 'ContainerPort')!.value);
  const isFree =
    containerPort.kind === 'number' && containerPort.value !== PROXY_PORT && containerPort.value <= MAX_PORT;
  return mapping(port, isFree ? { ...containerPort, ...standIn(containerPort) } : undefined);
}

function mapping(port: JsonObject, hostPort: JsonNode | undefined): JsonObject {
  return object(port, [['containerPort', unquoted(member(port, 'ContainerPort')!.value)], ['hostPort', hostPort]]);
}

/** Version 1 writes its ports as strings; that is its form, not a slip. */
function unquoted(node: JsonNode): JsonNode {
  return node.kind === 'string' && /^\d{1,5}$/.test(node.value)
    ? { ...placeOf(node), kind: 'number', value: Number(node.value) }
    : node;
}

function volumesOf(root: JsonObject): { volumes: JsonNode[]; mounts: JsonNode[] } {
  const logging = member(root, 'Logging')?.value;
  const entries = objectsOf(member(root, 'Volumes')?.value).filter(
    (entry) => member(entry, 'ContainerDirectory') !== undefined,
  );
  const named = entries.map((entry, index) => ({
    entry, name: { ...standIn(entry), kind: 'string' as const, value: `volume-${index + 1}` },
  }));
  const volumes = named.map(({ entry, name }) =>
    object(entry, [
      ['name', name], ['host', object(entry, [['sourcePath', member(entry, 'HostDirectory')?.value]])],
    ]),
  );
  const mounts = named.map(({ entry, name }) =>
    object(entry, [
      ['sourceVolume', name], ['containerPath', member(entry, 'ContainerDirectory')?.value],
    ]),
  );
  if (logging) {
    const name: JsonNode = { ...standIn(logging), kind: 'string', value: `awseb-logs-${CONTAINER_NAME}` };
    mounts.push(object(standIn(logging), [['sourceVolume', name], ['containerPath', logging]]));
  }
  return { volumes, mounts };
}

/** Beanstalk takes an empty one for none. */
function authenticationOf(root: JsonObject, report: Report): JsonNode | undefined {
  const stated = member(root, 'Authentication');
  if (stated?.value.kind !== 'object') return undefined;
  const { value } = stated;
  const pick = (key: string) => member(value, key)?.value ?? member(value, key.toLowerCase())?.value;
  const [bucket, key] = [pick('Bucket'), pick('Key')];
  if (bucket && key) return object(value, [['bucket', bucket], ['key', key]]);
  const absent = bucket ? 'Key' : 'Bucket';
  if (bucket || key) report(missingKey, value, `must have the key "${absent}".`, `Add "${absent}": a string.`);
  else report(ignoredKey, stated.place, 'names no file with credentials; it was ignored.', 'Remove it.');
  return undefined;
}

/** Version 1 writes commands as one string; a list passes as it is. */
function words(root: JsonObject, key: string): JsonNode | undefined {
  const found = member(root, key)?.value;
  if (found?.kind !== 'string') return found;
  const parts = found.value.match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? [];
  const unquote = (part: string) => part.replace(/"([^"]*)"|'([^']*)'/g, '$1$2');
  return array(found, parts.map((part) => ({ ...placeOf(found), kind: 'string', value: unquote(part) })));
}

/** The objects of a list; whatever else is in it has been reported. */
function objectsOf(node: JsonNode | undefined): JsonObject[] {
  return node?.kind === 'array' ? node.items.filter((item) => item.kind === 'object') : [];
}
