import { findOption } from '../../options/catalogue';
import { CatalogueOption, Extras, Form } from '../../options/catalogue/option';
import { Setting } from '../setting';
import { ListenerProtocol } from '../traffic/protocols';

/** What the settings hold of a prop: a figure in its unit, a word, or as much as a plan may know of an object. */
export type Kind =
  | 'number' | 'tenths' | 'figure' | 'percent' | 'seconds' | 'minutes' | 'GiB' | 'text' | 'choice' | 'flag'
  | 'presence' | 'amount' | 'names' | 'list' | 'record' | 'group' | 'own';

/** On which listeners a prop means something. */
export interface Only {
  readonly protocols: readonly ListenerProtocol[];
  readonly hint: string;
}

/** The option of Elastic Beanstalk that a prop becomes, and the other way round. */
export interface RowOption extends CatalogueOption {
  /** A name in angle brackets at its end stands for any. */
  readonly namespace: string;
  /** The option without which it says nothing. */
  readonly on?: string;
  /** The option that makes it 0. */
  readonly off?: string;
  /** What it is where it is on and nobody gives a figure. */
  readonly usual?: number;
  /** An option beside it that has one value. */
  readonly beside?: string;
}

/** Everything that is known of one prop, whatever it is set to. */
export interface Row {
  readonly kind: Kind;
  /** What the prop is called where the settings have another name for it. */
  readonly name?: string;
  /** The lowest and the highest figure, the most items, or the most bytes of a text. */
  readonly min?: number;
  readonly max?: number;
  /** Whether parts of its unit count. */
  readonly isFractional?: boolean;
  readonly choices?: readonly string[];
  readonly form?: Form;
  /** The class, enum or struct of its value in an app: `elbv2.Protocol`; none for plain values. */
  readonly type?: string;
  /** The members of an enum whose names do not follow from their values, by value. */
  readonly members?: Readonly<Record<string, string>>;
  /** The rows of a group. */
  readonly fields?: Fields;
  /** The rows of each group that it may be, by its `kind`. */
  readonly variants?: Readonly<Record<string, Fields>>;
  /** The row of each item of a list, or of each value of a record. */
  readonly item?: Row;
  /** Whether it may be a token, which is known at the deployment only. */
  readonly isLate?: boolean;
  /** The edit, where the nearest value that is allowed is not the best advice. */
  readonly hint?: string;
  /** The range on Elastic Beanstalk, where it is no part of that on ECS. */
  readonly rangeOnBeanstalk?: { readonly min: number; readonly max: number };
  /** The option of Elastic Beanstalk that it becomes, which may be narrower. */
  readonly option?: RowOption;
  /** The same of a Classic Load Balancer, which is read only. */
  readonly classic?: RowOption;
  /** What to do instead on a target that has nothing like it. */
  readonly notOnBeanstalk?: string;
  /** The values that it may have there all the same. */
  readonly fineOnBeanstalk?: readonly unknown[];
  readonly notOnEcs?: string;
  /** The listeners that may have it, and the edit for every other. */
  readonly only?: Only;
  /** What the plan calls it, whether that is one thing or several, and what follows “You chose it”. */
  readonly topic?: string;
  readonly what?: 'it' | 'them';
  readonly then?: string;
}

/**
 * One row of a table: a prop whose setting is a `T`, with the default `D`. The key of the row is the name of the prop.
 */
export class Field<T, D = undefined> {
  /** For the compiler only. */
  readonly setting?: T;

  constructor(readonly row: Row, readonly fallback: D) {}

  /** What the plan has where the user chose nothing; a row without it is no part of the plan. */
  else<E extends T | null>(fallback: E): Field<T, E> {
    return new Field<T, E>(this.row, fallback);
  }

  /** It is always there. */
  required(): Required<T, D> {
    return new Required<T, D>(this.row, this.fallback);
  }

  late(): Field<Setting<T>, D> {
    return new Field<Setting<T>, D>({ ...this.row, isLate: true }, this.fallback);
  }

  named(name: string): Field<T, D> {
    return this.with({ name });
  }

  /** What its value is of in an app; see `Row.type`. */
  as(type: string, members?: Readonly<Record<string, string>>): Field<T, D> {
    return this.with({ type, members });
  }

  hint(hint: string): Field<T, D> {
    return this.with({ hint });
  }

  /** `more` is where the prop knows better than the catalogue. */
  option(namespace: string, name: string, more: More = {}): Field<T, D> {
    return this.with({ option: rowOption(namespace, name, more) });
  }

  classic(namespace: string, name: string, more: More = {}): Field<T, D> {
    return this.with({ classic: rowOption(namespace, name, more) });
  }

  onBeanstalk(min: number, max: number): Field<T, D> {
    return this.with({ rangeOnBeanstalk: { min, max } });
  }

  notOnBeanstalk(hint: string, ...but: readonly T[]): Field<T, D> {
    return this.with({ notOnBeanstalk: hint, fineOnBeanstalk: but });
  }

