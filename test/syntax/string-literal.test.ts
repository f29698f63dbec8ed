import { isClosed, STRING_LITERAL } from '../../lib/core/syntax/string-literal';

const BACKSLASH = '\\';

test.each<[string, string, boolean]>([
  ['"a" "b"', '"a"', true],
  ['""', '""', true],
  ['"', '"', false],
  ['"a', '"a', false],
  [String.raw`"a\"b" c`, String.raw`"a\"b"`, true],
  [String.raw`"a\\" c`, String.raw`"a\\"`, true],
  [String.raw`"a\\\" c`, String.raw`"a\\\" c`, false],
  [String.raw`"\""`, String.raw`"\""`, true],
  [String.raw`"\"`, String.raw`"\"`, false],
  ['"a\n"', '"a', false],
  ['"a\r\n"', '"a', false],
  [`"a${BACKSLASH}\n"`, `"a${BACKSLASH}`, false],
])('%j starts with %j', (text, literal, closed) => {
  expect(new RegExp(STRING_LITERAL).exec(text)?.[0]).toBe(literal);
  expect(isClosed(literal)).toBe(closed);
});

describe('millions of escapes', () => {
  const many = (escape: string) => escape.repeat(12_000_000);

  test.each([String.raw`\n`, String.raw`\"`, String.raw`\\`])('%s take no stack', (escape) => {
    const [found] = new RegExp(STRING_LITERAL).exec(`"${many(escape)}" rest`)!;
    expect([found.length, isClosed(found)]).toEqual([24_000_002, true]);
  });
});
