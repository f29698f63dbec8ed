import { parseEnvironmentFile } from '../../lib/core/compose/text/dotenv';
import { interpolate } from '../../lib/core/compose/text/interpolate';
import { within } from '../../lib/core/compose/text/paths';
import { bytesOf, mebibytes, secondsOf } from '../../lib/core/compose/text/units';
import { wordsOf } from '../../lib/core/compose/text/words';

const VALUES: Readonly<Record<string, string>> = { A: 'a', EMPTY: '', B: 'b' };
const lookup = (name: string) => (Object.hasOwn(VALUES, name) ? VALUES[name] : undefined);

describe('variables', () => {
  test.each([
    ['plain', 'plain'],
    ['$A-${B}', 'a-b'],
    ['${A:-x}${NO:-x}${EMPTY:-x}', 'axx'],
    ['${A-x}${NO-x}[${EMPTY-x}]', 'ax[]'],
    ['${A:+x}[${NO:+x}][${EMPTY:+x}]', 'x[][]'],
    ['${A+x}[${NO+x}]${EMPTY+x}', 'x[]x'],
    ['${NO:-${B}}', 'b'],
    ['${NO:-${NO2:-{}}}', '{}'],
    ['${A:?no}', 'a'],
    ['$$A $${A}', '$A ${A}'],
    ['${NO:-http://x/}', 'http://x/'],
    ['costs $5, $(x) and $', 'costs $5, $(x) and $'],
  ])('%s is %s', (text, expected) => {
    expect(interpolate(text, lookup)).toEqual({ text: expected, problems: [] });
  });

  test.each([
    ['$NO', [{ kind: 'unset', name: 'NO' }]],
    ['${NO:?because $B}', [{ kind: 'required', name: 'NO', because: 'because b' }]],
    ['${EMPTY:?}', [{ kind: 'required', name: 'EMPTY', because: '' }]],
    ['${NO:-$NO2}', [{ kind: 'unset', name: 'NO2' }]],
    ['${A', [{ kind: 'invalid', at: '${A' }]],
    ['${A!}', [{ kind: 'invalid', at: '${A!}' }]],
  ])('%s is told about', (text, problems) => {
    expect(interpolate(text, lookup).problems).toEqual(problems);
  });
});

describe('files with variables', () => {
  test.each([
    ['A1=x', { A1: 'x' }],
    ['export A1=x\n# no\n\nB1 = y', { A1: 'x', B1: 'y' }],
    ['A1="x # y" # z', { A1: 'x # y' }],
    ["A1='$A \\n'", { A1: '$A \\n' }],
    ['A1="a\\nb"', { A1: 'a\nb' }],
    ['A1=x # note\nB1=x#y', { A1: 'x', B1: 'x#y' }],
    ['A1=1\nB1=${A1}-$A', { A1: '1', B1: '1-a' }],
    ['A1="one\ntwo"\nB1=3', { A1: 'one\ntwo', B1: '3' }],
    ['A1=\nB1=2', { A1: '', B1: '2' }],
    ['A\nNO\nB1=2', { A: 'a', B1: '2' }],
    ['A1: x', { A1: 'x' }],
    ['\uFEFFA1=x\r\nB1=y\r\n', { A1: 'x', B1: 'y' }],
    ['not a line\nB1=2', { B1: '2' }],
  ])('%j', (text, expected) => {
    expect(Object.fromEntries(parseEnvironmentFile(text, lookup))).toEqual(expected);
  });
});

describe('commands', () => {
  test.each([
    ['npm start', ['npm', 'start'], ''],
    ['sh -c "a b" \'c d\'', ['sh', '-c', 'a b', 'c d'], ''],
    ['a\\ b "c\\"d"', ['a b', 'c"d'], ''],
    ["'a\\b'", ['a\\b'], ''],
    ['a ""', ['a', ''], ''],
    ['a && b', ['a'], '&& b'],
    ['a>b', ['a'], '>b'],
    ['a 2>b', ['a'], '>b'],
    ['"a && b"', ['a && b'], ''],
    ['echo $(a b) `c d`', ['echo', '$(a b)', '`c d`'], ''],
  ])('%s', (text, words, cut) => {
    expect(wordsOf(text)).toEqual({ words, cut });
  });

  test.each(['a "b', "a 'b", 'a (b)'])('%s is no command', (text) => {
    expect(wordsOf(text)).toBeUndefined();
  });
});

test.each([['1m30s', 90], ['2s', 2], ['500ms', 0.5], ['1h', 3600], ['1.5m', 90], ['0', 0], ['10', undefined], ['1x', undefined]])(
  'the duration %s is %s s', (text, expected) => { expect(secondsOf(text)).toBe(expected); },
);

test.each([
  ['128m', 134217728], ['128M', 134217728], ['1g', 1073741824], ['1.5gb', 1610612736], ['64k', 65536], ['100', 100], ['12b', 12],
  ['1gib', 1073741824], ['x', undefined], ['', undefined],
])('the size %s is %s bytes', (text, expected) => { expect(bytesOf(text)).toBe(expected); });

test.each([[0, 0], [1, 1], [1048575, 1], [134217728, 128]])('%i bytes are %i MiB', (bytes, mib) => {
  expect(mebibytes(bytes)).toBe(mib);
});

test.each([['', './a/../b', 'b'], ['x', './a', 'x/a'], ['x/y', '../a', 'x/a'], ['', '../a', '../a'], ['x', '/a', '/a'], ['x', '~/a', '~/a'], ['', '.', '']])(
  'in %j, %s is %s', (folder, path, expected) => { expect(within(folder, path)).toBe(expected); },
);
