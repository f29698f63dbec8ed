import { keyOf, OptionSetting, OptionSource, SOURCE_KINDS } from './setting';

/** A setting that another one takes the effect of. */
export interface Overridden {
  readonly loser: OptionSetting;
  readonly winner: OptionSetting;
}

export interface Merged {
  /** One setting for each option that is set. */
  readonly effective: readonly OptionSetting[];
  readonly overridden: readonly Overridden[];
}

/** The sources with the weakest first: kinds from `extension` to `props`, files of one kind by name. */
export function byPrecedence(sources: readonly OptionSource[]): OptionSource[] {
  const strength = ({ kind }: OptionSource) => SOURCE_KINDS.length - SOURCE_KINDS.indexOf(kind);
  return [...sources].sort((a, b) => strength(a) - strength(b) || compare(a.name, b.name));
}

/** Of the settings of one option, the last one takes effect. Expects the weakest first. */
export function mergeSettings(settings: readonly OptionSetting[]): Merged {
  const winners = new Map<string, OptionSetting>();
  for (const setting of settings) winners.set(keyOf(setting), setting);
  const overridden = settings.flatMap((loser): Overridden[] => {
    const winner = winners.get(keyOf(loser));
    return winner && winner !== loser ? [{ loser, winner }] : [];
  });
  return { effective: settings.filter((setting) => winners.get(keyOf(setting)) === setting), overridden };
}

/** By code unit, as the names of files are ordered wherever the bundle is unpacked. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
