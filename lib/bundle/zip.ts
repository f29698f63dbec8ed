import { crc32, inflateRawSync } from 'node:zlib';
import { pathOf, refuseClashes } from './entry-names';
import { leavesBundle } from './links';

/** A file of a source bundle. */
export interface BundleFile {
  /** Relative to the root of the bundle, with slashes. */
  readonly path: string;
  /** Whether its owner may run it. */
  readonly isExecutable: boolean;
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
const OWNER_RUNS = 0o100;
/** The flag of a name that is in UTF-8. */
const UTF8 = 0x800;
/** @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-versions.html */
const MAX_ARCHIVE = 512 * 2 ** 20;
const MAX_UNPACKED = 2 ** 31;

/**
 * The files of an archive; folders are left out, and so are links, which `find -type f` does not see on an instance.
 * Throws when it is none, or has what an instance does not unpack as it is read here.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readZip(archive: Buffer): BundleFile[] {
  if (archive.length > MAX_ARCHIVE) throw new Error(`it has ${inMib(archive.length)}, more than ${inMib(MAX_ARCHIVE)}`);
  const all = entriesOf(archive);
  refuseClashes(all.map(({ path }) => path));
  const entries = all.filter(({ path }) => !path.endsWith('/'));
  refuseBombs(archive, entries);
  const outside = entries.find((entry) => entry.isLink && leavesBundle(entry.path, linkIn(archive, entry)));
  if (outside) {
    throw new Error(`its link "${outside.path}" leads out of the bundle; put what it leads to into the bundle`);
  }
  return entries
    .filter(({ isLink }) => !isLink)
    .map((entry) => ({ path: entry.path, isExecutable: entry.isExecutable, read: () => contentsOf(archive, entry) }));
}

/** An entry of the directory. */
interface Entry {
  readonly path: string;
  readonly isLink: boolean;
  readonly isExecutable: boolean;
  /** Where its entry starts. */
  readonly at: number;
  readonly local: number;
  readonly size: number;
  readonly fullSize: number;
}

function entriesOf(archive: Buffer): Entry[] {
  const end = endOfDirectory(archive);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  const count = archive.readUInt16LE(end + 10);
  if (at === ELSEWHERE || (count === MANY && hasLocator(archive, end))) refuseZip64();
  for (let left = count; left > 0; left--) {
    if (at + ENTRY_SIZE > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new Error('its directory is damaged');
    }
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const [size, fullSize, local] = [20, 24, 42].map((field) => archive.readUInt32LE(at + field));
    const bytes = archive.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameSize);
    const path = pathOf({ bytes, isUtf8: Math.floor(archive.readUInt16LE(at + 8) / UTF8) % 2 === 1 });
    entries.push({
      path, isLink: kindOf(archive, at) === LINK, isExecutable: mayRun(modeOf(archive, at)), at, local, size, fullSize,
    });
    at += ENTRY_SIZE + nameSize + extraSize + commentSize;
  }
  return entries;
}

/** What would fill the disk of an instance, or is read many times from one place. */
function refuseBombs(archive: Buffer, entries: readonly Entry[]): void {
  const sized = entries.filter(({ size, fullSize, local }) => ![size, fullSize, local].includes(ELSEWHERE));
  const unpackedSize = sized.reduce((sum, { fullSize }) => sum + fullSize, 0);
  if (unpackedSize > MAX_UNPACKED) {
    throw new Error(`its files have ${inMib(unpackedSize)}, more than ${inMib(MAX_UNPACKED)}`);
  }
  let free = 0;
  for (const { path, local, size } of [...sized].sort((one, other) => one.local - other.local)) {
    if (local < free) throw new Error(`its file "${path}" overlaps another; pack the files into a new archive`);
    free = startOf(archive, local) + size;
  }
}

function linkIn(archive: Buffer, entry: Entry): string {
  return contentsOf(archive, entry).toString('utf8');
}

function inMib(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
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

function kindOf(archive: Buffer, at: number): number {
  return Math.floor(modeOf(archive, at) / PERMISSIONS);
}

/** What Unix has of a file beside its contents; archives made elsewhere have nothing of it. */
function modeOf(archive: Buffer, at: number): number {
  return archive.readUInt16LE(at + 40);
}

/** Whether a mode lets its owner run the file. */
export function mayRun(mode: number): boolean {
  return Math.floor(mode / OWNER_RUNS) % 2 === 1;
}

function contentsOf(archive: Buffer, { at, path, local, size, fullSize }: Entry): Buffer {
  const isEncrypted = archive.readUInt16LE(at + 8) % 2 === 1;
  const method = archive.readUInt16LE(at + 10);
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) {
    throw new Error(`its file "${path}" is encrypted or compressed in a rare way`);
  }
  if ([size, fullSize, local].includes(ELSEWHERE)) refuseZip64();
  const contents = unpacked(archive, { local, size, fullSize, isStored: method === STORED });
  const checksum = archive.readUInt32LE(at + 16);
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
  const start = startOf(archive, local);
  const data = archive.subarray(start, start + size);
  if (isStored) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, fullSize) });
  } catch {
    return undefined;
  }
}

/** Where the contents begin, behind the header of the file. */
function startOf(archive: Buffer, local: number): number {
  if (local + LOCAL_SIZE > archive.length) return archive.length;
  return local + LOCAL_SIZE + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
}
