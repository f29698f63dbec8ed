import { entryOf } from '../finding/table';
import { Fields, Row } from '../settings/fields/field';
import { isUnresolved, Setting } from '../settings/setting';
import { call, construct, Expression, listOf, Prop, struct, valueOf } from './expression';

/**
 * What stands for props that settings know no more of than that they are there, by their paths:
 * `listeners[0].certificates`.
 */
export type Objects = ReadonlyMap<string, Expression>;

/** What a person would write of the settings of a table: what differs from the default, in the order of the table. */
export function propsFrom(fields: Fields, settings: object, objects: Objects, path = ''): Prop[] {
  return writtenProps(fields, settings, objects, { path, omit: isDefault });
}

function isDefault({ row, fallback, value }: Parameters<Place['omit']>[0]): boolean {
  return row.kind !== 'own' && fallback !== undefined && value === fallback;
}

/** The same, with what is the default anyway, where nothing else would be left to read. */
function itemProps(fields: Fields, settings: object, objects: Objects, path: string): Prop[] {
  const props = propsFrom(fields, settings, objects, path);
  return props.length > 0 ? props : writtenProps(fields, settings, objects, { path, omit: () => false });
}

interface Place {
  readonly path: string;
  readonly omit: (entry: { readonly row: Row; readonly fallback: unknown; readonly value: unknown }) => boolean;
}

function writtenProps(fields: Fields, settings: object, objects: Objects, { path, omit }: Place): Prop[] {
  return Object.entries(fields).flatMap(([key, { row, fallback }]): Prop[] => {
    const name = row.name ?? key;
    const at = path === '' ? name : `${path}.${name}`;
    const own = objects.get(at);
    if (own) return [{ name, value: own }];
    const value: unknown = entryOf(settings as Readonly<Record<string, unknown>>, key);
    if (value === undefined || omit({ row, fallback, value })) return [];
    const written = expressionOf(row, value, at, objects);
    return written ? [{ name, value: written }] : [];
  });
}

/** A value of a row in an app; nothing for what settings do not tell, or has no default to differ from. */
export function expressionOf(row: Row, value: unknown, at: string, objects: Objects): Expression | undefined {
  if (isUnresolved(value as Setting<unknown>)) return undefined;
  switch (row.kind) {
    case 'presence': case 'amount': case 'names': case 'own': return undefined;
    case 'seconds': return durationOf(value as number, 'seconds');
    case 'minutes': return durationOf(60 * (value as number), 'minutes');
    case 'GiB': return call('cdk.Size', 'gibibytes', [valueOf(value as number)]);
    case 'group': return groupOf(row, propsFrom(row.fields!, value as object, objects, at));
    case 'list': return listOf((value as readonly unknown[]).flatMap((item, index) =>
      itemOf(row.item!, item, `${at}[${index}]`, objects) ?? []));
    case 'record': return recordOf(row.item!, value as Readonly<Record<string, unknown>>, at, objects);
    default: return typed(row, value as string | number | boolean);
  }
}

function itemOf(row: Row, value: unknown, at: string, objects: Objects): Expression | undefined {
  return row.kind === 'group'
    ? struct(row.type!, itemProps(row.fields!, value as object, objects, at))
    : expressionOf(row, value, at, objects);
}

function groupOf({ type }: Row, props: readonly Prop[]): Expression | undefined {
  return props.length > 0 ? struct(type!, props) : undefined;
}

function recordOf(
  row: Row, values: Readonly<Record<string, unknown>>, at: string, objects: Objects,
): Expression | undefined {
  const entries = Object.entries(values).flatMap(([key, value]): [string, Expression][] => {
    const written = expressionOf(row, value, `${at}.${key}`, objects);
    return written ? [[key, written]] : [];
  });
  return entries.length > 0 ? { kind: 'record', entries } : undefined;
}

/** Each unit with its seconds. A minute is as well said in seconds. */
const UNITS = [['days', 86_400, 86_400], ['hours', 3600, 3600], ['minutes', 60, 120]] as const;

/** In the largest unit that it is a whole number of. */
function durationOf(seconds: number, least: 'seconds' | 'minutes'): Expression {
  const [unit, size] = UNITS.find(([, one, from]) => seconds >= from && seconds % one === 0)
    ?? (least === 'minutes' && seconds === 60 ? UNITS[2] : ['seconds', 1]);
  return call('cdk.Duration', unit, [valueOf(seconds / size)]);
}

/** A member of its enum, an object of its class, or the plain value. */
function typed({ kind, type, members }: Row, value: string | number | boolean): Expression {
  if (type === undefined) return valueOf(value);
  const member = memberOf(String(value), members);
  if (member !== undefined && (kind === 'choice' || members)) return { kind: 'member', of: type, name: member };
  return members ? { kind: 'cast', value: String(value), to: type } : construct(type, [valueOf(value)]);
}

/** `CPUUtilization` is `CPU_UTILIZATION`, as the CDK names members. */
function memberOf(value: string, members: Readonly<Record<string, string>> | undefined): string | undefined {
  const known = members && entryOf(members, value);
  if (known !== undefined || /^\d/.test(value)) return known;
  const name = value.replace(
    /([a-z\d])([A-Z])|([A-Z]+)(?=[A-Z][a-z])/g,
    (_, end: string, start: string, acronym: string) => (acronym ? `${acronym}_` : `${end}_${start}`),
  );
  return /^\w+$/.test(name) ? name.toUpperCase() : undefined;
}
