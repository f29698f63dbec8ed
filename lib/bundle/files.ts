import { createHash } from 'node:crypto';
import { Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ignore } from 'ignore';
import { refuseOutside } from './links';
import { BundleFile, mayRun, readZip } from './zip';

/** What no application reads from its bundle. A line with `!` before it in `.ebignore` brings it back. */
const SELDOM = ['.git', 'node_modules', 'cdk.out'];

/**
 * What the command line of Beanstalk never takes: saved configurations, which hold secrets, and old versions.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/eb-cli3-configuration.html
 */
const NEVER = ['.elasticbeanstalk/'];

/** How many stars one name of a pattern may have: each takes the time that a file takes once more. */
const MAX_STARS = 4;

/** A folder at the root of a bundle, as a line of `.ebignore` would have it. */
export function patternOf(folder: string): string {
  return `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}/`;
}

/** The folders of CDK apps beside the files that they deploy. */
function appsIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'cdk.json')))
    .map(({ name }) => patternOf(name));
}

/** What a folder holds. */
export interface FolderFiles {
  /** What Beanstalk would get. */
  readonly files: readonly BundleFile[];
  /** What is there and left out; a folder stands for all that is in it. */
  readonly leftOut: readonly LeftOut[];
}

/** A file or a folder that is left out, and the line that says so; none where it is never taken. */
export interface LeftOut {
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
}

/** The lines that say what is left out, of the one file that counts. */
function ignoreLines(directory: string): { readonly file?: string; readonly lines: readonly string[] } {
  const file = ['.ebignore', '.gitignore'].find((name) => existsSync(join(directory, name)));
  return { file, lines: file === undefined ? [] : readFileSync(join(directory, file), 'utf8').split(/\r?\n/) };
}

/**
 * The patterns of what is left out: as with the command line of Beanstalk, `.gitignore` counts only without
 * `.ebignore`. Throws for a pattern that would take forever.
 */
export function ignoredBy(directory: string): string[] {
  const { file, lines } = ignoreLines(directory);
  const patterns = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const slow = patterns.find((line) => line.split('/').some((name) => name.split(/\*+/).length - 1 > MAX_STARS));
  if (slow !== undefined) {
    throw new Error(
      `the pattern ${JSON.stringify(slow)} of ${file} has more than ${MAX_STARS} stars in one name; use fewer`,
    );
  }
  return [...SELDOM, ...appsIn(directory), ...patterns, ...NEVER];
}

/** What tells the files that are left out. It is what the CDK has too, so that the asset holds the same files. */
function ignored(patterns: readonly string[]): Ignore {
  const ignore = module.require('ignore') as typeof import('ignore').default;
  return ignore().add(patterns);
}

/** Tells what is left out, and by the last line that says so. */
function leavingOut(directory: string): (path: string) => LeftOut {
  const { file, lines } = ignoreLines(directory);
  const patterns = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [{ line: index + 1, pattern: ignored([line]) }]).reverse();
  return (path) => {
    const found = patterns.find(({ pattern }) => pattern.ignores(path));
    return found ? { path, file, line: found.line } : { path };
  };
}

/**
 * The files of a directory that are not ignored. A link stands for what it leads to; throws when that is not in the
 * directory.
 */
export function bundleIn(directory: string): FolderFiles {
  const isLeftOut = ignored(ignoredBy(directory));
  const leavesOut = leavingOut(directory);
  const leftOut: LeftOut[] = [];
  const walk = (folder: string, prefix: string): BundleFile[] => entriesOf(folder).flatMap((entry) => {
    const full = join(folder, entry.name);
    const path = `${prefix}${entry.name}`;
    const stats = statSync(full, { throwIfNoEntry: false });
    const isFolder = stats?.isDirectory() ?? false;
    if (!(isFolder || stats?.isFile())) return [];
    const named = isFolder ? `${path}/` : path;
    if (isLeftOut.ignores(named)) {
      leftOut.push(leavesOut(named));
      return [];
    }
    if (entry.isSymbolicLink()) refuseOutside(directory, path, LINK_HINT);
    return isFolder
      ? walk(full, `${path}/`)
      : [{ path, isExecutable: mayRun(stats!.mode), read: () => readFileSync(full) }];
  });
  return { files: walk(directory, ''), leftOut };
}

const LINK_HINT = 'put a copy there instead, or leave the link out by a line in .ebignore';

/** How what is left out and wanted comes back. */
export function bringBack({ path, file, line }: LeftOut): string {
  if (file === undefined) return `it is never taken; write !${path} into .ebignore`;
  const edit = file === '.ebignore' ? 'remove that line' : 'copy .gitignore to .ebignore, and remove that line there';
  return `line ${line} of ${file} leaves it out; ${edit}`;
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function filesInZip(path: string): BundleFile[] {
  return readZip(readFileSync(path));
}

/** What `find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum -z | sha256sum` says where these files are. */
export function digestOf(files: readonly BundleFile[]): string {
  const named = files.map((file) => ({ name: Buffer.from(`./${file.path}`), file }));
  const total = createHash('sha256');
  for (const { name, file } of named.sort((a, b) => Buffer.compare(a.name, b.name))) {
    total.update(`${createHash('sha256').update(file.read()).digest('hex')}  `).update(name).update('\0');
  }
  return total.digest('hex');
}
