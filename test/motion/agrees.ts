import { Effect } from '../../lib/core/diff/model';
import { Verdict } from './model/verdict';

/**
 * Whether the command `diff` says what the model says. What is removed on purpose, with its address or its data, is no
 * matter to the model, which knows traffic.
 */
export function agrees(said: Effect, { kind }: Verdict): boolean {
  return said === kind || (said === 'removed' && (kind === 'in place' || kind === 'rolls'));
}
