import { Report } from '../finding/rule';
import { Document } from '../spec/model';
import { contextFor } from './context';
import { SPEC_RULES } from './registry';

/** Runs every rule over a decoded file. */
export function checkSpec(document: Document, report: Report): void {
  for (const rule of SPEC_RULES) rule.check(document.spec, contextFor(rule, document, report));
}
