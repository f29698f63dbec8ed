import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { BundleFile } from './bundle/zip';
import { ComposeInput } from './core/compose/load';
import { DecodedText, decodeText } from './core/syntax/encoding';

/** The names that Compose looks for, the first one first. */
export const COMPOSE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** What Compose reads over the file, without being asked. */
const OVERRIDES: readonly string[] = COMPOSE_NAMES.map((name) => name.replace(/(\.ya?ml)$/, '.override$1'));

/** How the files of a project are found. */
type Found = Pick<ComposeInput, 'files' | 'read' | 'project' | 'dockerrun'>;

/** A file of a folder, and those that are merged over it. */
export function composeIn(path: string, overrides: readonly string[] = []): Found {
  const folder = dirname(path);
  const read = (name: string) => decodedAt(resolve(folder, name));
  const files = [path, ...overrides].map((name) => ({ name: basename(name), ...decodeText(readFileSync(name)) }));
  return { files, read, project: basename(resolve(folder)) };
}

/** The compose file of a bundle with what is beside it; nothing when there is none. */
export function composeOf(bundle: readonly BundleFile[], path: string): Found | undefined {
  const read = (name: string) => {
    const file = bundle.find((candidate) => candidate.path === name);
    return file && decodeText(file.read());
  };
  const named = (names: readonly string[]) => names.flatMap((name) => {
    const found = read(name);
    return found ? [{ name, ...found }] : [];
  });
  const [file] = named(COMPOSE_NAMES);
  if (!file) return undefined;
  const [override] = named(OVERRIDES);
  const [dockerrun] = named(['Dockerrun.aws.json']);
  return {
    files: override ? [file, override] : [file],
    read,
    project: basename(resolve(path)).replace(/\.zip$/, ''),
    dockerrun,
  };
}

function decodedAt(path: string): DecodedText | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? decodeText(readFileSync(path)) : undefined;
}

