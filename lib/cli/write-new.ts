import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to write. */
interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes files into a folder. When one of them is there already, it writes none and returns those that are. */
export function writeNew(folder: string, files: readonly NewFile[]): string[] {
  const taken = files.map(({ path }) => path).filter((path) => existsSync(join(folder, path)));
  if (taken.length > 0) return taken;
  for (const { path, text } of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text, { flag: 'wx' });
  }
  return [];
}
