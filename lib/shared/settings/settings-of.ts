import { Duration, Size, SizeRoundingBehavior, Token } from 'aws-cdk-lib/core';
import { Fields, Given, Row } from '../../core/settings/fields/field';
import { UnknownValue } from '../../core/settings/setting';
import { plain, settingOf } from './tokens';

/** The settings of a table of props: plain values, and the names of those that are tokens. */
export function settingsOf<F extends Fields>(
  fields: F, props: object, path = '',
): Given<F> {
  const values = props as Readonly<Record<string, unknown>>;
  const entries = Object.entries(fields).flatMap(([key, { row }]) => {
    const { name = key } = row;
    const value = settingIn(row, values[name], path === '' ? name : `${path}.${name}`);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries) as Given<F>;
}

function settingIn(row: Row, value: unknown, prop: string): unknown {
  if (value === undefined) return undefined;
  if (isDescribed(value)) {
    const { _settings: own } = value;
    const described: unknown = typeof own === 'function' ? (value as Described)._settings(prop) : own;
    return row.isLate ? settingOf(prop, described) : described;
  }
  switch (row.kind) {
    case 'own': return undefined;
    case 'presence': return true;
    case 'amount': return itemsOf(value, prop, (items) => items.length);
    case 'names': return keysOf(value as object, prop, Object.keys);
    case 'record': return keysOf(value as object, prop, (record) => recordOf(row.item!, record, prop));
    case 'list':
      return itemsOf(value, prop, (items) => items.map((item, at) => settingIn(row.item!, item, `${prop}[${at}]`)));
    case 'group': return settingsOf(row.fields!, value as object, prop);
    default: return row.isLate ? settingOf(prop, figureOf(row, value)) : plain(prop, figureOf(row, value));
  }
}

function recordOf(item: Row, record: object, prop: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, settingIn(item, value, `${prop}.${key}`)]),
  );
}

/** An object whose class tells by the name of its prop what settings have of it. */
interface Described {
  _settings(prop: string): unknown;
}

function isDescribed(value: unknown): value is { readonly _settings: unknown } {
  return typeof value === 'object' && value !== null && '_settings' in value;
}

/** How many items there are has to be known. */
function itemsOf<T>(value: unknown, prop: string, use: (items: readonly unknown[]) => T): T | UnknownValue {
  return Token.isUnresolved(value) ? new UnknownValue(prop) : use(Array.isArray(value) ? value : []);
}

function keysOf<T>(record: object, prop: string, use: (record: object) => T): T | UnknownValue {
  return Object.keys(record).some((key) => Token.isUnresolved(key)) ? new UnknownValue(prop, true) : use(record);
}

/** Parts of a unit are kept, so that the rules can refuse them by the name of their prop. */
function figureOf({ kind }: Row, value: unknown): unknown {
  switch (kind) {
    case 'seconds': return (value as Duration).toSeconds({ integral: false });
    case 'minutes': return (value as Duration).toMinutes({ integral: false });
    case 'GiB': return (value as Size).toGibibytes({ rounding: SizeRoundingBehavior.NONE });
    case 'text': return String(value);
    default: return value;
  }
}
