/** The name of an entry of an archive, as its bytes have it. */
export interface EntryName {
  readonly bytes: Buffer;
  /** Whether the archive says that the bytes are UTF-8. */
  readonly isUtf8: boolean;
}

/** Of a part of a path, in bytes, on the file systems of Linux. */
const LONGEST_NAME = 255;
/** Of a path, in bytes, with the folder that the bundle is unpacked to. */
const LONGEST_PATH = 4000;

/**
 * The path of a file. Throws when an instance would unpack it to another path, or not at all: what is read here and
 * what runs there are the same bytes under the same names, or the archive is refused.
 */
export function pathOf({ bytes, isUtf8 }: EntryName): string {
  const path = bytes.toString('utf8');
  const fault = faultOf(path, bytes, isUtf8);
  if (fault !== undefined) throw new Error(`its file ${JSON.stringify(path)} ${fault}`);
  return path;
}

function faultOf(path: string, bytes: Buffer, isUtf8: boolean): string | undefined {
  const parts = path.replace(/\/$/, '').split('/');
  if (path.startsWith('/') || path.split(/[/\\]/).includes('..')) return 'would be outside the bundle';
  if (path.includes('\\')) {
    return 'has a backslash in its name, which no instance unpacks; pack the files again with `zip -r` or `tar -a`';
  }
  if (/[\0-\x1f\x7f]/.test(path)) return 'has a control character in its name; rename it, and pack the files again';
  if (!isUtf8 && bytes.some((byte) => byte > 0x7f)) {
    return (
      'has a name that is not marked as UTF-8, so that each machine reads another one; rename it, or pack the files '
      + 'again with `zip -r`'
    );
  }
  if (!Buffer.from(path, 'utf8').equals(bytes)) {
    return 'has a name that is no UTF-8; rename it, and pack the files again';
  }
  if (parts.some((part) => part === '' || part === '.')) {
    return 'has an empty or a "." folder in its path; pack the files again with `zip -r`';
  }
  if (bytes.length > LONGEST_PATH || parts.some((part) => Buffer.byteLength(part) > LONGEST_NAME)) {
    return 'has a name that is longer than a file system takes; shorten it';
  }
  return undefined;
}

/**
 * Throws when two entries would be unpacked to one place: the one that is read here would not be the one that runs.
 * Folders end with a slash.
 */
export function refuseClashes(paths: readonly string[]): void {
  const files = new Set<string>();
  for (const path of paths.filter((candidate) => !candidate.endsWith('/'))) {
    if (files.has(path)) {
      throw new Error(`it has the file ${JSON.stringify(path)} twice; pack the files into a new archive`);
    }
    files.add(path);
  }
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (files.has(folder)) {
        throw new Error(`its file ${JSON.stringify(path)} is below ${JSON.stringify(folder)}, which is a file; `
          + 'rename one of them, and pack the files again');
      }
    }
  }
}
