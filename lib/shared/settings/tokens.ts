import { Token } from 'aws-cdk-lib/core';
import { isUnresolved, Setting, UnknownValue } from '../../core/settings/setting';

/** A value as the plan may know it: itself, or the name of its prop if it is a token. */
export function settingOf<T>(prop: string, value: T): Setting<T> {
  return Token.isUnresolved(value) ? { unresolved: prop } : value;
}

/** The value behind a setting: itself, or the token in the prop that it names. */
export function resolveSetting<T>(setting: Setting<T>, tokens: Readonly<Record<string, T | undefined>>): T {
  if (!isUnresolved(setting)) return setting;
  const token = tokens[setting.unresolved];
  if (token === undefined) throw new Error(`the plan refers to the unknown prop ${setting.unresolved}`);
  return token;
}

/** A value that decides which resources there are; a rule refuses what only the deployment knows. */
export function plain<T>(prop: string, value: T): T | UnknownValue {
  return Token.isUnresolved(value) ? new UnknownValue(prop) : value;
}
