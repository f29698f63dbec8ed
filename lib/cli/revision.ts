import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Hands on a folder or a file as it was in a revision of git, at a place that is gone afterwards. Nothing is changed in
 * the repository. Throws what git says when it cannot.
 */
export function atRevision<T>(path: string, revision: string, use: (path: string) => T): T {
  if (revision.startsWith('-')) throw new Error('a revision does not begin with "-"');
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const commit = git(folder, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]);
  const [top, prefix] = ['--show-toplevel', '--show-prefix'].map((what) => git(folder, ['rev-parse', what]));
  const place = mkdtempSync(join(tmpdir(), 'cdk-dockerrun-'));
  try {
    const index = { GIT_INDEX_FILE: join(place, 'index') };
    git(top, ['read-tree', commit], index);
    git(top, ['checkout-index', '--all', `--prefix=${join(place, 'tree')}/`], index);
    return use(join(place, 'tree', prefix, isFolder ? '' : basename(path)));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function git(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: string };
    const reason = code === 'ENOENT' ? 'git is not installed' : (stderr ?? '').trim().split('\n')[0];
    throw new Error(reason, { cause: error });
  }
}
