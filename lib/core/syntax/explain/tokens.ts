import { placeholdersIn } from '../placeholders';

/** A piece of a text that is not JSON, named by what its author probably meant. */
export interface Token {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'string' | 'unterminated' | 'single-quoted' | 'comment' | 'placeholder' | 'word';
  readonly text: string;
  readonly offset: number;
}

const TOKEN = new RegExp([
  /(?<comment>\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)/,
  /(?<string>"(?:[^"\\\r\n]|\\.)*")/,
  /(?<unterminated>"[^\r\n]*)/,
  /(?<singlequoted>'(?:[^'\\\r\n]|\\.)*')/,
  /(?<placeholder><[A-Za-z][\w .-]*>|\$\{[A-Za-z_][\w.-]*\}|\{\{\s*[A-Za-z_.][\w.-]*\s*\}\}|%[A-Z][A-Z0-9_]{2,}%|\$[A-Za-z_]\w*)/,
  /(?<open>[{[])/,
  /(?<close>[}\]])/,
  /(?<comma>,)/,
  /(?<colon>:)/,
  /(?<word>[^\s{}[\],:"'<$%/]+|\S)/,
].map(({ source }) => source).join('|'), 'g');

/** The tokens of any text; whatever is not understood is a word. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const [group] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)!;
    const kind = group === 'singlequoted' ? 'single-quoted' : group as Token['kind'];
    return { kind, text: match[0], offset: match.index };
  });
}

/** The bare name inside a placeholder token. */
export function placeholderName({ text }: Token): string {
  return placeholdersIn(text)[0]?.name ?? text;
}
