import { Place, Report } from '../../finding/rule';
import { barePlaceholder } from '../rules/bare-placeholder';
import { brokenString } from '../rules/broken-string';
import { invalidNumber } from '../rules/invalid-number';
import { unquotedText } from '../rules/unquoted-text';
import { placeholderName, Token } from './tokens';

const WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null', TRUE: 'true', FALSE: 'false', undefined: 'null', yes: 'true', no: 'false' };

export function placeOf({ offset, text }: Token): Place {
  return { path: '', offset, length: text.length };
}

/** Reports what is wrong with a token that stands where a value belongs. */
export function checkValue(token: Token, report: Report): void {
  switch (token.kind) {
    case 'placeholder': return reportPlaceholder(token, report);
    case 'word': return checkWord(token, report);
    default: return checkString(token, report);
  }
}

/** Reports what is wrong with a token that stands where a key belongs. */
export function checkKey(token: Token, report: Report): void {
  if (token.kind === 'placeholder') return reportPlaceholder(token, report);
  if (token.kind !== 'word') return checkString(token, report);
  report(unquotedText, placeOf(token), `the key ${token.text} must stand in double quotes.`, `Write "${token.text}".`);
}

function reportPlaceholder(token: Token, report: Report): void {
  report(barePlaceholder, placeOf(token), `the placeholder ${token.text} stands where a value is expected.`,
    `Render the template first, or pass substitutions: { ${JSON.stringify(placeholderName(token))}: '…' }.`);
}

function checkWord(token: Token, report: Report): void {
  const { text } = token;
  if (/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text)) return;
  if (Object.hasOwn(WORDS, text)) report(unquotedText, placeOf(token), `${text} is no JSON value.`, `Write ${WORDS[text]}, or "${text}" if the word is meant.`);
  else if (/^[+-.]?\d/.test(text)) report(invalidNumber, placeOf(token), `${text} is no JSON number.`, numberHint(text));
  else report(unquotedText, placeOf(token), `${text} must stand in double quotes.`, `Write "${text.replace(/"/g, '\\"')}".`);
}

function numberHint(text: string): string {
  const plain = Number(text.replace(/^\+/, ''));
  return Number.isFinite(plain) ? `Write ${plain}, or "${text}" if it is text.` : `Write "${text}" if it is text.`;
}

function checkString(token: Token, report: Report): void {
  if (token.kind === 'unterminated') {
    report(brokenString, placeOf(token), 'the string is not closed on its line.', 'Add the closing double quote; write \\n for a line break.');
  } else if (token.kind === 'single-quoted') {
    const inner = token.text.slice(1, -1);
    report(unquotedText, placeOf(token), `${token.text} must stand in double quotes.`, `Write ${JSON.stringify(inner)}.`);
  } else if (token.kind === 'string') {
    checkEscapes(token, report);
  }
}

function checkEscapes(token: Token, report: Report): void {
  const match = /\\(?!["\\/bfnrt]|u[0-9A-Fa-f]{4}).?|[\u0000-\u001f]/.exec(token.text.replace(/\\\\/g, '__'));
  if (!match) return;
  const place = { path: '', offset: token.offset + match.index, length: match[0].length };
  if (match[0].startsWith('\\')) report(brokenString, place, `${match[0]} is no JSON escape.`, `Write \\${match[0]} for a backslash.`);
  else report(brokenString, place, 'a control character stands in the string.', match[0] === '\t' ? 'Write \\t for a tab.' : 'Remove it, or write it as \\uXXXX.');
}
