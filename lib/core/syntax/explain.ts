import { ParseError } from 'jsonc-parser';
import { Report } from '../finding/rule';
import { invalidJson } from './rules/invalid-json';

/** Turns the parser's first error into a sentence. The errors after it are mostly its echoes. */
export function explainErrors(text: string, errors: readonly ParseError[], report: Report): void {
  const [first] = errors;
  const offset = Math.min(first?.offset ?? 0, text.length);
  report(invalidJson, { path: '', offset, length: Math.max(1, first?.length ?? 1) }, 'this is not JSON.', 'Correct the text here.');
}