  notOnEcs(hint: string): Field<T, D> {
    return this.with({ notOnEcs: hint });
  }

  /** Only requests have it. */
  applicationOnly(hint = 'Remove it, or use Protocol.HTTP or Protocol.HTTPS.'): Field<T, D> {
    return this.with({ only: { protocols: ['HTTP', 'HTTPS'], hint } });
  }

  /** Only connections of these protocols have it. */
  only(protocols: readonly ListenerProtocol[], hint: string): Field<T, D> {
    return this.with({ only: { protocols, hint } });
  }

  /** “You chose it” and what follows. */
  because(topic: string, then: string, what: Row['what'] = 'it'): Field<T, D> {
    return this.with({ topic, what, then });
  }

  private with(more: Partial<Row>): Field<T, D> {
    return new Field<T, D>({ ...this.row, ...more }, this.fallback);
  }
}

/** The row of a prop that whoever gives the others gives, too. */
export class Required<T, D = undefined> extends Field<T, D> {
  readonly isRequired = true;
}

type More = Extras & Pick<RowOption, 'on' | 'off' | 'usual' | 'beside'>;

function rowOption(namespace: string, name: string, more: More): RowOption {
  const option = findOption(namespace, name);
  if (!option) throw new Error(`${namespace} has no option ${name}`);
  return { ...option, ...more, namespace };
}

/** A table of props. */
export type Fields = Readonly<Record<string, Field<unknown, unknown>>>;

type Chosen<R> = R extends Field<infer T, unknown> ? T : never;
type RequiredKeys<F> = { [K in keyof F]: F[K] extends Required<unknown, unknown> ? K : never }[keyof F];

/** What the user chose: but for what is required, nothing of it has to be there. */
export type Given<F extends Fields> =
  & { readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: Chosen<F[K]> }
  & { readonly [K in RequiredKeys<F>]: Chosen<F[K]> };

/** What the plan has: every row with a default. */
export type Settled<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, undefined> ? never : K]: F[K] extends Field<infer T, infer D>
    ? T | D
    : never;
};

const row = <T>(kind: Kind, more: Omit<Row, 'kind'> = {}) => new Field<T>({ kind, ...more }, undefined);

/** Parts of a second count, too. */
export const fractionOfSeconds = (min: number, max: number) => row<number>('seconds', { min, max, isFractional: true });
export const seconds = (min = 0, max = Infinity) => row<number>('seconds', { min, max });
export const minutes = (min = 0, max = Infinity) => row<number>('minutes', { min, max });
export const gib = (min = 0, max = Infinity) => row<number>('GiB', { min, max });
/** A whole number. */
export const count = (min = 0, max = Infinity) => row<number>('number', { min, max });
/** A number with at most one decimal. */
export const tenths = (min: number, max: number) => row<number>('tenths', { min, max });
/** A number of a form, such as a code. */
export const code = (form: Form) => row<number>('number', { form });
/** Any number. */
export const figure = (min = -Infinity, max = Infinity) => row<number>('figure', { min, max });
/** Any number above 0. */
export const percent = (max = 100) => row<number>('percent', { min: 0, max });
export const text = <T extends string = string>(form?: Form, max?: number) => row<T>('text', { form, max });
export const choice = <C extends string>(...choices: readonly C[]) => row<C>('choice', { choices });
export const flag = () => row<boolean>('flag');
/** Whether there is one. */
export const presence = () => row<boolean>('presence');
/** How many items a list has. */
export const amount = (max = Infinity) => row<number>('amount', { min: 0, max });
/** The keys of a record. */
export const names = () => row<readonly string[]>('names');
export const listOf = <T>(item: Field<T, unknown>, max = Infinity) =>
  row<readonly T[]>('list', { item: item.row, min: 0, max });
export const recordOf = <T>(item: Field<T, unknown>) =>
  row<Readonly<Record<string, T>>>('record', { item: item.row });
/** The type is its struct in an app; see `Row.type`. */
export const group = <F extends Fields>(fields: F, type?: string) => row<Given<F>>('group', { fields, type });
/** One of several groups, which the class of the prop tells. */
export const oneOfGroups = <V extends Readonly<Record<string, Fields>>>(variants: V) =>
  row<{ [K in keyof V]: { readonly kind: K } & Given<V[K]> }[keyof V]>('own', { variants });
/** What the class of the prop tells itself. */
export const own = <T>() => row<T>('own');

/** The settings with the default of each row that has one. */
export function settled<F extends Fields>(fields: F, given: Given<F>): Settled<F> {
  const entries = Object.entries(fields).flatMap(([key, { fallback }]) =>
    fallback === undefined ? [] : [[key, (given as Readonly<Record<string, unknown>>)[key] ?? fallback]],
  );
  return Object.fromEntries(entries) as Settled<F>;
}
