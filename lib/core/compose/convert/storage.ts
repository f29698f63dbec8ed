import { Place } from '../../finding/rule';
import { didYouMean } from '../../finding/suggest';
import { array, boolean, number, object, standIn, string } from '../../syntax/build-tree';
import { JsonNode } from '../../syntax/json-tree';
import { allMembers, itemsOf, membersOf, textAt, textIn, truthOf, valueAt } from '../nodes';
import { composeForm, undefinedService } from '../rules';
import { bytesOf, mebibytes } from '../text/units';
import { Container, Converters } from './container';
import { asName } from './volumes';

/** Docker lets a file system in memory grow to half of the memory; Amazon ECS wants a figure. */
const TMPFS_MIB = 256;

export const STORAGE: Converters = {
  volumes(value, container) {
    for (const item of itemsOf(value)) mount(item, container);
  },
  tmpfs(value, container) {
    for (const item of itemsOf(value)) {
      const [path, options = ''] = (textIn(item) ?? '').split(':');
      const words = options.split(',').filter((word) => word !== '' && !word.startsWith('size='));
      tmpfs(item, { path, size: /(?:^|,)size=([^,]+)/.exec(options)?.[1], options: words }, container);
    }
  },
  configs: (value, container) => mountFiles('configs', value, container),
  secrets: (value, container) => mountFiles('secrets', value, container),
  volumes_from(value, container) {
    for (const item of itemsOf(value)) volumesFrom(item, container);
  },
  shm_size(value, container) {
    const bytes = bytesOf(textIn(value) ?? '');
    if (bytes === undefined) container.wrong(value, 'a size', 'Write such as 64m.');
    else container.put('linuxParameters', 'sharedMemorySize', number(value, mebibytes(bytes)));
  },
};

interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly size?: string;
  readonly mode?: string;
}

function mount(item: JsonNode, container: Container): void {
  const found = item.kind === 'object' ? longMount(item) : shortMount(textIn(item) ?? '');
  if (!found || found.target === '') {
    container.wrong(item, 'a volume', 'Write NAME:/PATH or ./PATH:/PATH, with :ro behind it to read only.');
    return;
  }
  const { type, source, target } = found;
  if (type === 'tmpfs') {
    tmpfs(item, { path: target, size: found.size, options: found.mode ? [`mode=${found.mode}`] : [] }, container);
  } else if (type === 'bind') {
    bind(item, found, container);
  } else if (type === 'volume' && source === '') {
    addMount(item, container.project.volumes.anonymous(container.name, target, item), found, container);
  } else if (type === 'volume') {
    const name = container.project.volumes.named(source);
    if (name !== undefined) addMount(item, name, found, container);
    else undeclared(item, source, container);
  } else if (type !== 'image') {
    container.lost(item, `an instance has nothing like a volume of the type ${type}`, 'Use bind, volume or tmpfs.');
  }
}

function undeclared(item: JsonNode, source: string, { project }: Container): void {
  const names = allMembers(valueAt(project.root, 'volumes')).map(({ key }) => key);
  project.report(
    composeForm,
    item,
    `names the volume ${JSON.stringify(source)}, which is not declared.`,
    didYouMean(source, names).trim()
      || `Declare it below "volumes:" with a line "${source}:", or write "./${source}" for a folder.`,
  );
}

function bind(item: JsonNode, found: Mount, container: Container): void {
  if (/^(~|[A-Za-z]:[\\/])/.test(found.source)) {
    container.refused(
      item, `${found.source} is on the machine of a developer`,
      'Put the files beside the compose file and write ./PATH, or copy them into the image.',
    );
    return;
  }
  if (/^\.\.?(\/|$)/.test(found.source) && /(^|\/)\.\.(\/|$)/.test(found.source)) {
    container.refused(
      item, 'it is outside of the folder that is deployed',
      'Move the files beside the compose file, or into the image.',
    );
    return;
  }
  addMount(item, container.project.volumes.bind(found.source, item), found, container);
}

function addMount(
  at: Place, volume: string, { target, readOnly }: Pick<Mount, 'target' | 'readOnly'>, container: Container,
): void {
  container.add(
    'mountPoints',
    object(at, [
      ['sourceVolume', string(standIn(at), volume)],
      ['containerPath', string(at, target.replace(/(.)\/+$/, '$1'))],
      ['readOnly', readOnly ? boolean(at, true) : undefined],
    ]),
  );
}

