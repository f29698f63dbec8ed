import { Problem, Report } from '../../finding/rule';
import { emptyDocument } from '../rules/empty-document';
import { invalidJson } from '../rules/invalid-json';
import { Diagnosis } from './diagnosis';
import { tokenize } from './tokens';

/** More than this many faults at once help nobody. */
const MAX_REPORTED = 20;

/** Says why a text is not JSON: every fault that does not merely follow from another. */
export function explainErrors(text: string, parserOffset: number, report: Report): void {
  const tokens = tokenize(text);
  if (tokens.every(({ kind }) => kind === 'comment')) {
    const message = tokens.length === 0 ? 'the file is empty.' : 'the whole file is inside a comment, so there is no JSON value.';
    report(emptyDocument, { path: '', offset: tokens[0]?.offset ?? 0, length: 1 }, message, 'Write { "AWSEBDockerrunVersion": 2, "containerDefinitions": [ … ] }.');
    return;
  }
  const problems: Problem[] = [];
  new Diagnosis(tokens, (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); }).run();
  for (const { rule, place, message, hint } of problems.slice(0, MAX_REPORTED)) report(rule, place, message, hint);
  if (problems.length > 0) return;
  const offset = Math.min(parserOffset, Math.max(0, text.length - 1));
  report(invalidJson, { path: '', offset, length: 1 }, 'this is not JSON.', 'Correct the text here.');
}
