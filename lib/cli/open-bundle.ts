import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bundleIn, FolderFiles } from '../bundle/files';
import { BundleFile, readZip } from '../bundle/zip';
import { ReadableFile } from '../core/options/bundle-input';
import { DecodedText, decodeText } from '../core/syntax/encoding';
import { optionFilesIn } from '../option-files';

/** The name that Beanstalk gives the file. */
export const DOCKERRUN = 'Dockerrun.aws.json';

/** What a bundle has beside its Dockerrun file and a command reads only with the folder. */
const NEIGHBORS = ['.ebextensions', '.elasticbeanstalk/saved_configs', '.platform', 'cron.yaml', 'env.yaml'];

/** What the operand of a command names on the command line. */
const STANDARD_INPUT = '-';

/** A file by itself. */
export interface OpenedFile extends DecodedText {
  readonly kind: 'file';
  /** What lies beside it and is not read. */
  readonly unread: readonly string[];
}

/** A folder or an archive with a Dockerrun file and what is beside it. */
export interface OpenedBundle extends FolderFiles {
  readonly kind: 'bundle';
  readonly isFolder: boolean;
  /** What may hold option settings, saved configurations on this machine among them. */
  readonly optionFiles: readonly ReadableFile[];
}

/** The bundle or the file at a path, which is read once, so that pipes will do. Throws when it cannot be read. */
export function openPath(path: string): OpenedBundle | OpenedFile {
  if (path === STANDARD_INPUT) return fileOf(readFileSync(process.stdin.fd), []);
  const stats = statSync(path);
  if (stats.isDirectory()) {
    return { kind: 'bundle', isFolder: true, ...bundleIn(path), optionFiles: optionFilesIn(path) };
  }
  const content = readFileSync(path);
  if (!path.endsWith('.zip') && content.toString('latin1', 0, 2) !== 'PK') {
    return fileOf(content, stats.isFile() ? neighborsOf(path) : []);
  }
  const files = readZip(content);
  return { kind: 'bundle', isFolder: false, files, leftOut: [], optionFiles: readable(files) };
}

function fileOf(content: Buffer, unread: readonly string[]): OpenedFile {
  return { kind: 'file', ...decodeText(content), unread };
}

/** A file of another name may stand anywhere. */
function neighborsOf(path: string): string[] {
  return basename(path) === DOCKERRUN ? NEIGHBORS.filter((name) => existsSync(join(dirname(path), name))) : [];
}

/** The files as texts. */
export function readable(files: readonly BundleFile[]): ReadableFile[] {
  return files.map(({ path, read }) => ({ path, read: () => decodeText(read()) }));
}