/** `SOURCE:TARGET:ro`. A source with a slash or a dot is a path, any other the name of a volume. */
function shortMount(text: string): Mount | undefined {
  const drive = /^[A-Za-z]:[\\/][^:]*/.exec(text)?.[0];
  const parts = drive === undefined ? text.split(':') : [drive, ...text.slice(drive.length + 1).split(':')];
  if (parts.length === 1) return { type: 'volume', source: '', target: parts[0], readOnly: false };
  const [source, target, options = ''] = parts;
  const isPath = /^[./~\\]/.test(source) || drive !== undefined;
  return {
    type: isPath ? 'bind' : 'volume', source, target, readOnly: options.split(',').some((word) => word === 'ro'),
  };
}

function longMount(item: JsonNode): Mount {
  return {
    type: textAt(item, 'type') ?? 'volume',
    source: textAt(item, 'source') ?? '',
    target: textAt(item, 'target') ?? '',
    readOnly: truthOf(valueAt(item, 'read_only')) ?? false,
    size: textIn(valueAt(item, 'tmpfs', 'size')),
    mode: textIn(valueAt(item, 'tmpfs', 'mode')),
  };
}

interface Tmpfs {
  readonly path: string;
  readonly size?: string;
  readonly options: readonly string[];
}

function tmpfs(at: JsonNode, { path, size, options }: Tmpfs, container: Container): void {
  const bytes = size === undefined ? undefined : bytesOf(size);
  if (bytes === undefined) {
    container.adjusted(
      at, `names no size; it has ${TMPFS_MIB} MiB, since Amazon ECS wants a figure.`,
      `Write ${path}:size=${TMPFS_MIB}m below "tmpfs:".`,
    );
  }
  container.put('linuxParameters', 'tmpfs', array(at, [
    ...itemsOf(valueAt(container.get('linuxParameters'), 'tmpfs')),
    object(at, [
      ['containerPath', string(at, path)],
      ['size', number(at, bytes === undefined ? TMPFS_MIB : mebibytes(bytes))],
      ['mountOptions', options.length === 0 ? undefined : array(at, options.map((option) => string(at, option)))],
    ]),
  ]));
}

/** Configs and secrets with a file are files of the bundle. */
function mountFiles(kind: 'configs' | 'secrets', value: JsonNode, container: Container): void {
  for (const item of itemsOf(value)) {
    const name = item.kind === 'object' ? textAt(item, 'source') : textIn(item);
    const declared = membersOf(valueAt(container.project.root, kind)).find(({ key }) => key === name);
    if (name === undefined || !declared) {
      container.wrong(item, `the name of one of "${kind}"`, `Declare it below "${kind}:", with a file.`);
      continue;
    }
    const file = textAt(declared.value, 'file');
    if (file === undefined) {
      container.refused(
        item, 'no file of the bundle has it',
        kind === 'secrets'
          ? 'Keep it in AWS Secrets Manager, and pass it as a variable with the prop secrets.'
          : 'Put the file beside the compose file, and name it as file.',
      );
      continue;
    }
    const target = textAt(item, 'target') ?? (kind === 'secrets' ? name : `/${name}`);
    const path = target.startsWith('/') ? target : `/run/secrets/${target}`;
    addMount(
      item, container.project.volumes.bind(file, valueAt(declared.value, 'file')!), { target: path, readOnly: true },
      container,
    );
  }
}

function volumesFrom(item: JsonNode, container: Container): void {
  const [source, options = ''] = (textIn(item) ?? '').split(':');
  if (source === 'container') {
    container.refused(item, 'containers outside of the task are not there', 'Name a service.');
    return;
  }
  if (!container.project.services.has(source)) {
    container.project.report(
      undefinedService, item, `names the service ${JSON.stringify(source)}, which is not there.`,
      didYouMean(source, container.project.services.keys()).trim() || 'Correct the name.',
    );
    return;
  }
  container.add('volumesFrom', object(item, [
    ['sourceContainer', string(item, asName(source))],
    ['readOnly', options === 'ro' ? boolean(item, true) : undefined],
  ]));
}
