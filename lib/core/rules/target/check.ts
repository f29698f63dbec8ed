import { Report } from '../../finding/rule';
import { EcsSettings } from '../../settings/settings';
import { Document } from '../../spec/model';
import { TARGET_RULES } from './index';

/** Runs every rule about the target over a file that is free of errors. */
export function checkTarget({ spec, sources }: Document, settings: EcsSettings, report: Report): void {
  for (const rule of TARGET_RULES) {
    rule.check(spec, settings, {
      at: (owner, ...keys) => sources.place(owner, ...keys),
      sources,
      report: (place, message, hint) => report(rule, place, message, hint),
    });
  }
}
