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

/** A prop that is a token, or that has one as a key, although it decides which resources there are. */
export interface UnknownProp {
  readonly prop: string;
  readonly isKey?: boolean;
}

/** Stands for the value of such a prop until the settings are complete. */
export class UnknownValue implements UnknownProp {
  constructor(readonly prop: string, readonly isKey = false) {}
}

/** Settings without such values, and the props of these. */
export function withoutUnknown<S extends object>(
  settings: S,
): { readonly settings: S; readonly unknown: UnknownProp[] } {
  const unknown: UnknownProp[] = [];
  return { settings: knownIn(settings, unknown) as S, unknown };
}

function knownIn(value: unknown, unknown: UnknownProp[]): unknown {
  if (value instanceof UnknownValue) {
    unknown.push({ prop: value.prop, ...value.isKey && { isKey: true } });
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => knownIn(item, unknown)).filter((item) => item !== undefined);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, knownIn(item, unknown)]));
}
