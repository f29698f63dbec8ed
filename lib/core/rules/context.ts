import { Place, Report, Rule } from '../finding/rule';
import { Document } from '../spec/model';
import { Places } from './spec-rule';

/** What rules read of a file. */
export type CheckedDocument = Pick<Document, 'spec' | 'sources'>;

interface Context extends Places {
  readonly report: (place: Place, message: string, hint: string, props?: readonly string[]) => void;
}

/** What a rule works with: the places of the document, and reports in its own name. */
export function contextFor(rule: Rule, { sources }: CheckedDocument, report: Report): Context {
  return {
    at: (owner, ...keys) => sources.place(owner, ...keys),
    sources,
    report: (place, message, hint, props) => report(rule, place, message, hint, props),
  };
}
