/**
 * Behind a quote: whether no backslash, or an even number of them, stands before it. Read backwards, one after the
 * other.
 */
const UNESCAPED = /(?<=[^\\](?:\\\\)*?")/.source;

/**
 * The source of a pattern for a JSON string; one that is not closed reaches to the end of its line. Takes linear time,
 * and no stack for the escapes in it, of which there may be millions.
 */
export const STRING_LITERAL = `"(?:[^\\r\\n]*?"${UNESCAPED}|[^\\r\\n]*)`;

/** Whether a string, as the pattern finds it, has the quote that closes it. */
export function isClosed(literal: string): boolean {
  if (literal.length < 2 || !literal.endsWith('"')) return false;
  let backslashes = 0;
  while (literal[literal.length - 2 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}
