import { balances, closing, explainMismatch } from './brackets';
import { Faults } from './faults';
import { checkLiteral, isStray, isUnterminated } from './literals';
import { Token } from './tokens';

/** More faults than this at once help nobody, and the limit keeps the time linear. */
const MAX_FAULTS = 20;

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
  private readonly frames: Frame[] = [];
  private previous!: Token;
  private end: Token | undefined;

  constructor(private readonly tokens: readonly Token[], private readonly faults: Faults) {}

  run(): void {
    const isRead = this.tokens.every(
      (token, index) => this.step(token, index) && this.faults.problems.length <= MAX_FAULTS,
    );
    const open = this.frames.filter(({ implied }) => !implied).map(({ opening }) => opening);
    if (isRead && open.length > 0) this.faults.neverClosed(open);
    this.faults.endBehind(MAX_FAULTS);
  }

  /** Returns false when going on would only produce echoes; so do all the others that return a boolean. */
  private step(token: Token, index: number): boolean {
    switch (token.kind) {
      case 'comment': return this.comment(token);
      case 'directive': this.faults.directive(token); return true;
      case 'invisible': this.faults.invisible(token); return true;
      default: break;
    }
    const goesOn = this.take(token, index);
    this.previous = token;
    return goesOn;
  }

  private comment(token: Token): boolean {
    const isOpen = token.text.startsWith('/*') && !token.text.endsWith('*/');
    if (isOpen) this.faults.openComment(token);
    else this.faults.comment(token);
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
    if (token.kind === 'open') {
      this.frames.push({ opening: token, state: 'start' });
      return true;
    }
    this.faults.missingOpening(token);
    if (token.kind !== 'string' || this.tokens[index + 1]?.kind !== 'colon') return false;
    const frame: Frame = { opening: { kind: 'open', text: '{', offset: token.offset }, implied: true, state: 'start' };
    this.frames.push(frame);
    return this.content(token, frame, index);
  }

  /**
   * Something follows the bracket that closed the document: either that one came too early, or what follows is too
   * much.
   */
  private afterEnd(token: Token, end: Token, index: number): boolean {
    if (token.kind === 'close') this.faults.extraBracket(token);
    else if (balances(['{'], this.tokens.slice(index))) this.faults.earlyEnd(end, token);
    else this.faults.textAfterEnd(end, token);
    return false;
  }

  private close(token: Token, frame: Frame, index: number): boolean {
    if (closing(frame.opening.text) !== token.text) return this.mismatch(token, frame, index);
    if (frame.state === 'next') this.faults.trailingComma(this.previous, token);
    this.unfinished(frame);
    this.frames.pop();
    if (this.frames.length === 0) this.end = token;
    return true;
  }

  /** Either this bracket is one too many or the innermost open one is not closed. */
  private mismatch(token: Token, frame: Frame, index: number): boolean {
    const rest = this.tokens.slice(index + 1);
    const { extra, certain } = explainMismatch(token, this.openings(), rest);
    if (extra) {
      if (token.text === ']') this.faults.leftoverBracket(token);
      else this.faults.extraBracket(token);
      return certain || rest[0]?.kind === 'close';
    }
    this.faults.unclosed(frame.opening, token);
    this.frames.pop();
    return certain && this.take(token, index);
  }

  private comma(token: Token, frame: Frame): boolean {
    const isDue = frame.state === 'after' || this.unfinished(frame);
    if (!isDue && frame.state === 'next') this.faults.secondComma(token);
    else if (!isDue) this.faults.leadingComma(token);
    frame.state = 'next';
    return true;
  }

  private colon(token: Token, frame: Frame): boolean {
    if (frame.state === 'colon') {
      frame.state = 'value';
      return true;
    }
    if (frame.opening.text === '[') this.faults.pairInList(token);
    else this.faults.extraColon(token);
    return false;
  }

  private content(token: Token, frame: Frame, index: number): boolean {
    if (frame.state === 'after' || frame.state === 'colon') {
      if (this.isSwallowed(token)) return false;
      if (frame.state === 'after') this.missingComma(token, frame);
      else this.missingColon(token, frame, index);
    }
    if (frame.opening.text === '{' && frame.state !== 'value') return this.key(token, frame, index);
    frame.state = 'after';
    if (token.kind === 'open') {
      this.frames.push({ opening: token, state: 'start' });
      return true;
    }
    checkLiteral(token, 'value', this.faults.report);
    return (
      !isUnterminated(token)
      && (!isStray(token) || ['comma', 'close', 'comment'].includes(this.tokens[index + 1]?.kind))
    );
  }

  /** `"name: "web"`: the string before this token ended at the quote that should have started the next. */
  private isSwallowed(token: Token): boolean {
    const { kind, text, offset } = this.previous;
    if (kind !== 'string' || !/[:,[{]\s*"$/.test(text) || offset + text.length !== token.offset) return false;
    this.faults.swallowed(this.previous);
    return true;
  }

  private missingComma(token: Token, frame: Frame): void {
    this.faults.missingComma(this.previous, token);
    frame.state = 'next';
  }

  /** `"a" "b"`: either a colon is missing between them, or the first string is no pair at all. */
  private missingColon(token: Token, frame: Frame, index: number): void {
    const isPair = this.tokens[index + 1]?.kind !== 'colon' && frame.key?.kind !== 'placeholder';
    if (isPair) this.faults.missingColon(this.previous, token);
    else this.unfinished(frame);
    frame.state = isPair ? 'value' : 'next';
  }

  private key(token: Token, frame: Frame, index: number): boolean {
    if (token.kind === 'open') return this.bracketAsKey(token, frame, index);
    checkLiteral(token, 'key', this.faults.report);
    frame.state = 'colon';
    frame.key = token;
    return !isUnterminated(token);
  }

  /** An object behind the comma inside an object of a list: the first of the two is not closed. */
  private bracketAsKey(token: Token, frame: Frame, index: number): boolean {
    const list = this.frames.at(-2);
    if (token.text !== '{' || list?.opening.text !== '[' || frame.state !== 'next') {
      this.faults.missingKey(token);
      return false;
    }
    this.faults.unclosed(frame.opening, token);
    this.frames.pop();
    list.state = 'next';
    return balances(this.openings(), this.tokens.slice(index)) && this.content(token, list, index);
  }

  /** Reports a key whose value is missing, unless a placeholder stands for the pair. Returns whether one was due. */
  private unfinished({ state, key }: Frame): boolean {
    if (!key || (state !== 'colon' && state !== 'value')) return false;
    if (state === 'value') this.faults.missingValue(key);
    else if (key.kind !== 'placeholder') this.faults.loneKey(key);
    return true;
  }

  private openings(): string[] {
    return this.frames.map(({ opening }) => opening.text);
  }
}
