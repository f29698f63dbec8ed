import { Setting } from '../../core/settings/setting';
import { plain, settingOf } from './tokens';

/** A record of values that may be tokens; its keys decide what there is. */
export function settingsOfRecord(
  prop: string, values: { readonly [key: string]: string } = {},
): Record<string, Setting<string>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      plain(`each key of ${prop}`, key), settingOf(`${prop}.${key}`, value),
    ]),
  );
}
