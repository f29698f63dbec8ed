import { Report, Rule } from '../finding/rule';
import { Document } from '../spec/model';
import { CheckContext } from './spec-rule';

/** What rules read of a file. */
export type CheckedDocument = Pick<Document, 'spec' | 'sources'>;

/** What a rule works with: the places of the document, and reports in its own name. */
export function contextFor(rule: Rule, { sources }: CheckedDocument, report: Report): CheckContext {
  return {
    at: (owner, ...keys) => sources.place(owner, ...keys),
    sources,
    report: (place, message, hint) => report(rule, place, message, hint),
  };
}
