import { crc32 } from 'node:zlib';
import { readZip } from '../../lib/bundle/zip';

interface Made {
  readonly name: Buffer | string;
  readonly content?: string;
  /** Unix permissions with the kind of the file. */
  readonly mode?: number;
  readonly isUtf8?: boolean;
  /** Where its header stands, when not behind the file before it. */
  readonly local?: number;
  readonly fullSize?: number;
}

const LINK = 0o120777;

/** An archive of files that are stored as they are. */
function zip(...files: readonly Made[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = 'x', mode = 0o100644, isUtf8 = true, local = offset, fullSize } of files) {
    const bytes = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(bytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isUtf8 ? 0x800 : 0, 8);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(fullSize ?? content.length, 24);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt16LE(mode, 40);
    entry.writeUInt32LE(local, 42);
    parts.push(header, bytes, Buffer.from(content));
    directory.push(entry, bytes);
    offset += header.length + bytes.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const pathsOf = (...files: readonly Made[]) => readZip(zip(...files)).map(({ path }) => path);

test('names that every machine reads alike are taken', () => {
  const names = [
    'Dockerrun.aws.json', 'a b/ü.txt', '.ebextensions/01.config', 'a/b', 'a.b', 'ab', `${'n'.repeat(255)}`,
  ];
  expect(pathsOf(...names.map((name) => ({ name })), { name: 'folder/' })).toEqual(names);
});

test('a name of ASCII needs no mark', () => {
  expect(pathsOf({ name: 'a.txt', isUtf8: false })).toEqual(['a.txt']);
});

const AGAIN = 'pack the files again';

test.each<[string, Made[], string]>([
  [
    'a backslash',
    [{ name: 'conf\\a.conf' }],
    'its file "conf\\\\a.conf" has a backslash in its name, which no instance unpacks; pack the files again with '
      + '`zip -r` or `tar -a`',
  ],
  [
    'bytes of another code page',
    [{ name: Buffer.from('b\x84r.txt', 'latin1') }],
    `its file "b\ufffdr.txt" has a name that is no UTF-8; rename it, and ${AGAIN}`,
  ],
  [
    'a name whose encoding is not said',
    [{ name: 'bär.txt', isUtf8: false }],
    'its file "bär.txt" has a name that is not marked as UTF-8, so that each machine reads another one; rename it, or '
      + `${AGAIN} with \`zip -r\``,
  ],
  [
    'a dot first', [{ name: './a' }],
    `its file "./a" has an empty or a "." folder in its path; ${AGAIN} with \`zip -r\``,
  ],
  [
    'two slashes',
    [{ name: 'a//b' }],
    `its file "a//b" has an empty or a "." folder in its path; ${AGAIN} with \`zip -r\``,
  ],
  ['a way up', [{ name: 'a/../../b' }], 'its file "a/../../b" would be outside the bundle'],
  ['a way up on Windows', [{ name: 'a\\..\\b' }], 'its file "a\\\\..\\\\b" would be outside the bundle'],
  ['the root', [{ name: '/etc/passwd' }], 'its file "/etc/passwd" would be outside the bundle'],
  ['NUL', [{ name: 'a\0b' }], `its file "a\\u0000b" has a control character in its name; rename it, and ${AGAIN}`],
  [
    'ESC', [{ name: 'a\x1b[2J' }],
    `its file "a\\u001b[2J" has a control character in its name; rename it, and ${AGAIN}`,
  ],
  [
    'a long name',
    [{ name: 'n'.repeat(256) }],
    `its file "${'n'.repeat(256)}" has a name that is longer than a file system takes; shorten it`,
  ],
  [
    'a name twice', [{ name: 'a' }, { name: 'b' }, { name: 'a' }],
    'it has the file "a" twice; pack the files into a new archive',
  ],
  [
    'a file below a file',
    [{ name: 'a' }, { name: 'a/b/c' }],
    `its file "a/b/c" is below "a", which is a file; rename one of them, and ${AGAIN}`,
  ],
  [
    'a folder with the name of a file', [{ name: 'a/' }, { name: 'a' }],
    `its file "a/" is below "a", which is a file; rename one of them, and ${AGAIN}`,
  ],
  [
    'a file below a link',
    [{ name: 'a', content: 'b', mode: LINK }, { name: 'a/c' }],
    `its file "a/c" is below "a", which is a file; rename one of them, and ${AGAIN}`,
  ],
  [
    'a link to the machine',
    [{ name: 'a/link', content: '../../etc/shadow', mode: LINK }],
    'its link "a/link" leads out of the bundle; put what it leads to into the bundle',
  ],
  [
    'one file for two names', [{ name: 'a' }, { name: 'b', local: 0 }],
    'its file "b" overlaps another; pack the files into a new archive',
  ],
  [
    'more than a disk takes', [{ name: 'a', fullSize: 2 ** 31 }, { name: 'b' }],
    'its files have 2049 MiB, more than 2048 MiB',
  ],
])('%s is refused', (_, files, reason) => {
  expect(() => pathsOf(...files)).toThrow(new Error(reason));
});

test('a link within the bundle is none of its files', () => {
  expect(pathsOf({ name: 'a/link', content: '../b', mode: LINK }, { name: 'b' })).toEqual(['b']);
});
