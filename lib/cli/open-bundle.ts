import { readFileSync, statSync } from 'node:fs';
import { filesIn } from '../bundle/files';
import { BundleFile, readZip } from '../bundle/zip';
import { ReadableFile } from '../core/options/bundle-input';
import { optionFilesIn } from '../option-files';

/** A folder or an archive with a Dockerrun file and what is beside it. */
export interface OpenedBundle {
  readonly isFolder: boolean;
  /** What Beanstalk would get. */
  readonly files: readonly BundleFile[];
  /** What may hold option settings, saved configurations on this machine among them. */
  readonly optionFiles: readonly ReadableFile[];
}

/** The source bundle at a path; nothing when it leads to some other file. Throws when it cannot be read. */
export function openBundle(path: string): OpenedBundle | undefined {
  if (statSync(path).isDirectory()) return { isFolder: true, files: filesIn(path), optionFiles: optionFilesIn(path) };
  const content = readFileSync(path);
  if (!path.endsWith('.zip') && content.toString('latin1', 0, 2) !== 'PK') return undefined;
  const files = readZip(content);
  return { isFolder: false, files, optionFiles: readable(files) };
}

/** The files as texts. */
export function readable(files: readonly BundleFile[]): ReadableFile[] {
  return files.map(({ path, read }) => ({ path, text: () => read().toString('utf8') }));
}
