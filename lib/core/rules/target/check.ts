import { Report } from '../../finding/rule';
import { EcsSettings } from '../../settings/settings';
import { CheckedDocument, contextFor } from '../context';
import { TargetRule } from './target-rule';
import { TARGET_RULES } from './index';

/** Runs the rules about the target over a file that is free of errors. */
export function checkTarget(document: CheckedDocument, concerns: readonly TargetRule['concerns'][], settings: EcsSettings, report: Report): void {
  for (const rule of TARGET_RULES.filter((candidate) => concerns.includes(candidate.concerns))) {
    rule.check(document.spec, settings, contextFor(rule, document, report));
  }
}
