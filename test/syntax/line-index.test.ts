import { LineIndex } from '../../lib/core/syntax/line-index';

describe('position', () => {
  test.each([
    ['LF', 'ab\ncd', 3, { line: 2, column: 1 }],
    ['the LF itself', 'ab\ncd', 2, { line: 1, column: 3 }],
    ['CRLF', 'ab\r\ncd', 4, { line: 2, column: 1 }],
    ['between CR and LF', 'ab\r\ncd', 3, { line: 1, column: 4 }],
    ['a lone CR', 'ab\rcd', 3, { line: 2, column: 1 }],
    ['CR CR', 'a\r\rb', 3, { line: 3, column: 1 }],
    ['the end of the text', 'ab', 2, { line: 1, column: 3 }],
    ['the end after a last line end', 'ab\n', 3, { line: 2, column: 1 }],
    ['an empty text', '', 0, { line: 1, column: 1 }],
    ['a tab counts as one', '\t\tx', 2, { line: 1, column: 3 }],
    ['a character outside the basic plane counts as two', '😀x', 2, { line: 1, column: 3 }],
    ['a byte-order mark has no column', '\uFEFF{', 1, { line: 1, column: 1 }],
    ['the byte-order mark itself', '\uFEFF{', 0, { line: 1, column: 1 }],
    ['a line separator of Unicode ends no line', 'a\u2028b', 2, { line: 1, column: 3 }],
  ])('%s', (_name, text, offset, expected) => {
    expect(new LineIndex(text).position(offset)).toEqual(expected);
  });

  test('counts every line of a long text', () => {
    const lines = new LineIndex('x\n'.repeat(10_000));
    for (const line of [1, 2, 9_999, 10_000]) expect(lines.position((line - 1) * 2)).toEqual({ line, column: 1 });
  });
});

describe('lineText', () => {
  test.each([
    ['LF', 'ab\ncd\n', ['ab', 'cd', '']],
    ['CRLF', 'ab\r\ncd', ['ab', 'cd']],
    ['CR', 'ab\rcd', ['ab', 'cd']],
    ['a byte-order mark', '\uFEFFab\ncd', ['ab', 'cd']],
    ['an empty text', '', ['']],
  ])('%s', (_name, text, expected) => {
    const lines = new LineIndex(text);
    expect(expected.map((_line, index) => lines.lineText(index + 1))).toEqual(expected);
  });
});
