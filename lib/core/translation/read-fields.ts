import { Fields, Given, Row, RowOption } from '../settings/fields/field';
import { OptionValues } from './option-values';
import { Reads } from './reads';

/** Where the options of a table stand. */
export interface OptionPlace {
  readonly values: OptionValues;
  /** Those of a Classic Load Balancer, or those of today. */
  readonly of?: 'classic' | 'option';
  /** What stands for any name at the end of a namespace, looked up with each value: `:443`; none for listener 80. */
  readonly end?: () => string;
  /** The name of what each of them is about, such as a schedule. */
  readonly resource?: string;
}

/** For each prop whose row has an option, what reads it. */
export function readsOf<F extends Fields>(fields: F, place: OptionPlace): Reads<Given<F>> {
  const reads = Object.entries(fields).flatMap(([key, { row }]): [string, () => unknown][] => {
    const { fields: inner, option, classic } = row;
    if (inner) return [[key, () => place.values.object(readsOf(inner, place))]];
    const options = (place.of ? [row[place.of]] : [option, classic]).filter((one) => one !== undefined);
    return options.length > 0 ? [[key, () => firstOf(options, (one) => valueOf(row, one, place))]] : [];
  });
  return Object.fromEntries(reads) as Reads<Given<F>>;
}

function firstOf<T, V>(items: readonly T[], valueIn: (item: T) => V | undefined): V | undefined {
  const [first, ...others] = items;
  return valueIn(first) ?? (others.length > 0 ? firstOf(others, valueIn) : undefined);
}

function valueOf(row: Row, option: RowOption, { values, end = String, resource }: OptionPlace): unknown {
  const { on, off, beside } = option;
  const namespace = option.namespace.replace(/:<.*/, end);
  if (on !== undefined && !values.is(namespace, on, 'true')) return undefined;
  if (off !== undefined && values.is(namespace, off, 'false')) return 0;
  if (beside !== undefined) values.text(namespace, beside);
  return read(row, { ...option, namespace }, values, resource);
}

function read(
  { kind, choices = [] }: Row, { namespace, name, ...option }: RowOption, values: OptionValues, resource?: string,
): unknown {
  switch (kind) {
    case 'text': return values.text(namespace, name, resource);
    case 'flag': return values.flag(namespace, name, resource);
    case 'list': return values.list(namespace, name);
    case 'amount': return values.list(namespace, name)?.length;
    case 'choice': return choices.find((one) => one === values.oneOf(namespace, name, option.values ?? choices));
    default: return option.usual === undefined
      ? values.whole(namespace, name, resource)
      : values.whole(namespace, name) || option.usual;
  }
}
