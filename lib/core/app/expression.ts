/**
 * What stands behind a prop in an app, whatever its language. Types are written as `ec2.Vpc` for a module of the CDK,
 * as `cdk.Duration` for its core, and without a dot for this library; names as TypeScript has them.
 */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** The keys are words of the user. */
  | { readonly kind: 'record'; readonly entries: readonly (readonly [key: string, value: Expression])[] }
  | Struct
  | { readonly kind: 'member'; readonly of: string; readonly name: string }
  /** What an enum of the CDK has no member for. */
  | { readonly kind: 'cast'; readonly value: string; readonly to: string }
  | Call
  /** A variable, with what belongs to it: `vpc.publicSubnets[0]`. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: string }
  /** The stack. */
  | { readonly kind: 'scope' }
  /** A file or a folder, from the folder of the app. */
  | { readonly kind: 'path'; readonly steps: readonly string[] };

/** A plain object of props. */
export interface Struct {
  readonly kind: 'struct';
  readonly type: string;
  readonly props: readonly Prop[];
}

/** A static method of a class, or its constructor. */
export interface Call {
  readonly kind: 'call';
  readonly of: string;
  /** The constructor when absent. */
  readonly method?: string;
  readonly args: readonly Expression[];
  /** The props that come last. */
  readonly props?: readonly Prop[];
}

export interface Prop {
  readonly name: string;
  readonly value: Expression;
}

export const valueOf = (value: string | number | boolean): Expression => ({ kind: 'value', value });
export const listOf = (items: readonly Expression[]): Expression => ({ kind: 'list', items });
export const struct = (type: string, props: readonly Prop[]): Struct => ({ kind: 'struct', type, props });
export const named = (name: string): Expression => ({ kind: 'name', name });
export const SCOPE: Expression = { kind: 'scope' };

export function call(of: string, method: string, args: readonly Expression[], props?: readonly Prop[]): Call {
  return { kind: 'call', of, method, args, ...props && props.length > 0 && { props } };
}

export function construct(of: string, args: readonly Expression[], props?: readonly Prop[]): Call {
  return { kind: 'call', of, args, ...props && props.length > 0 && { props } };
}

/** The types that stand in an expression, those of structs among them where they have names. */
export function* typesIn(expression: Expression, withStructs: boolean): Generator<string> {
  for (const inner of partsOf(expression)) yield* typesIn(inner, withStructs);
  switch (expression.kind) {
    case 'member':
    case 'call':
      yield expression.of;
      return;
    case 'struct':
      if (withStructs) yield expression.type;
      return;
    case 'cast':
      yield expression.to;
      return;
    default:
  }
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list': return expression.items;
    case 'record': return expression.entries.map(([, value]) => value);
    case 'struct': return expression.props.map(({ value }) => value);
    case 'call': return [...expression.args, ...(expression.props ?? []).map(({ value }) => value)];
    default: return [];
  }
}
