import { Place, Report } from '../../finding/rule';
import { nearest } from '../../finding/suggest';
import { table } from '../../finding/table';
import { barePlaceholder, brokenString, invalidNumber, unquotedText } from '../rules';
import { isClosed } from '../string-literal';
import { placeholderName, Token } from './tokens';

/** Words of other languages for the words of JSON. */
const FOREIGN = table<string>({
  None: 'null', nil: 'null', undefined: 'null', yes: 'true', no: 'false', on: 'true', off: 'false',
});
const LITERAL = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/;

/** Where a token stands. */
export function placeOf({ offset, text }: Token): Place {
  return { path: '', offset, length: text.length };
}

/** The token as a message names it. */
export function named({ kind, text }: Token): string {
  const shown = text.length <= 40 ? text : `${text.slice(0, 39)}…`;
  return ['open', 'close', 'comma', 'colon'].includes(kind) ? `"${shown}"` : shown;
}

/** Whether a token is a word that JSON has no use for, so that what follows it may belong to it. */
export function isStray({ kind, text }: Token): boolean {
  return kind === 'word' && !LITERAL.test(text);
}

/** Whether a token is a string that runs on to the end of its line. */
export function isUnterminated({ kind, text }: Token): boolean {
  return kind === 'string' && !isClosed(text);
}

/** Reports what is wrong with a token that stands where a value or a key belongs. */
export function checkLiteral(token: Token, role: 'value' | 'key', report: Report): void {
  switch (token.kind) {
    case 'placeholder': return reportPlaceholder(token, role, report);
    case 'otherString': return reportQuotes(token, report);
    case 'string': return checkString(token, report);
    default: return role === 'key' ? reportBareKey(token, report) : checkWord(token, report);
  }
}

function reportPlaceholder(token: Token, role: string, report: Report): void {
  const name = placeholderName(token);
  const substitution = name === undefined ? '.' : `, or pass substitutions: { ${JSON.stringify(name)}: '…' }.`;
  report(
    barePlaceholder, placeOf(token), `the placeholder ${named(token)} stands where a ${role} is expected.`,
    `Render the template first${substitution}`,
  );
}

function reportQuotes(token: Token, report: Report): void {
  const inner = token.text.replace(/^./s, '').replace(/['"`“”‘’]$/, '').replace(/\\'/g, "'");
  report(
    unquotedText, placeOf(token), `${named(token)} must stand in straight double quotes.`,
    `Write ${JSON.stringify(inner)}.`,
  );
}

function reportBareKey(token: Token, report: Report): void {
  report(
    unquotedText, placeOf(token), `the key ${named(token)} must stand in double quotes.`, `Write "${token.text}".`,
  );
}

function checkWord(token: Token, report: Report): void {
  const { text } = token;
  if (!isStray(token)) return;
  const literal = Object.hasOwn(FOREIGN, text) ? FOREIGN[text] : nearest(text, ['true', 'false', 'null']);
  if (literal !== undefined) {
    report(
      unquotedText, placeOf(token), `${text} is not a JSON value.`, `Write ${literal}, or "${text}" if it is text.`,
    );
  } else if (/^[-+.]?\d/.test(text)) {
    report(invalidNumber, placeOf(token), `${named(token)} is not a JSON number.`, numberHint(text));
  } else {
    report(
      unquotedText, placeOf(token), `${named(token)} must stand in double quotes.`, `Write ${JSON.stringify(text)}.`,
    );
  }
}

/** `01` and `+1` spell a number, `256MB` starts with one. */
function numberHint(text: string): string {
  const digits = /^\d+(?=[A-Za-z]+$)/.exec(text)?.[0] ?? text.replace(/^\+|[_;]/g, '');
  const quoted = `${JSON.stringify(text)} if it is text.`;
  return Number.isFinite(Number(digits)) ? `Write ${Number(digits)}, or ${quoted}` : `Write ${quoted}`;
}

function checkString(token: Token, report: Report): void {
  if (isUnterminated(token)) {
    report(
      brokenString, placeOf(token), 'the string that starts here does not end on its line.',
      'Add the closing double quote; write \\n for a line break.',
    );
    return;
  }
  for (const { index, 0: found } of token.text.matchAll(/\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}|.?)|[\u0000-\u001f]/gs)) {
    if (/^\\(?:["\\/bfnrt]|u.)/.test(found)) continue;
    reportCharacter(found, { path: '', offset: token.offset + index, length: found.length }, report);
    return;
  }
}

function reportCharacter(found: string, place: Place, report: Report): void {
  if (found.startsWith('\\')) {
    report(brokenString, place, `${found} is not an escape that JSON knows.`, `Write \\${found} for a backslash.`);
    return;
  }
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const [name, hint] =
    found === '\t'
      ? ['a raw tab', 'Write \\t.']
      : [`the control character U+${code}`, `Remove it, or write \\u${code}.`];
  report(brokenString, place, `${name} stands in the string.`, hint);
}
