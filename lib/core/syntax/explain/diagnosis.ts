import { Report } from '../../finding/rule';
import { comment } from '../rules/comment';
import { extraComma } from '../rules/extra-comma';
import { invalidJson } from '../rules/invalid-json';
import { keyWithoutValue } from '../rules/key-without-value';
import { missingComma } from '../rules/missing-comma';
import { missingOpening } from '../rules/missing-opening';
import { trailingComma } from '../rules/trailing-comma';
import { unbalancedBracket } from '../rules/unbalanced-bracket';
import { closing, isExtra } from './brackets';
import { checkKey, checkValue, placeOf } from './literals';
import { Token } from './tokens';

/** What may stand next. `start` is the place behind an opening bracket, `next` the one behind a comma. */
type State = 'start' | 'next' | 'colon' | 'value' | 'after';

interface Frame {
  readonly opening: Token;
  state: State;
}

/** Walks over the tokens like a reader that forgives, and reports each thing it had to forgive. */
export class Diagnosis {
  private readonly frames: Frame[] = [];
  private previous: Token | undefined;
  private done = false;

  constructor(private readonly tokens: readonly Token[], private readonly report: Report) {}

  run(): void {
    for (const [index, token] of this.tokens.entries()) {
      if (token.kind === 'comment') {
        this.report(comment, placeOf(token), 'comments are not JSON.', 'Remove it.');
        continue;
      }
      if (!this.take(token, index)) return;
      this.previous = token;
    }
    const open = this.frames.at(-1)?.opening;
    if (open) this.report(unbalancedBracket, placeOf(open), `the ${open.text} that opens here is never closed.`, `Add the missing ${closing(open.text)}.`);
  }

  /** Returns false when going on would only produce echoes. */
  private take(token: Token, index: number): boolean {
    const frame = this.frames.at(-1);
    if (!frame) return this.takeOutside(token);
    switch (token.kind) {
      case 'close': return this.close(token, frame, index);
      case 'comma': return this.comma(token, frame);
      case 'colon': return this.colon(token, frame);
      default: return this.content(token, frame, index);
    }
  }

  private takeOutside(token: Token): boolean {
    if (this.done) {
      const closes = token.kind === 'close';
      this.report(closes ? unbalancedBracket : invalidJson, placeOf(token), closes ? `the ${token.text} closes nothing.` : 'the document has ended, but more text follows.', 'Remove it.');
      return false;
    }
    if (token.kind !== 'open') {
      this.report(missingOpening, placeOf(token), `the document must start with {, got ${token.text}.`, 'Add { at the start.');
      return false;
    }
    this.frames.push({ opening: token, state: 'start' });
    return true;
  }

  private close(token: Token, frame: Frame, index: number): boolean {
    if (closing(frame.opening.text) !== token.text) return this.mismatch(token, frame, index);
    if (frame.state === 'next') this.report(trailingComma, placeOf(this.previous!), `a comma stands before "${token.text}".`, 'Remove the comma; JSON allows none there.');
    if (frame.state === 'colon' || frame.state === 'value') this.lonely(this.previous!, frame);
    this.frames.pop();
    this.finishValue();
    return true;
  }

  /** Either this bracket is one too many or another is missing. */
  private mismatch(token: Token, frame: Frame, index: number): boolean {
    const rest = this.tokens.slice(index + 1);
    const open = this.frames.map(({ opening }) => opening.text);
    if (isExtra(token, open, rest)) {
      this.report(unbalancedBracket, placeOf(token), `the ${token.text} closes nothing${token.text === ']' ? '; a list may have been removed' : ''}.`, 'Remove it.');
      return rest[0]?.kind === 'close';
    }
    const { opening } = frame;
    this.report(unbalancedBracket, placeOf(opening), `the ${opening.text} that opens here is not closed before a ${token.text} follows.`, `Add the missing ${closing(opening.text)}.`);
    return false;
  }

  private comma(token: Token, frame: Frame): boolean {
    if (frame.state === 'colon' || frame.state === 'value') this.lonely(this.previous!, frame);
    else if (frame.state !== 'after') this.report(extraComma, placeOf(token), frame.state === 'next' ? 'two commas stand in a row.' : 'a comma stands before the first value.', 'Remove one comma.');
    frame.state = 'next';
    return true;
  }

  private colon(token: Token, frame: Frame): boolean {
    if (frame.state === 'colon') {
      frame.state = 'value';
      return true;
    }
    const inList = frame.opening.text === '[';
    this.report(invalidJson, placeOf(token), inList ? 'a list holds values, not "key": value pairs.' : 'a colon stands where none is expected.', inList ? 'Put the pair in braces: { "key": value }.' : 'Remove it.');
    return false;
  }

  private content(token: Token, frame: Frame, index: number): boolean {
    if (frame.state === 'after') {
      this.report(missingComma, placeOf(token), `a comma is missing before ${token.text}.`, `Add a comma behind ${this.previous!.text}.`);
      frame.state = 'next';
    }
    if (frame.state === 'colon') this.missingColon(token, frame, index);
    if (frame.opening.text === '{' && frame.state !== 'value') return this.key(token, frame);
    if (token.kind === 'open') {
      this.frames.push({ opening: token, state: 'start' });
      return true;
    }
    checkValue(token, this.report);
    frame.state = 'after';
    return token.kind !== 'unterminated';
  }

  /** `"a" "b"`: either a colon is missing between them, or the first string is no pair at all. */
  private missingColon(token: Token, frame: Frame, index: number): void {
    if (this.tokens[index + 1]?.kind === 'colon') {
      this.lonely(this.previous!, frame);
      frame.state = 'next';
      return;
    }
    this.report(keyWithoutValue, placeOf(token), `a colon is missing before ${token.text}.`, `Write ${this.previous!.text}: ${token.text}.`);
    frame.state = 'value';
  }

  private key(token: Token, frame: Frame): boolean {
    if (token.kind === 'open') {
      this.report(invalidJson, placeOf(token), `an object holds "key": value pairs, got ${token.text}.`, `Give it a key: "key": ${token.text}.`);
      return false;
    }
    checkKey(token, this.report);
    frame.state = 'colon';
    return token.kind !== 'unterminated';
  }

  private lonely(token: Token, frame: Frame): void {
    const what = frame.state === 'value' ? 'the key has no value' : `"key": value is expected, got only ${token.text}`;
    this.report(keyWithoutValue, placeOf(token), `${what}.`, frame.state === 'value' ? 'Add the value, or remove the key.' : `Write ${token.text}: value, or remove it.`);
  }

  private finishValue(): void {
    const frame = this.frames.at(-1);
    if (frame) frame.state = 'after';
    else this.done = true;
  }
}
