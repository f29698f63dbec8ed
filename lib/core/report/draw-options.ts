import { Outcome } from '../translation/outcome';
import { Palette, PLAIN } from './palette';

/** What became of an option setting. */
export interface OptionEntry {
  readonly namespace: string;
  readonly option: string;
  /** What it is about, such as a scheduled action; empty for the environment itself. */
  readonly resource: string;
  readonly value: string;
  readonly file: string;
  /** The prop that says the same, or `optionSettings` when it stays an option; empty when there is none. */
  readonly prop: string;
  /** The rule that says why there is none; empty when there is one. */
  readonly rule: string;
}

export function optionEntries(outcomes: readonly Outcome[]): OptionEntry[] {
  return outcomes.map(({ setting: { namespace, optionName, resourceName = '', value, source }, becomes }) => ({
    namespace,
    option: optionName,
    resource: resourceName,
    value,
    file: source.name,
    prop: becomes === 'option' ? 'optionSettings' : 'prop' in becomes ? becomes.prop : '',
    rule: becomes !== 'option' && 'rule' in becomes ? `${becomes.rule.code} ${becomes.rule.name}` : '',
  }));
}

/** The options with what each of them became, as a person reads them. Ends with a newline. */
export function drawOptions(entries: readonly OptionEntry[], palette: Palette = PLAIN): string {
  return [
    palette.bold('Option settings'), ...entries.map((entry) => drawEntry(entry, palette)), '',
  ].join('\n');
}

function drawEntry({ namespace, option, resource, value, file, prop, rule }: OptionEntry, palette: Palette): string {
  const about = resource === '' ? '' : ` of ${resource}`;
  const end = prop === '' ? `nowhere: ${rule}` : prop;
  return `  ${namespace} ${option}${about} = ${value} → ${end} ${palette.dim(`[${file}]`)}`;
}
