import { array, boolean, number, object, string } from '../../syntax/build-tree';
import { JsonNode } from '../../syntax/json-tree';
import { entriesOf, itemsOf, membersOf, textIn, textsOf, truthOf, valueAt } from '../nodes';
import { cutCommand } from '../rules';
import { wordsOf } from '../text/words';
import { Container, Converters } from './container';

/** What runs in a container, and as whom. */
export const PROCESS: Converters = {
  command: (value, container) => container.set('command', words(value, container)),
  entrypoint(value, container) {
    const found = words(value, container);
    if (found?.items.length === 0) {
      container.lost(value, 'Amazon ECS cannot take away the entrypoint of an image', 'Write what is to run.');
      return;
    }
    container.set('entryPoint', found);
  },
  user: text('user'),
  working_dir: text('workingDirectory'),
  hostname: text('hostname'),
  privileged: flag('privileged'),
  read_only: flag('readonlyRootFilesystem'),
  stdin_open: flag('interactive'),
  tty: flag('pseudoTerminal'),
  init(value, container) {
    const truth = truthIn(value, container);
    if (truth !== undefined) container.put('linuxParameters', 'initProcessEnabled', boolean(value, truth));
  },
  cap_add: capabilities('add'),
  cap_drop: capabilities('drop'),
  security_opt(value, container) {
    container.add('dockerSecurityOptions', ...textsOf(value).map((item) => string(item, String(item.value))));
  },
  sysctls(value, container) {
    for (const { name, value: setting, at } of entriesOf(value)) {
      container.add(
        'systemControls',
        object(at, [
          ['namespace', string(at, name)], ['value', setting ?? string(at, '')],
        ]),
      );
    }
  },
  devices(value, container) {
    for (const item of itemsOf(value)) device(item, container);
  },
  ulimits(value, container) {
    for (const { key, value: limit, place } of membersOf(value)) {
      const [soft, hard] = limit.kind === 'object' ? [valueAt(limit, 'soft'), valueAt(limit, 'hard')] : [limit, limit];
      container.add('ulimits', object(place, [
        ['name', string(place, key)],
        ['softLimit', whole(soft ?? hard, container)],
        ['hardLimit', whole(hard ?? soft, container)],
      ]));
    }
  },
};

function text(field: string) {
  return (value: JsonNode, container: Container) => {
    const found = textIn(value);
    if (found === undefined) container.wrong(value, 'a text', 'Write one word.');
    else container.set(field, string(value, found));
  };
}

function flag(field: string) {
  return (value: JsonNode, container: Container) => {
    const truth = truthIn(value, container);
    if (truth !== undefined) container.set(field, boolean(value, truth));
  };
}

function truthIn(value: JsonNode, container: Container): boolean | undefined {
  return truthOf(value) ?? container.wrong(value, 'true or false', 'Write true or false.');
}

/** A list as it is; one text as Compose splits it, which asks no shell. */
function words(value: JsonNode, container: Container) {
  if (value.kind === 'array') return array(value, textsOf(value).map((item) => string(item, String(item.value))));
  const written = textIn(value);
  if (written === undefined) return container.wrong(value, 'a text or a list', 'Write ["program", "argument"].');
  const found = wordsOf(written);
  if (!found) return container.wrong(value, 'a command with closed quotes', 'Close the quote, or write a list.');
  if (found.cut !== '') {
    container.project.report(
      cutCommand, value, `is read up to ${JSON.stringify(found.cut[0])} by Compose, which leaves off what follows.`,
      `Write ["sh", "-c", ${JSON.stringify(written)}].`,
    );
  }
  return array(value, found.words.map((word) => string(value, word)));
}

function capabilities(kind: 'add' | 'drop') {
  return (value: JsonNode, container: Container) => {
    const before = container.get('linuxParameters');
    const names = textsOf(value).map((item) => string(item, String(item.value).toUpperCase().replace(/^CAP_/, '')));
    const known = membersOf(valueAt(before, 'capabilities'));
    container.put('linuxParameters', 'capabilities', object(value, [
      ...known.map((found) => [found.key, found.value] as const), [kind, array(value, names)],
    ]));
  };
}

/** `/dev/sda:/dev/xvda:rwm`, or the same in keys. */
function device(item: JsonNode, container: Container): void {
  const [source, target, permissions] = item.kind === 'object'
    ? ['source', 'target', 'permissions'].map((key) => textIn(valueAt(item, key)))
    : (textIn(item) ?? '').split(':');
  if (!source) {
    container.wrong(item, 'a device', 'Write /dev/NAME, or /dev/NAME:/dev/NAME:rwm.');
    return;
  }
  if (!source.startsWith('/')) {
    container.lost(item, 'Amazon ECS knows devices of the instance by their paths only', 'For GPUs use gpus.');
    return;
  }
  const letters = { r: 'read', w: 'write', m: 'mknod' } as const;
  const allowed = [...permissions ?? ''].flatMap((letter) => (letter in letters ? letters[letter as 'r'] : []));
  container.put('linuxParameters', 'devices', array(item, [
    ...itemsOf(valueAt(container.get('linuxParameters'), 'devices')),
    object(item, [
      ['hostPath', string(item, source)],
      ['containerPath', target === undefined ? undefined : string(item, target)],
      ['permissions', allowed.length === 0 ? undefined : array(item, allowed.map((word) => string(item, word)))],
    ]),
  ]));
}

function whole(value: JsonNode | undefined, container: Container): JsonNode | undefined {
  if (!value) return undefined;
  const found = Number(textIn(value) ?? NaN);
  return Number.isInteger(found)
    ? number(value, found)
    : container.wrong(value, 'a whole number', 'Write a whole number.');
}
