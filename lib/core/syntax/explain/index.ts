import { Report } from '../../finding/rule';
import { LineIndex } from '../line-index';
import { emptyDocument, invalidJson } from '../rules';
import { Diagnosis } from './diagnosis';
import { Faults } from './faults';
import { reportConflicts, reportYaml } from './foreign';
import { named, placeOf } from './literals';
import { Token, tokenize } from './tokens';

/** Says why a text is not JSON: every fault that does not merely follow from another. */
export function explainErrors(text: string, parserOffset: number, report: Report): void {
  if (reportConflicts(text, report) || reportYaml(text, report)) return;
  const tokens = tokenize(text);
  if (tokens.every(({ kind }) => kind === 'comment')) {
    reportEmpty(tokens, report);
    return;
  }
  const faults = new Faults(new LineIndex(text));
  new Diagnosis(tokens, faults).run();
  for (const { rule, place, message, hint } of faults.problems) report(rule, place, message, hint);
  if (faults.problems.length > 0) return;
  const token =
    tokens.find(({ offset, text: found }) => offset + found.length > parserOffset) ?? tokens[tokens.length - 1];
  report(invalidJson, placeOf(token), `${named(token)} is not expected here.`, 'Remove or correct it.');
}

function reportEmpty([comment]: readonly Token[], report: Report): void {
  const place = comment ? placeOf(comment) : { path: '', offset: 0, length: 1 };
  const message = comment ? 'the whole file is inside a comment: there is no JSON value.' : 'the file is empty.';
  const hint = comment
    ? 'Remove the comment marks.'
    : 'Write { "AWSEBDockerrunVersion": 2, "containerDefinitions": [ … ] }.';
  report(emptyDocument, place, message, hint);
}
