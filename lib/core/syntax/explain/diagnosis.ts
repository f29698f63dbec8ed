import { Problem, Report } from '../../finding/rule';
import { LineIndex } from '../line-index';
import { barePlaceholder } from '../rules/bare-placeholder';
import { brokenString } from '../rules/broken-string';
import { comment } from '../rules/comment';
import { extraComma } from '../rules/extra-comma';
import { invalidJson } from '../rules/invalid-json';
import { keyWithoutValue } from '../rules/key-without-value';
import { missingComma } from '../rules/missing-comma';
import { missingOpening } from '../rules/missing-opening';
import { trailingComma } from '../rules/trailing-comma';
import { unbalancedBracket } from '../rules/unbalanced-bracket';
import { balances, closing, explainMismatch } from './brackets';
import { checkLiteral, isStray, isUnterminated, named, placeOf } from './literals';
import { Token } from './tokens';

/** More faults than this at once help nobody, and the limit keeps the time linear. */
const MAX_PROBLEMS = 20;

/** What may stand next. `start` is the place behind an opening bracket, `next` the one behind a comma. */
type State = 'start' | 'next' | 'colon' | 'value' | 'after';

interface Frame {
  readonly opening: Token;
  /** Whether the bracket is not in the text but should be. */
  readonly implied?: boolean;
  state: State;
  key?: Token;
}

/** Walks over the tokens like a reader that forgives, and reports each thing it had to forgive. */
export class Diagnosis {
  readonly problems: Problem[] = [];
  private readonly frames: Frame[] = [];
  private previous!: Token;
  private end: Token | undefined;

  constructor(private readonly tokens: readonly Token[], private readonly lines: LineIndex) {}

  run(): void {
    for (const [index, token] of this.tokens.entries()) {
      if (this.problems.length >= MAX_PROBLEMS || !this.step(token, index)) return;
    }
    const open = this.frames.filter(({ implied }) => !implied).map(({ opening }) => opening);
    const last = open.at(-1);
    if (!last) return;
    const missing = open.map(({ text }) => closing(text)).reverse().join('');
    this.report(unbalancedBracket, placeOf(last), `the ${named(last)} that opens here is never closed.`, `Add ${missing} at the end of the file, or where it belongs.`);
  }

  private readonly report: Report = (rule, place, message, hint) => { this.problems.push({ rule, place, message, hint }); };

  /** Returns false when going on would only produce echoes. */
  private step(token: Token, index: number): boolean {
    switch (token.kind) {
      case 'comment': return this.comment(token);
      case 'directive': return this.skip(token, barePlaceholder, `the template directive ${named(token)} is not JSON.`, 'Render the template first.');
      case 'invisible': return this.skip(token, invalidJson, `the invisible character U+${codeOf(token)} stands outside a string.`, 'Replace it by a space.');
      default: break;
    }
    const goesOn = this.take(token, index);
    this.previous = token;
    return goesOn;
  }

  private skip(token: Token, rule: typeof comment, message: string, hint: string): boolean {
    this.report(rule, placeOf(token), message, hint);
    return true;
  }

  private comment(token: Token): boolean {
    const isOpen = token.text.startsWith('/*') && !token.text.endsWith('*/');
    const message = isOpen ? 'the comment that starts here is never closed; JSON has no comments.' : 'comments are not JSON.';
    this.report(comment, placeOf(token), message, 'Remove it.');
    return !isOpen;
  }

  private take(token: Token, index: number): boolean {
    const frame = this.frames.at(-1);
    if (!frame) return this.end ? this.afterEnd(token, this.end, index) : this.begin(token, index);
    switch (token.kind) {
      case 'close': return this.close(token, frame, index);
      case 'comma': return this.comma(token, frame);
      case 'colon': return this.colon(token, frame);
      default: return this.content(token, frame, index);
    }
  }

  private begin(token: Token, index: number): boolean {
    const isBrace = token.kind === 'open';
    if (!isBrace) this.report(missingOpening, placeOf(token), `the document must start with "{", got ${named(token)}.`, 'Add { at the start.');
    this.frames.push({ opening: isBrace ? token : { kind: 'open', text: '{', offset: token.offset }, implied: !isBrace, state: 'start' });
    if (isBrace) return true;
    return token.kind === 'string' && this.tokens[index + 1]?.kind === 'colon' && this.content(token, this.frames[0], index);
  }

  /** Something follows the bracket that closed the document: either that one came too early, or what follows is too much. */
  private afterEnd(token: Token, end: Token, index: number): boolean {
    if (token.kind === 'close') {
      this.report(unbalancedBracket, placeOf(token), `the ${named(token)} closes nothing.`, 'Remove it.');
    } else if (balances(['{'], this.tokens.slice(index))) {
      this.report(unbalancedBracket, placeOf(end), `the ${named(end)} closes the whole document, but more text follows ${this.onLine(token)}.`, 'Remove one closing bracket here.');
    } else {
      this.report(invalidJson, placeOf(token), `the document ends ${this.onLine(end)}, but more text follows.`, 'Remove what follows.');
    }
    return false;
  }

  private close(token: Token, frame: Frame, index: number): boolean {
    if (closing(frame.opening.text) !== token.text) return this.mismatch(token, frame, index);
    if (frame.state === 'next') {
      this.report(trailingComma, placeOf(this.previous), `no comma may stand before ${named(token)}.`, 'Remove the comma.');
    }
    this.lonely(this.previous, frame);
    this.frames.pop();
    if (this.frames.length === 0) this.end = token;
    return true;
  }

