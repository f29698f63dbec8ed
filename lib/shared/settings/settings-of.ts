import { Duration, Size, SizeRoundingBehavior, Token } from 'aws-cdk-lib/core';
import { Fields, Given, Row } from '../../core/settings/fields/field';
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
  if (row.kind === 'own') return undefined;
  switch (row.kind) {
    case 'presence': return true;
    case 'amount': return itemsOf(value, prop).length;
    case 'names': return Object.keys(value as object);
    case 'record':
      return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [
        plain(`each key of ${prop}`, key), settingIn(row.item!, item, `${prop}.${key}`),
      ]));
    case 'list': return itemsOf(value, prop).map((item, index) => settingIn(row.item!, item, `${prop}[${index}]`));
    case 'group': return settingsOf(row.fields!, value as object, prop);
    default: return row.isLate ? settingOf(prop, figureOf(row, value)) : plain(prop, figureOf(row, value));
  }
}

/** An object whose class tells by the name of its prop what settings have of it. */
interface Described {
  _settings(prop: string): unknown;
}

function isDescribed(value: unknown): value is { readonly _settings: unknown } {
  return typeof value === 'object' && value !== null && '_settings' in value;
}

/** How many items there are has to be known. */
function itemsOf(value: unknown, prop: string): readonly unknown[] {
  if (Token.isUnresolved(value)) plain(prop, value);
  return Array.isArray(value) ? value : [];
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
