import { table } from '../../finding/table';
import { Token } from './tokens';

const COUNTERPART = table<string>({ '{': '}', '[': ']' });

/** The bracket that closes `opening`. */
export function closing(opening: string): string {
  return COUNTERPART[opening];
}

/** What a closing bracket means that does not fit the innermost open one. */
export interface Mismatch {
  /** Whether the bracket closes nothing; otherwise the innermost open one is not closed. */
  readonly extra: boolean;
  /** Whether everything behind it fits once that is put right. */
  readonly certain: boolean;
}

/**
 * Tries both edits: leaving the bracket out, and closing the innermost. When neither helps, the next bracket decides.
 */
export function explainMismatch({ text }: Token, open: readonly string[], rest: readonly Token[]): Mismatch {
  if (balances(open, rest)) return { extra: true, certain: true };
  const outer = open.slice(0, -1);
  if (closing(outer.at(-1) ?? '') === text && balances(outer.slice(0, -1), rest)) {
    return { extra: false, certain: true };
  }
  return { extra: rest[0]?.text === closing(open.at(-1) ?? ''), certain: false };
}

/** Whether the brackets of `rest` close exactly those that are open, innermost last. */
export function balances(open: readonly string[], rest: readonly Token[]): boolean {
  const stack = [...open];
  for (const { kind, text } of rest) {
    if (kind === 'open') stack.push(text);
    else if (kind === 'close' && closing(stack.pop() ?? '') !== text) return false;
  }
  return stack.length === 0;
}
