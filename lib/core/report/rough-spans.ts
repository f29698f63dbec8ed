import { isHiddenName, isValue, looksSecret } from '../rules/secret-signs';
import { STRING_LITERAL } from '../syntax/string-literal';
import { NAME_KEY, SecretSpan, spansWithin } from './secret-spans';

/** A quoted text, or what stands between blanks and brackets. */
const TOKEN = new RegExp(`${STRING_LITERAL}|'[^'\\r\\n]*'?|[^\\s"'{}[\\],:=][^\\s"'{}[\\],]*`, 'g');

/** How far a value may stand from its name. */
const REACH = 5;

/** A piece of a text that no parser takes. */
interface Token {
  readonly offset: number;
  readonly text: string;
  readonly isKey: boolean;
  /** Whether it says what something is called, behind `name:`. */
  readonly isName: boolean;
}

/**
 * Where secrets may stand in a text that has no tree: in the lines around the name of one, everything but keys and
 * names.
 */
export function roughSpans(text: string): SecretSpan[] {
  const lines = linesOf(text);
  const hidden = new Set<number>();
  for (const [index, { tokens }] of lines.entries()) {
    if (!tokens.some(isSecretName)) continue;
    for (const near of linesAround(lines, index)) hidden.add(near);
  }
  return lines.flatMap(({ tokens }, index) => tokens.flatMap((token) => spansOfToken(token, hidden.has(index))));
}

interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\r\n]+/g)].map((line) => ({ text: line[0], tokens: tokensOf(line[0], line.index) }));
}

function tokensOf(line: string, start: number): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (const { 0: whole, index } of line.matchAll(TOKEN)) {
    const quoted = /^["']/.test(whole) ? 1 : 0;
    const text = whole.slice(quoted, quoted && whole.length > 1 && whole.endsWith(whole[0]) ? -1 : undefined);
    const isKey = /^\s*:/.test(line.slice(index + whole.length, index + whole.length + 9)) || whole.endsWith(':');
    before = {
      offset: start + index + quoted, text, isKey, isName: before !== undefined && before.isKey && isNameKey(before),
    };
    tokens.push(before);
  }
  return tokens;
}

function isNameKey({ text }: Token): boolean {
  return NAME_KEY.test(text.replace(/:$/, ''));
}

function isSecretName({ text }: Token): boolean {
  return isHiddenName(text.trim().replace(/:$/, ''));
}

/** From the bracket or the dash before a line to the bracket or the dash behind it. */
function linesAround(lines: readonly Line[], index: number): number[] {
  let first = index;
  while (first > Math.max(0, index - REACH) && !/[{[]|^\s*-\s/.test(lines[first].text)) first--;
  let last = index;
  while (last < Math.min(lines.length - 1, index + REACH) && !/[}\]]/.test(lines[last].text)) {
    if (/^\s*-\s/.test(lines[last + 1].text)) break;
    last++;
  }
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function spansOfToken({ offset, text, isKey, isName }: Token, isNear: boolean): SecretSpan[] {
  const isWhole = looksSecret(text) || (isNear && !isKey && !isName && isValue(text));
  if (isWhole) return [{ offset, length: text.length, value: text }];
  return spansWithin(text).map((span) => ({ ...span, offset: offset + span.offset }));
}
