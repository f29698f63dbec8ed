import { Setting } from '../../core/settings/setting';
import { settingOf } from './tokens';

export function settingsOfRecord(prop: string, values: { readonly [key: string]: string } = {}): Record<string, Setting<string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, settingOf(`${prop}.${key}`, value)]));
}
