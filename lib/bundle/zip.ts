import { crc32, inflateRawSync } from 'node:zlib';

/** A file of a source bundle. */
export interface BundleFile {
  /** Relative to the root of the bundle, with slashes. */
  readonly path: string;
  read(): Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** The kind of a file stands before its twelve bits of permissions. */
const PERMISSIONS = 0o10000;
const LINK = 0o12;

/**
 * The files of an archive; folders and links are left out. Throws when it is none, or has what a source bundle cannot have.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readZip(archive: Buffer): BundleFile[] {
  const end = endOfDirectory(archive);
  const files: BundleFile[] = [];
  let offset = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (offset + ENTRY_SIZE > archive.length || archive.readUInt32LE(offset) !== DIRECTORY_ENTRY) throw new Error('its directory is damaged');
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => archive.readUInt16LE(offset + field));
    const path = archive.toString('utf8', offset + ENTRY_SIZE, offset + ENTRY_SIZE + nameSize);
    const entry = offset;
    if (!path.endsWith('/') && !isLink(archive, entry)) files.push({ path: inside(path), read: () => contentsOf(archive, entry, path) });
    offset += ENTRY_SIZE + nameSize + extraSize + commentSize;
  }
  return files;
}

function endOfDirectory(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT);
  for (let offset = archive.length - END_SIZE; offset >= first; offset--) {
    if (archive.readUInt32LE(offset) === END_OF_DIRECTORY) return offset;
  }
  throw new Error('it is no zip archive');
}

function isLink(archive: Buffer, entry: number): boolean {
  return Math.floor(archive.readUInt16LE(entry + 40) / PERMISSIONS) === LINK;
}

function inside(path: string): string {
  if (path.startsWith('/') || path.split(/[/\\]/).includes('..')) throw new Error(`its file "${path}" would be outside the bundle`);
  return path;
}

function contentsOf(archive: Buffer, entry: number, path: string): Buffer {
  const isEncrypted = archive.readUInt16LE(entry + 8) % 2 === 1;
  const method = archive.readUInt16LE(entry + 10);
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw new Error(`its file "${path}" is encrypted or compressed in a rare way`);
  const [checksum, size] = [16, 20].map((field) => archive.readUInt32LE(entry + field));
  const local = archive.readUInt32LE(entry + 42);
  const start = local + LOCAL_SIZE + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + size);
  const contents = method === STORED ? data : inflateRawSync(data);
  if (crc32(contents) !== checksum) throw new Error(`its file "${path}" is damaged`);
  return contents;
}
