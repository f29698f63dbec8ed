import { interpolate, Lookup } from './interpolate';

const LINE = /^[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][\w.-]*)[^\S\n]*(?:([=:])[^\S\n]*|(?=\n|$))/;

const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t']]);

/**
 * The variables of a file such as `.env`. Values may be quoted, may go over several lines in quotes, and may name
 * variables before them; those of `lookup` count where the file says nothing.
 */
export function parseEnvironmentFile(text: string, lookup: Lookup): Map<string, string> {
  const variables = new Map<string, string>();
  const known: Lookup = (name) => lookup(name) ?? variables.get(name);
  let rest = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  while (rest !== '') {
    const head = LINE.exec(rest);
    const [start = '', name, sign] = head ?? [];
    const value = sign === undefined ? undefined : valueIn(rest.slice(start.length), known);
    const given = name === undefined ? undefined : value?.text ?? lookup(name);
    if (given !== undefined) variables.set(name, given);
    rest = afterLine(value === undefined ? rest : rest.slice(start.length + value.length));
  }
  return variables;
}

function afterLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? '' : text.slice(end + 1);
}

/** A value, and how many letters it takes. */
function valueIn(text: string, lookup: Lookup): { readonly text: string; readonly length: number } {
  const quoted = /^(["'])((?:\\[\s\S]|(?!\1)[\s\S])*)\1/.exec(text);
  if (quoted) {
    const [whole, quote, inner] = quoted;
    return { text: quote === "'" ? inner : expand(unescaped(inner), lookup), length: whole.length };
  }
  const line = text.split('\n', 1)[0];
  return { text: expand(line.replace(/\s+#.*$/, '').trim(), lookup), length: line.length };
}

function unescaped(text: string): string {
  return text.replace(/\\([nrt"\\])/g, (_, letter: string) => ESCAPES.get(letter) ?? letter);
}

/** What is no variable stays as it stands. */
function expand(text: string, lookup: Lookup): string {
  return interpolate(text, lookup).text;
}
