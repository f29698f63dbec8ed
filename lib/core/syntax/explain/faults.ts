import { Problem, Report } from '../../finding/rule';
import { LineIndex } from '../line-index';
import {
  barePlaceholder, brokenString, comment, extraComma, invalidJson, keyWithoutValue, missingComma, missingOpening,
  trailingComma, unbalancedBracket,
} from '../rules';
import { closing } from './brackets';
import { named, placeOf } from './literals';
import { Token } from './tokens';

/** The faults found so far, and what is said of each kind. */
export class Faults {
  readonly problems: Problem[] = [];

  constructor(private readonly lines: LineIndex) {}

  readonly report: Report = (rule, place, message, hint) => { this.problems.push({ rule, place, message, hint }); };

  /** Says of the faults behind the first few only that there are such. */
  endBehind(count: number): void {
    const next = this.problems[count];
    if (next === undefined) return;
    this.problems.length = count;
    this.report(
      invalidJson, next.place, `more faults follow from here on; only the first ${count} are listed.`,
      'Correct those before it, and check the file again.',
    );
  }

  comment(token: Token): void {
    this.report(comment, placeOf(token), 'comments are not JSON.', 'Remove it.');
  }

  openComment(token: Token): void {
    this.report(
      comment, placeOf(token), 'the comment that starts here is never closed; JSON has no comments.', 'Remove it.',
    );
  }

  directive(token: Token): void {
    this.report(
      barePlaceholder, placeOf(token), `the template directive ${named(token)} is not JSON.`,
      'Render the template first.',
    );
  }

  invisible(token: Token): void {
    const code = token.text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    this.report(
      invalidJson, placeOf(token), `the invisible character U+${code} stands outside a string.`,
      'Replace it by a space.',
    );
  }

  missingOpening(token: Token): void {
    this.report(
      missingOpening, placeOf(token), `the document must start with "{", got ${named(token)}.`, 'Add { at the start.',
    );
  }

  earlyEnd(end: Token, token: Token): void {
    const message = `the ${named(end)} closes the whole document, but more text follows ${this.onLine(token)}.`;
    this.report(unbalancedBracket, placeOf(end), message, 'Remove one closing bracket here.');
  }

  textAfterEnd(end: Token, token: Token): void {
    this.report(
      invalidJson, placeOf(token), `the document ends ${this.onLine(end)}, but more text follows.`,
      'Move what follows into the document, or remove it.',
    );
  }

  extraBracket(token: Token): void {
    this.report(unbalancedBracket, placeOf(token), `the ${named(token)} closes nothing.`, 'Remove it.');
  }

  leftoverBracket(token: Token): void {
    this.report(
      unbalancedBracket, placeOf(token), `the ${named(token)} closes nothing; a list may have been removed.`,
      'Remove it.',
    );
  }

  unclosed(opening: Token, before: Token): void {
    const message =
      `the ${named(opening)} that opens here is not closed before the ${named(before)} ` + `${this.onLine(before)}.`;
    this.report(unbalancedBracket, placeOf(opening), message, `Add ${closing(opening.text)} where it should end.`);
  }

  /** Reports the brackets that are open at the end of the text, outermost first. */
  neverClosed(open: readonly Token[]): void {
    const last = open[open.length - 1];
    const missing = open.map(({ text }) => closing(text)).reverse().join('');
    this.report(
      unbalancedBracket, placeOf(last), `the ${named(last)} that opens here is never closed.`,
      `Add ${missing} at the end of the file, or where it belongs.`,
    );
  }

  trailingComma(comma: Token, before: Token): void {
    this.report(trailingComma, placeOf(comma), `no comma may stand before ${named(before)}.`, 'Remove the comma.');
  }

  secondComma(token: Token): void {
    this.report(extraComma, placeOf(token), 'two commas stand in a row.', 'Remove one comma.');
  }

  leadingComma(token: Token): void {
    this.report(extraComma, placeOf(token), 'no value stands before this comma.', 'Remove one comma.');
  }

  missingComma(previous: Token, token: Token): void {
    const where = this.lineOf(previous) === this.lineOf(token) ? '' : ` ${this.onLine(previous)}`;
    this.report(
      missingComma, placeOf(token), `a comma is missing before ${named(token)}.`,
      `Add a comma after ${named(previous)}${where}.`,
    );
  }

  pairInList(colon: Token): void {
    this.report(
      invalidJson, placeOf(colon), 'a list holds values, not "key": value pairs.',
      'Put the pairs that belong together in braces: { "key": value, … }.',
    );
  }

  extraColon(colon: Token): void {
    this.report(invalidJson, placeOf(colon), 'a colon stands where none belongs.', 'Remove it.');
  }

  missingColon(key: Token, token: Token): void {
    this.report(
      keyWithoutValue, placeOf(token), `a colon is missing before ${named(token)}.`,
      `Write ${named(key)}: ${token.text}.`,
    );
  }

  missingKey(token: Token): void {
    this.report(
      invalidJson, placeOf(token), `an object holds "key": value pairs, got ${named(token)}.`,
      `Give it a key: "key": ${token.text}.`,
    );
  }

  missingValue(key: Token): void {
    this.report(
      keyWithoutValue, placeOf(key), `the key ${named(key)} has no value.`, 'Add the value, or remove the key.',
    );
  }

  loneKey(key: Token): void {
    this.report(
      keyWithoutValue, placeOf(key), `an object holds "key": value pairs, got only ${named(key)}.`,
      `Write a value after it, ${named(key)}: …, or a key before it, "…": ${named(key)}; a list stands in [ ].`,
    );
  }

  swallowed(token: Token): void {
    this.report(
      brokenString, placeOf(token), `the string ${named(token)} lacks its closing quote.`,
      'Add the quote where the string should end.',
    );
  }

  private lineOf({ offset }: Token): number {
    return this.lines.position(offset).line;
  }

  private onLine(token: Token): string {
    return `on line ${this.lineOf(token)}`;
  }
}
