import { BARE_PLACEHOLDER, placeholdersIn } from '../placeholders';
import { STRING_LITERAL } from '../string-literal';

export type TokenKind =
  | 'open'
  | 'close'
  | 'comma'
  | 'colon'
  | 'string'
  | 'otherString'
  | 'comment'
  | 'directive'
  | 'placeholder'
  | 'invisible'
  | 'word';

/** A piece of a text that is not JSON, named by what its author probably meant. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

const TOKEN = new RegExp(
  [
    `(?<string>${STRING_LITERAL})`,
    /(?<otherString>'[^'\r\n]*'?|`[^`\r\n]*`?|[“”][^“”\r\n]*[“”]?|[‘’][^‘’\r\n]*[‘’]?)/.source,
    `(?<placeholder>${BARE_PLACEHOLDER})`,
    /(?<comment>\/\/[^\r\n]*|#[^\r\n]*|\/\*[^]*?\*\/|\/\*[^]*)/.source,
    /(?<directive>\{%[^%\r\n]*%\}|<%(?![=-])[^%\r\n]*%>|\{\{[#/^!][^{}\r\n]*\}\})/.source,
    /(?<open>[{[])/.source,
    /(?<close>[}\]])/.source,
    /(?<comma>,)/.source,
    /(?<colon>:)/.source,
    /(?<invisible>[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200f\u2060]+|[^\S \t\r\n]+)/.source,
    /(?<word>[^\s{}[\],:"'`“”‘’<$%/#\u0000-\u001f\u200b-\u200f\u2060]+|\S)/.source,
  ].join('|'),
  'g',
);

const GLUED = new Set<TokenKind>(['word', 'placeholder']);

/** The tokens of any text; whatever is not understood is a word. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = { kind: kindOf(match.groups ?? {}), text: match[0], offset: match.index };
    const previous = tokens.at(-1);
    if (previous && touches(previous, token)) tokens[tokens.length - 1] = glue(previous, token);
    else tokens.push(token);
  }
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  return Object.keys(groups).find((name) => groups[name] !== undefined) as TokenKind;
}

/** Words and placeholders without a gap between them are one thing: `v${MAJOR}.2`. */
function touches(left: Token, right: Token): boolean {
  return GLUED.has(left.kind) && GLUED.has(right.kind) && left.offset + left.text.length === right.offset;
}

function glue(left: Token, right: Token): Token {
  const kind = left.kind === 'word' ? right.kind : left.kind;
  return { kind, text: left.text + right.text, offset: left.offset };
}

/** The name by which a substitution can fill the placeholder in `token`; nothing when only a template engine can. */
export function placeholderName({ text }: Token): string | undefined {
  return placeholdersIn(text).find(({ name }) => name !== undefined)?.name;
}
