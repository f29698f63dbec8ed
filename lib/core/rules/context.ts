import { Report, Rule } from '../finding/rule';
import { Document } from '../spec/model';
import { CheckContext } from './spec-rule';

/** What a rule works with: the places of the document, and reports in its own name. */
export function contextFor(rule: Rule, { sources }: Document, report: Report): CheckContext {
  return {
    at: (owner, ...keys) => sources.place(owner, ...keys),
    sources,
    report: (place, message, hint) => report(rule, place, message, hint),
  };
}
