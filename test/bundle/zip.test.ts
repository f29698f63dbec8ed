import { crc32, deflateRawSync } from 'node:zlib';
import { readZip } from '../../lib/bundle/zip';

/** An archive of one file, made by hand: its parts stand where their offsets say. */
interface Archive {
  readonly content: Buffer;
  /** Of the entry in the directory. */
  readonly entry: number;
  /** Of the end of the directory. */
  readonly end: number;
}

const TEXT = 'hello, hello, hello, hello';

function archive(text = TEXT, before = Buffer.alloc(0)): Archive {
  const data = deflateRawSync(Buffer.from(text));
  const name = Buffer.from('a/b.txt');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  for (const [field, value] of [
    [16, crc32(text)], [20, data.length], [24, text.length],
  ]) {
    entry.writeUInt32LE(value, field);
  }
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  const start = local.length + name.length + data.length;
  end.writeUInt32LE(start, 16);
  const parts = [local, name, data, entry, name, before];
  return {
    content: Buffer.concat([...parts, end]), entry: start, end: parts.reduce((size, part) => size + part.length, 0),
  };
}

const read = ({ content }: Archive) =>
  readZip(content).map(({ path, read: contents }) => `${path} ${contents().toString()}`);

/** The same with one number changed. */
function changed(where: 'entry' | 'end', field: number, value: number, made = archive()): Archive {
  made.content.writeUInt32LE(value, made[where] + field);
  return made;
}

test('a file is unpacked', () => {
  expect(read(archive())).toEqual([`a/b.txt ${TEXT}`]);
  expect(read(archive(''))).toEqual(['a/b.txt ']);
});

const ZIP64 =
  'it is in the Zip64 format, for archives larger than Elastic Beanstalk takes; pack it in the plain format';
const DAMAGED = 'its file "a/b.txt" is damaged';
const LOCATOR = Buffer.from('504b060700000000000000000000000000000000', 'hex');
const manyEntries = (before = Buffer.alloc(0)) => {
  const made = archive(TEXT, before);
  made.content.writeUInt16LE(0xffff, made.end + 10);
  return made;
};

test.each<[string, Archive, string]>([
  ['a directory elsewhere', changed('end', 16, 0xffffffff), ZIP64],
  ['too many entries to count', manyEntries(LOCATOR), ZIP64],
  ['a size elsewhere', changed('entry', 20, 0xffffffff), ZIP64],
  ['the size of the file elsewhere', changed('entry', 24, 0xffffffff), ZIP64],
  ['a file elsewhere', changed('entry', 42, 0xffffffff), ZIP64],
  ['more entries than there are', manyEntries(), 'its directory is damaged'],
  ['a directory behind the end', changed('end', 16, 5000), 'its directory is damaged'],
  ['a file behind the end', changed('entry', 42, 5000), DAMAGED],
  ['another checksum', changed('entry', 16, 1), DAMAGED],
  ['a file that was cut off', changed('entry', 20, 3), DAMAGED],
  ['a file that becomes more than it says', changed('entry', 24, 5), DAMAGED],
  ['a file that starts elsewhere', changed('entry', 42, 1), DAMAGED],
])('%s is refused with the reason', (_, made, reason) => {
  expect(() => read(made)).toThrow(new Error(reason));
});

test.each([Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(22), Buffer.alloc(100_000)])(
  '%#: what is no archive is refused',
  (content) => {
    expect(() => readZip(content)).toThrow(new Error('it is no zip archive'));
  },
);

test('wherever an archive is damaged, it is read or refused with a sentence', () => {
  const { content } = archive();
  for (let offset = 0; offset < content.length; offset++) {
    for (const value of [0, 0xff]) {
      const damaged = Buffer.from(content);
      damaged[offset] = value;
      const outcome = (() => {
        try {
          return read({ content: damaged, entry: 0, end: 0 }).length;
        } catch (error) {
          return (error as Error).message;
        }
      })();
      expect(outcome === 0 || outcome === 1 || /^(it|its) /.test(String(outcome))).toBe(true);
    }
  }
});

test.each([[0o100644, false], [0o100755, true], [0, false]])('a file of mode %o may run: %s', (mode, isExecutable) => {
  expect(readZip(changed('entry', 40, mode).content)[0].isExecutable).toBe(isExecutable);
});
