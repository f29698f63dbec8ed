import { Report, Rule } from '../finding/rule';
import { LineIndex } from '../syntax/line-index';
import { EnvironmentFacts } from './environment-facts';
import { Overridden } from './merge';
import { OptionContext, OptionRule } from './rules/option-rule';
import { overriddenOption } from './rules/read';
import { OptionSetting, OptionSource, withOption } from './setting';

/** Where problems of one source go. */
export type ReportTo = (source: OptionSource) => Report;

/** What settings are checked with. */
export interface SettingCheck {
  readonly rules: readonly OptionRule[];
  readonly environment: EnvironmentFacts;
  readonly reportTo: ReportTo;
}

/** Runs the rules over the settings that take effect. */
export function checkSettings(
  settings: readonly OptionSetting[], { rules, environment, reportTo }: SettingCheck,
): void {
  for (const setting of settings) {
    const reportAs =
      (rule: Rule): OptionContext['report'] =>
        (place, message, hint) =>
          reportTo(setting.source)(rule, place, withOption(message, place, setting), hint);
    for (const rule of rules) rule.check(setting, { environment, report: reportAs(rule) });
  }
}

/**
 * Says of each setting without effect what takes its place. A source may repeat an option for each resource that it
 * concerns.
 */
export function reportOverridden(overridden: readonly Overridden[], reportTo: ReportTo): void {
  const lineOf = lineFinder();
  for (const { loser, winner } of overridden) {
    const isSame = loser.value === winner.value;
    if (isSame && loser.source === winner.source && loser.resourceName !== winner.resourceName) continue;
    const message =
      `has no effect: ${whereIs(winner, lineOf)} sets the option `
      + `${isSame ? 'to the same value' : 'to another value'}.`;
    reportTo(loser.source)(
      overriddenOption, loser.place, withOption(message, loser.place, loser), 'Remove one of the two.',
    );
  }
}

function whereIs(setting: OptionSetting, lineOf: (setting: OptionSetting) => number): string {
  const { name, text } = setting.source;
  return text === '' ? name : `line ${lineOf(setting)} of ${name}`;
}

/** Finds the lines of settings, and counts those of each source once. */
function lineFinder(): (setting: OptionSetting) => number {
  const indexes = new Map<OptionSource, LineIndex>();
  return ({ source, place }) => {
    const index = indexes.get(source) ?? new LineIndex(source.text);
    indexes.set(source, index);
    return index.position(place.offset).line;
  };
}
