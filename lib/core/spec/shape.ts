import { didYouMean, nearest, oneOf } from '../finding/suggest';
import { JsonMember, JsonObject } from '../syntax/json-tree';
import { Decoder, DecodeContext, present, refuse } from './decoder';
import { missingKey, unknownKey } from './rules';

/** A hint that lists more keys than this is not read. */
const MAX_LISTED = 8;

/** One key of an object: how it decodes and whether it must be there. */
export interface Field<T> {
  readonly decoder: Decoder<T>;
  readonly required?: boolean;
}

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a shape decodes to. Every key is optional: what is broken or missing is reported, not invented. */
export type Decoded<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never };

/** What to say about keys that do not belong, by key; each text is a hint. */
export type Misplaced = Readonly<Record<string, string>>;

export interface Shape<F extends Fields> extends Decoder<Decoded<F>> {
  readonly fields: F;
}

export const required = <T>(decoder: Decoder<T>): Field<T> => ({ decoder, required: true });
export const optional = <T>(decoder: Decoder<T>): Field<T> => ({ decoder });

/** An object with known keys. Unknown keys are reported with the key that was probably meant. */
export function shape<F extends Fields>(
  noun: string, fields: F, misplaced: Misplaced = {}, spelledOut?: Shape<F>['spelledOut'],
): Shape<F> {
  return {
    expects: noun,
    example: example(fields),
    fields,
    spelledOut,
    decode(node, context) {
      if (node.kind !== 'object') {
        const meant = node.kind === 'string' ? spelledOut?.(node.value) : undefined;
        return refuse(node, context, noun, `Write ${meant ?? example(fields)}.`);
      }
      const decoded: Record<string, unknown> = {};
      const absent = missing(node, fields);
      for (const found of present(node)) {
        const field = fields[found.key];
        if (field === undefined || !Object.hasOwn(fields, found.key)) {
          reportUnknown(found, node, context, fields, misplaced);
        } else {
          decoded[found.key] = field.decoder.decode(found.value, context);
        }
      }
      reportMissing(node, absent, context, fields);
      return context.sources.keep(decoded as Decoded<F>, node);
    },
  };
}

/** A required key that is missing while a similar one stands there: one finding names both. */
function reportUnknown(
  found: JsonMember, node: JsonObject, context: DecodeContext, fields: Fields, misplaced: Misplaced,
): void {
  const meant = nearest(found.key, Object.keys(fields));
  if (meant !== undefined && missing(node, fields).includes(meant)) {
    context.report(
      missingKey, found.place, `is not a known key, and the required "${meant}" is missing.`,
      `Rename it to "${meant}".`,
    );
    return;
  }
  const advice = Object.hasOwn(misplaced, found.key) ? misplaced[found.key] : undefined;
  const hint = advice ?? (didYouMean(found.key, Object.keys(fields)).trim() || removal(Object.keys(fields)));
  const taken = present(node).find(({ key }) => hint.startsWith(`Did you mean "${key}"?`));
  context.report(
    unknownKey, found.place, 'is not a known key; it was ignored.',
    taken ? `Remove it; "${taken.key}" is there already.` : hint,
  );
}

function removal(keys: readonly string[]): string {
  return keys.length <= MAX_LISTED
    ? `Remove it, or use ${oneOf(keys)}.`
    : `Remove it; ${unknownKey.link} lists the keys.`;
}

function reportMissing(node: JsonObject, absent: readonly string[], context: DecodeContext, fields: Fields): void {
  if (absent.length === 0) return;
  const unknown = present(node).map((found) => found.key).filter((key) => !Object.hasOwn(fields, key));
  for (const key of absent) {
    if (unknown.some((candidate) => nearest(candidate, Object.keys(fields)) === key)) continue;
    const place = { path: node.path, offset: node.offset, length: 1 };
    context.report(missingKey, place, `must have the key "${key}".`, `Add "${key}": ${fields[key].decoder.sample ?? fields[key].decoder.expects}.`);
  }
}

function missing(node: JsonObject, fields: Fields): string[] {
  const there = new Set(present(node).map((found) => found.key));
  return Object.keys(fields).filter((key) => fields[key].required && !there.has(key));
}

function example(fields: Fields): string {
  const keys = Object.keys(fields).filter((key) => fields[key].required);
  const named = keys.length > 0 ? keys : Object.keys(fields).slice(0, 2);
  return `{ ${named.map((key) => `${JSON.stringify(key)}: …`).join(', ')} }`;
}