  /** Either this bracket is one too many or the innermost open one is not closed. */
  private mismatch(token: Token, frame: Frame, index: number): boolean {
    const rest = this.tokens.slice(index + 1);
    const { extra, certain } = explainMismatch(token, this.frames.map(({ opening }) => opening.text), rest);
    if (extra) {
      const reason = token.text === ']' ? '; a list may have been removed' : '';
      this.report(unbalancedBracket, placeOf(token), `the ${named(token)} closes nothing${reason}.`, 'Remove it.');
      return certain || rest[0]?.kind === 'close';
    }
    this.unclosed(frame, token);
    this.frames.pop();
    return certain && this.take(token, index);
  }

  private unclosed({ opening }: Frame, token: Token): void {
    const message = `the ${named(opening)} that opens here is not closed before the ${named(token)} ${this.onLine(token)}.`;
    this.report(unbalancedBracket, placeOf(opening), message, `Add ${closing(opening.text)} where it should end.`);
  }

  private comma(token: Token, frame: Frame): boolean {
    const hasValue = frame.state === 'after' || this.lonely(this.previous, frame);
    if (!hasValue) this.report(extraComma, placeOf(token), frame.state === 'next' ? 'two commas stand in a row.' : 'no value stands before this comma.', 'Remove one comma.');
    frame.state = 'next';
    return true;
  }

  private colon(token: Token, frame: Frame): boolean {
    if (frame.state === 'colon') {
      frame.state = 'value';
      return true;
    }
    const inList = frame.opening.text === '[';
    const message = inList ? 'a list holds values, not "key": value pairs.' : 'a colon stands where none belongs.';
    this.report(invalidJson, placeOf(token), message, inList ? 'Put the pair in braces: { "key": value }.' : 'Remove it.');
    return false;
  }

  private content(token: Token, frame: Frame, index: number): boolean {
    if (frame.state === 'after' || frame.state === 'colon') {
      if (this.swallowed(token)) return false;
      if (frame.state === 'after') this.missingComma(token, frame);
      else this.missingColon(token, frame, index);
    }
    if (frame.opening.text === '{' && frame.state !== 'value') return this.key(token, frame, index);
    frame.state = 'after';
    if (token.kind === 'open') {
      this.frames.push({ opening: token, state: 'start' });
      return true;
    }
    checkLiteral(token, 'value', this.report);
    return !isUnterminated(token) && (!isStray(token) || ['comma', 'close', 'comment'].includes(this.tokens[index + 1]?.kind));
  }

  /** `"name: "web"`: the string before this token ended at the quote that should have started the next. */
  private swallowed(token: Token): boolean {
    const { kind, text, offset } = this.previous;
    if (kind !== 'string' || !/[:,[{]\s*"$/.test(text) || offset + text.length !== token.offset) return false;
    this.report(brokenString, placeOf(this.previous), `the string ${named(this.previous)} lacks its closing quote.`, 'Add the quote where the string should end.');
    return true;
  }

  private missingComma(token: Token, frame: Frame): void {
    const where = this.lineOf(this.previous) === this.lineOf(token) ? '' : ` ${this.onLine(this.previous)}`;
    this.report(missingComma, placeOf(token), `a comma is missing before ${named(token)}.`, `Add a comma after ${named(this.previous)}${where}.`);
    frame.state = 'next';
  }

  /** `"a" "b"`: either a colon is missing between them, or the first string is no pair at all. */
  private missingColon(token: Token, frame: Frame, index: number): void {
    const isPair = this.tokens[index + 1]?.kind !== 'colon' && frame.key?.kind !== 'placeholder';
    if (isPair) this.report(keyWithoutValue, placeOf(token), `a colon is missing before ${named(token)}.`, `Write ${named(this.previous)}: ${token.text}.`);
    else this.lonely(this.previous, frame);
    frame.state = isPair ? 'value' : 'next';
  }

  private key(token: Token, frame: Frame, index: number): boolean {
    if (token.kind === 'open') return this.bracketAsKey(token, frame, index);
    checkLiteral(token, 'key', this.report);
    frame.state = 'colon';
    frame.key = token;
    return !isUnterminated(token);
  }

  /** An object behind the comma inside an object of a list: the first of the two is not closed. */
  private bracketAsKey(token: Token, frame: Frame, index: number): boolean {
    const list = this.frames.at(-2);
    if (token.text !== '{' || list?.opening.text !== '[' || frame.state !== 'next') {
      this.report(invalidJson, placeOf(token), `an object holds "key": value pairs, got ${named(token)}.`, `Give it a key: "key": ${token.text}.`);
      return false;
    }
    this.unclosed(frame, token);
    this.frames.pop();
    list.state = 'next';
    return balances(this.frames.map(({ opening }) => opening.text), this.tokens.slice(index)) && this.content(token, list, index);
  }

  /** Reports a key whose value is missing. Returns false when no value is due. */
  private lonely(token: Token, frame: Frame): boolean {
    const { state, key } = frame;
    if (!key || (state !== 'colon' && state !== 'value')) return false;
    if (state === 'value') {
      this.report(keyWithoutValue, placeOf(key), `the key ${named(key)} has no value.`, 'Add the value, or remove the key.');
    } else if (key.kind !== 'placeholder') {
      this.report(keyWithoutValue, placeOf(token), `an object holds "key": value pairs, got only ${named(token)}.`, `Write ${named(token)}: value; a list stands in [ ].`);
    }
    return true;
  }

  private lineOf({ offset }: Token): number {
    return this.lines.position(offset).line;
  }

  private onLine(token: Token): string {
    return `on line ${this.lineOf(token)}`;
  }
}

function codeOf({ text }: Token): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
