import { Report } from '../finding/rule';
import { Document } from '../spec/model';
import { SPEC_RULES } from './registry';

/** Runs every rule over a decoded file. */
export function checkSpec({ spec, sources }: Document, report: Report): void {
  for (const rule of SPEC_RULES) {
    rule.check(spec, {
      at: (owner, ...keys) => sources.place(owner, ...keys),
      sources,
      report: (place, message, hint) => report(rule, place, message, hint),
    });
  }
}
