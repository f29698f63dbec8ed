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
/** What stands in a field whose value only the larger format holds. */
const ELSEWHERE = 0xffffffff;
const MANY = 0xffff;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const STORED = 0;
const DEFLATED = 8;
/** The kind of a file stands before its twelve bits of permissions. */
const PERMISSIONS = 0o10000;
const LINK = 0o12;

/**
 * The files of an archive; folders and links are left out. Throws when it is none, or has what a source bundle cannot
 * have.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readZip(archive: Buffer): BundleFile[] {
  const end = endOfDirectory(archive);
  const files: BundleFile[] = [];
  let offset = archive.readUInt32LE(end + 16);
  const count = archive.readUInt16LE(end + 10);
  if (offset === ELSEWHERE || (count === MANY && hasLocator(archive, end))) refuseZip64();
  for (let left = count; left > 0; left--) {
    if (offset + ENTRY_SIZE > archive.length || archive.readUInt32LE(offset) !== DIRECTORY_ENTRY) {
      throw new Error('its directory is damaged');
    }
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => archive.readUInt16LE(offset + field));
    const path = archive.toString('utf8', offset + ENTRY_SIZE, offset + ENTRY_SIZE + nameSize);
    const entry = offset;
    if (!path.endsWith('/') && !isLink(archive, entry)) {files.push({ path: inside(path), read: () => contentsOf(archive, entry, path) });}
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

function hasLocator(archive: Buffer, end: number): boolean {
  return end >= LOCATOR_SIZE && archive.readUInt32LE(end - LOCATOR_SIZE) === LOCATOR;
}

function refuseZip64(): never {
  throw new Error(
    'it is in the Zip64 format, for archives larger than Elastic Beanstalk takes; pack it in the plain format',
  );
}

function isLink(archive: Buffer, entry: number): boolean {
  return Math.floor(archive.readUInt16LE(entry + 40) / PERMISSIONS) === LINK;
}

function inside(path: string): string {
  if (path.startsWith('/') || path.split(/[/\\]/).includes('..')) {
    throw new Error(`its file "${path}" would be outside the bundle`);
  }
  return path;
}

function contentsOf(archive: Buffer, entry: number, path: string): Buffer {
  const isEncrypted = archive.readUInt16LE(entry + 8) % 2 === 1;
  const method = archive.readUInt16LE(entry + 10);
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) {
    throw new Error(`its file "${path}" is encrypted or compressed in a rare way`);
  }
  const [checksum, size, fullSize, local] = [16, 20, 24, 42].map((field) => archive.readUInt32LE(entry + field));
  if ([size, fullSize, local].includes(ELSEWHERE)) refuseZip64();
  const contents = unpacked(archive, { local, size, fullSize, isStored: method === STORED });
  if (contents === undefined || crc32(contents) !== checksum) throw new Error(`its file "${path}" is damaged`);
  return contents;
}

interface Packed {
  readonly local: number;
  readonly size: number;
  readonly fullSize: number;
  readonly isStored: boolean;
}

/** Nothing when it is not where it should be, or becomes more than it says. */
function unpacked(archive: Buffer, { local, size, fullSize, isStored }: Packed): Buffer | undefined {
  if (local + LOCAL_SIZE > archive.length) return undefined;
  const start = local + LOCAL_SIZE + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + size);
  if (isStored) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, fullSize) });
  } catch {
    return undefined;
  }
}
