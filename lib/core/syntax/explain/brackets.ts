import { Token } from './tokens';

const COUNTERPART: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The bracket that closes `opening`. */
export function closing(opening: string): string {
  return COUNTERPART[opening];
}

/**
 * Whether a closing bracket that does not fit the innermost of `open` is one too many. It is if leaving it out makes the
 * rest fit; it is not if closing the innermost does. When neither helps, the bracket right behind it decides.
 */
export function isExtra({ text }: Token, open: readonly string[], rest: readonly Token[]): boolean {
  if (balances(open, rest)) return true;
  const outer = open.slice(0, -1);
  if (closing(outer.at(-1) ?? '') === text && balances(outer.slice(0, -1), rest)) return false;
  return rest[0]?.text === closing(open.at(-1)!);
}

/** Whether the brackets of `rest` close exactly those that are open, innermost last. */
function balances(open: readonly string[], rest: readonly Token[]): boolean {
  const stack = [...open];
  for (const { kind, text } of rest) {
    if (kind === 'open') stack.push(text);
    else if (kind === 'close' && closing(stack.pop() ?? '') !== text) return false;
  }
  return stack.length === 0;
}
