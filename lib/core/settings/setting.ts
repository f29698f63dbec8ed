/** A value that is not known before deployment: a token in the prop of that name. */
export interface Unresolved {
  readonly unresolved: string;
}

/** A value, or the name of the prop that will hold it at deployment. */
export type Setting<T> = T | Unresolved;

export function isUnresolved<T>(setting: Setting<T>): setting is Unresolved {
  return typeof setting === 'object' && setting !== null && 'unresolved' in setting;
}

/** `30 s`; `${idleTimeout}` for a token. */
export function showSetting(setting: Setting<string | number | boolean>, unit = ''): string {
  return isUnresolved(setting) ? `\${${setting.unresolved}}` : `${setting}${unit}`;
}

/** The value when it is known, and nothing when it is a token. */
export function known<T>(setting: Setting<T> | undefined): T | undefined {
  return setting === undefined || isUnresolved(setting) ? undefined : setting;
}
