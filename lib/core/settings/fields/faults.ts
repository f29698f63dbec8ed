import { didYouMean, oneOf } from '../../finding/suggest';
import { isUnresolved, Setting } from '../setting';
import { Fields, Given, Row } from './field';

const UNITS: Partial<Record<Row['kind'], string>> = { seconds: ' of seconds', minutes: ' of minutes', GiB: ' of GiB' };

/** A prop that is set, by its whole path: `listeners[0].healthCheck.interval`. */
export interface GivenProp {
  readonly prop: string;
  readonly row: Row;
  readonly value: unknown;
}

/** What must hold of a prop and does not, and the edit. */
export interface Fault {
  readonly prop: string;
  readonly message: string;
  readonly hint: string;
}

/** Every prop of the table that is set, with those inside it. */
export function* givenProps<F extends Fields>(fields: F, given: Given<F> | undefined, path = ''): Generator<GivenProp> {
  const values = given as Readonly<Record<string, unknown>> | undefined;
  for (const [key, { row }] of Object.entries(fields)) {
    const { name = key } = row;
    yield* withInner({ prop: path === '' ? name : `${path}.${name}`, row, value: values?.[key] });
  }
}

function* withInner({ prop, row, value }: GivenProp): Generator<GivenProp> {
  if (value === undefined) return;
  yield { prop, row, value };
  const fields = row.fields ?? row.variants?.[(value as { readonly kind: string }).kind];
  if (fields) yield* givenProps(fields, value as Given<Fields>, prop);
  for (const [key, item] of row.item ? Object.entries(value as object) : []) {
    yield* withInner({ prop: row.kind === 'list' ? `${prop}[${key}]` : `${prop}.${key}`, row: row.item!, value: item });
  }
}

/** The props that are not what their row allows. */
export function faultsIn<F extends Fields>(
  fields: F, given: Given<F> | undefined, path = '', onBeanstalk = false,
): Fault[] {
  return [...givenProps(fields, given, path)].flatMap(({ prop, row, value }) =>
    onBeanstalk && row.rangeOnBeanstalk
      ? faultOf(prop, { ...row, ...row.rangeOnBeanstalk }, value, ' on Elastic Beanstalk')
      : faultOf(prop, row, value),
  );
}

/** The props that only an option of Elastic Beanstalk does not allow. */
export function beanstalkFaultsIn<F extends Fields>(fields: F, given: Given<F> | undefined, path = ''): Fault[] {
  return [...givenProps(fields, given, path)].flatMap(({ prop, row, value }) =>
    row.option && !row.rangeOnBeanstalk && faultOf(prop, row, value).length === 0
      ? faultOf(prop, narrowed(row, row.option), value, ' on Elastic Beanstalk')
      : [],
  );
}

/** The props that Elastic Beanstalk has no option for. What is switched off, or holds nothing, needs none. */
export function beyondBeanstalk<F extends Fields>(fields: F, given: Given<F> | undefined, path = ''): Fault[] {
  return [...givenProps(fields, given, path)].flatMap(({ prop, row, value }) => {
    const { notOnBeanstalk: hint, fineOnBeanstalk: fine = [] } = row;
    if (hint === undefined || !isOn(row, value) || fine.includes(value)) return [];
    const message = fine.length > 0
      ? `${prop} must be ${oneOf(fine.map(String))} on Elastic Beanstalk, got ${JSON.stringify(value)}.`
      : `${prop} must not be set: Elastic Beanstalk has no option for it.`;
    return [{ prop, message, hint }];
  });
}

/** The names of the props that are set and that Elastic Beanstalk has options for, without those inside them. */
export function givenOnBeanstalk<F extends Fields>(fields: F, given: Given<F>, path = ''): string[] {
  const values = given as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([key, { row: { kind, notOnBeanstalk } }]) => {
    const isSet = values[key] !== undefined && !(kind === 'amount' && values[key] === 0);
    return isSet && notOnBeanstalk === undefined ? [`${path}${key}`] : [];
  });
}

function isOn({ kind }: Row, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return kind === 'group' || Object.keys(value).length > 0;
  return value !== false && !(kind === 'amount' && value === 0);
}

/** `30 seconds`, `HTTP`, `redirect`, `2 items`. */
export function showValue({ kind }: Row, value: unknown): string {
  if (Array.isArray(value)) return `${value.length} item${value.length === 1 ? '' : 's'}`;
  if (kind === 'own') return (value as { readonly kind: string }).kind;
  return kind === 'seconds' ? `${value as number} second${value === 1 ? '' : 's'}` : String(value);
}

function narrowed(row: Row, { min = -Infinity, max = Infinity, values }: NonNullable<Row['option']>): Row {
  return {
    ...row,
    min: Math.max(row.min ?? -Infinity, min),
    max: Math.min(row.max ?? Infinity, max),
    choices: row.choices && values,
  };
}

function faultOf(prop: string, row: Row, value: unknown, where = ''): Fault[] {
  if (isUnresolved(value as Setting<unknown>)) return [];
  const got = typeof value === 'string' ? JSON.stringify(value) : value;
  const fault = (must: string, hint: string, found = got): Fault[] => [
    { prop, message: `${prop} must ${must}${where}, got ${found}.`, hint: row.hint ?? hint },
  ];
  if (row.choices && !row.choices.includes(String(value))) {
    return fault(`be ${oneOf(row.choices)}`, `Use one of them.${didYouMean(String(value), row.choices)}`);
  }
  if (row.form && !row.form.pattern.test(String(value))) {
    return fault(`be ${row.form.words}`, `Write ${row.form.words}.`);
  }
  const size = typeof value === 'string' ? Buffer.byteLength(value) : Array.isArray(value) ? value.length : value;
  if (typeof size !== 'number' || row.max === undefined || isWithin(size, row)) return [];
  return fault(rangeOf(row), hintFor(size, row), size);
}

function isWithin(value: number, { kind, isFractional = false, min = 0, max = Infinity }: Row): boolean {
  if (kind === 'percent') return value > min && value <= max;
  const isStep =
    kind === 'figure'
    || isFractional
    || Number.isInteger(value)
    || (kind === 'tenths' && Number(value.toFixed(1)) === value);
  return isStep && value >= min && value <= max;
}

/** The one wording of every range, to follow "must". */
function rangeOf({ kind, isFractional = false, min = 0, max = Infinity }: Row): string {
  switch (kind) {
    case 'text':
      return `have at most ${max} bytes`;
    case 'list':
    case 'amount':
      return `have at most ${max} items`;
    case 'percent':
      return `be above ${min}${max === Infinity ? '' : ` and at most ${max}`}`;
    case 'tenths':
    case 'figure':
      return `be a number${boundsOf(min, max)}${kind === 'tenths' ? ', in tenths' : ''}`;
    default:
      return `be a ${isFractional ? '' : 'whole '}number${UNITS[kind] ?? ''}${boundsOf(min, max, ', ')}`;
  }
}

/** `between 1 and 4`, and after a comma `1 or more`. */
function boundsOf(min: number, max: number, comma = ' '): string {
  if (min === -Infinity) return `${comma}${max} or less`;
  return max === Infinity ? `${comma}${min} or more` : ` between ${min} and ${max}`;
}

function hintFor(value: number, { kind, min = 0, max = Infinity }: Row): string {
  if (kind === 'text') return 'Shorten it.';
  if (kind === 'list' || kind === 'amount') return `Remove ${value - max}.`;
  const nearest = Math.min(Math.max(Math.round(value) || min, min), max);
  return `Use ${kind === 'percent' && nearest === min ? 1 : nearest}.`;
}
