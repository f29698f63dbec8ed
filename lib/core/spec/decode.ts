import { Report } from '../finding/rule';
import { nearest, oneOf } from '../finding/suggest';
import { JsonNode, JsonObject, member, show } from '../syntax/json-tree';
import { SourceMap } from './decoder';
import { ONE_CONTAINER } from './fields/container';
import { document } from './fields/document';
import { dropIgnored } from './ignored-keys';
import { Document } from './model';
import { composeVersion, missingVersion, unsupportedVersion, versionMismatch, wrongType } from './rules';
import { decodeTaskDefinition, taskDefinitionIn } from './task-definition';
import { upgradeVersion1 } from './version-1';

const VERSION_KEY = 'AWSEBDockerrunVersion';
const SET_VERSION_2 = `Write "${VERSION_KEY}": 2.`;

/**
 * Reads a tree as a Dockerrun file of whatever version it states, or as a task definition if it is one. Returns nothing when there are no containers to speak
 * of.
 */
export function decodeDockerrun(root: JsonNode, report: Report, isTaskDefinition = false): Document | undefined {
  if (root.kind !== 'object') {
    report(
      wrongType, root, `the document must be an object, got ${show(root)}.`,
      `Start the file with { "${VERSION_KEY}": 2, … }.`,
    );
    return undefined;
  }
  const definition = taskDefinitionIn(root, isTaskDefinition);
  if (definition) return decodeTaskDefinition(root, definition, report);
  const body = bodyOf(root, report);
  if (!body) return undefined;
  const sources = new SourceMap();
  const tree = dropIgnored(body.tree, report);
  const decoded = document.decode(tree, { report, sources });
  if (!decoded) return undefined;
  const { executionRoleArn, authentication, volumes = [], containerDefinitions = [] } = decoded;
  const spec = { version: body.version, executionRoleArn, authentication, volumes, containers: containerDefinitions };
  return { spec: sources.keep(spec, tree), sources, root, tree };
}

interface Body {
  readonly version: 1 | 2;
  readonly tree: JsonObject;
}

/** Decides by version and contents how the file is to be read. */
function bodyOf(root: JsonObject, report: Report): Body | undefined {
  const stated = member(root, VERSION_KEY);
  const hasContainers = member(root, 'containerDefinitions') !== undefined;
  if (!stated) return withoutVersion(root, hasContainers, report);
  const text = 'value' in stated.value ? String(stated.value.value) : show(stated.value);
  const version = ['1', '2'].includes(text.trim()) ? text.trim() : undefined;
  if (hasContainers && version !== '2') {
    report(
      versionMismatch, stated.value,
      `is ${show(stated.value)}, but the body has containerDefinitions, which is version 2.`, SET_VERSION_2,
    );
    return { version: 2, tree: root };
  }
  if (version === '1') {
    const tree = upgradeVersion1(root, stated.value, report);
    return tree && { version: 1, tree };
  }
  if (version === '2') return version2(root, stated.value, hasContainers, report);
  reportOther(text, stated.value, report);
  return undefined;
}

function version2(root: JsonObject, at: JsonNode, hasContainers: boolean, report: Report): Body | undefined {
  if (hasContainers) return { version: 2, tree: root };
  const oldKeys = ['Image', 'Ports', 'Volumes', 'Logging'].filter((key) => member(root, key));
  const looksLike =
    oldKeys.length > 0
      ? `; ${oneOf(oldKeys, 'and')} belong${oldKeys.length > 1 ? '' : 's'} to version 1 (one container)`
      : '';
  const slip = root.members.find(({ key }) => nearest(key, ['containerDefinitions', 'containers']) !== undefined);
  const message = `is 2, but there is no containerDefinitions${looksLike}.`;
  report(
    versionMismatch,
    at,
    message,
    oldKeys.includes('Image')
      ? `Write "${VERSION_KEY}": "1".`
      : slip ? `Rename "${slip.key}" to "containerDefinitions".` : `Add "containerDefinitions": [${ONE_CONTAINER}].`,
  );
  return undefined;
}

function withoutVersion(root: JsonObject, hasContainers: boolean, report: Report): Body | undefined {
  const slip = root.members.find(
    (found) => found.key !== VERSION_KEY && nearest(found.key, [VERSION_KEY]) !== undefined,
  );
  const place = slip?.place ?? { path: '', offset: root.offset, length: 1 };
  const hint = slip
    ? `Rename it to "${VERSION_KEY}".`
    : `Add "${VERSION_KEY}": ${member(root, 'Image') && !hasContainers ? '"1"' : 2}.`;
  report(missingVersion, place, `${slip ? 'is not a known key; ' : ''}the file must state "${VERSION_KEY}".`, hint);
  if (!hasContainers) return undefined;
  return { version: 2, tree: { ...root, members: root.members.filter((found) => found !== slip) } };
}

function reportOther(version: string, at: JsonNode, report: Report): void {
  if (/^3(\.\d+)?$/.test(version.trim())) {
    const hint =
      'Give a version 2 file: write each service of docker-compose.yml as an entry of "containerDefinitions", and '
      + '"Authentication" as "authentication".';
    report(
      composeVersion, at,
      `is ${version}: the file carries registry credentials only, the containers are in docker-compose.yml.`, hint,
    );
    return;
  }
  report(
    unsupportedVersion, at, `must be 1 or 2, got ${show(at)}.`,
    `Write "${VERSION_KEY}": 2, and the containers as "containerDefinitions".`,
  );
}
