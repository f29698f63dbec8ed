import { Duration, Token } from 'aws-cdk-lib/core';
import { isUnresolved, Setting } from '../../core/settings/settings';

/** A value as the plan may know it: itself, or the name of its prop if it is a token. */
export function settingOf<T>(prop: string, value: T): Setting<T> {
  return Token.isUnresolved(value) ? { unresolved: prop } : value;
}

/** The same for each value of a list, of which only the length has to be known. */
export function settingsOfList<T>(prop: string, values: readonly T[]): Setting<T>[] {
  if (Token.isUnresolved(values)) plain(prop, values);
  return values.map((value, index) => settingOf(`${prop}[${index}]`, value));
}

/** The value behind a setting: itself, or the token in the prop that it names. */
export function resolveSetting<T>(setting: Setting<T>, tokens: Readonly<Record<string, T | undefined>>): T {
  if (!isUnresolved(setting)) return setting;
  const token = tokens[setting.unresolved];
  if (token === undefined) throw new Error(`the plan refers to the unknown prop ${setting.unresolved}`);
  return token;
}

/**
 * A duration that decides which resources there are. Parts of a second are kept, so that the rules can refuse them by
 * the name of their prop.
 */
export function plainSeconds(prop: string, duration: Duration | undefined): number | undefined {
  return duration && plain(prop, duration.toSeconds({ integral: false }));
}

/** A value that decides which resources there are, so that it cannot wait for the deployment. */
export function plain<T>(prop: string, value: T): T {
  const isToken = Token.isUnresolved(value) || (Array.isArray(value) && value.some((item) => Token.isUnresolved(item)));
  if (isToken) {
    throw new Error(`\`${prop}\` must be known when the app is synthesized, got a token; give the value itself`);
  }
  return value;
}
