import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refuseOutside } from './bundle/links';
import { OPTION_PLACES, ReadableFile } from './core/options/bundle-input';
import { decodeText } from './core/syntax/encoding';

/** The files of a folder that may hold option settings. Throws when there is no such folder. */
export function optionFilesIn(directory: string): ReadableFile[] {
  readdirSync(directory);
  return OPTION_PLACES.flatMap((place) => walk(directory, place));
}

function walk(root: string, path: string): ReadableFile[] {
  const full = join(root, path);
  const stats = statSync(full, { throwIfNoEntry: false });
  if (stats && lstatSync(full).isSymbolicLink()) refuseOutside(root, path);
  if (stats?.isDirectory()) return readdirSync(full).sort().flatMap((name) => walk(root, `${path}/${name}`));
  return stats?.isFile() ? [{ path, read: () => decodeText(readFileSync(full)) }] : [];
}
