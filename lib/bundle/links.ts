import { readlinkSync, realpathSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** Whether a link at `path` in an archive leads to somewhere that is not in the bundle. */
export function leavesBundle(path: string, target: string): boolean {
  const end = posix.normalize(posix.join(posix.dirname(path), target));
  return target.startsWith('/') || end === '..' || end.startsWith('../');
}

/**
 * Throws for a link in a folder that leads out of it: what lies there belongs to the machine and not to the bundle, and
 * would be shown in findings and uploaded. A link that leads nowhere is none of a bundle's files.
 */
export function refuseOutside(root: string, path: string, edit = 'put a copy there instead'): void {
  const full = join(root, path);
  const end = realPathOf(full);
  const home = realpathSync(root);
  if (end === undefined || end === home || end.startsWith(`${home}${sep}`)) return;
  throw new Error(`its link "${path}" leads to ${readlinkSync(full)}, outside the folder; ${edit}`);
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
