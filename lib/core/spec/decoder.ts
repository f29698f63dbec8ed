import { Place, Report, Rule } from '../finding/rule';
import { JsonNode, JsonObject, member, show } from '../syntax/json-tree';
import { Reading } from '../syntax/notations';
import { Placeholder, placeholdersIn, substitutionsFor } from '../syntax/placeholders';
import { booleanString, numericString, placeholderInText, unresolvedPlaceholder, wrongType } from './rules';

/** A message that names more placeholders of one text than this is not read. */
const MAX_NAMED = 5;

/** What a decoder writes to besides its result. */
export interface DecodeContext {
  readonly report: Report;
  readonly sources: SourceMap;
}

/**
 * Turns a JSON node into a value of type `T`; reports what is wrong and returns `undefined` when nothing usable is
 * there.
 */
export interface Decoder<T> {
  /** What belongs here, with article: `an integer`. */
  readonly expects: string;
  /** An object of the kind that belongs here, where one does. */
  readonly example?: string;
  /** A value that always fits, where there is one. */
  readonly sample?: string;
  /** The object that a bare word was probably meant to be. */
  readonly spelledOut?: (word: string) => string;
  decode(node: JsonNode, context: DecodeContext): T | undefined;
}

/** Remembers which node each decoded object and list came from, so that rules can point at the text. */
export class SourceMap {
  private readonly nodes = new Map<object, JsonNode>();
  private readonly kept = new Map<JsonNode, readonly JsonNode[]>();

  /** Remembers `node` as the source of `value` and returns `value`. */
  keep<T extends object>(value: T, node: JsonNode): T {
    this.nodes.set(value, node);
    return value;
  }

  /** Remembers which items of a list were decoded, so that an index leads to the right one. */
  keepItems(node: JsonNode, items: readonly JsonNode[]): void {
    this.kept.set(node, items);
  }

  /** The place of `owner`, or of what the keys lead to inside it. Falls back to the last place that exists. */
  place(owner: object, ...keys: readonly (string | number)[]): Place {
    let node = this.nodes.get(owner);
    if (!node) return { path: '', offset: 0, length: 0 };
    for (const key of keys) {
      const next = this.child(node, key);
      if (!next) break;
      node = next;
    }
    return node;
  }

  private child(node: JsonNode, key: string | number): JsonNode | undefined {
    if (typeof key === 'string') return node.kind === 'object' ? member(node, key)?.value : undefined;
    return node.kind === 'array' ? (this.kept.get(node) ?? node.items)[key] : undefined;
  }

  /** The place of the key itself, for advice about the key rather than its value. */
  keyPlace(owner: object, key: string): Place {
    const node = this.nodes.get(owner);
    const found = node?.kind === 'object' ? node.members.find((candidate) => candidate.key === key) : undefined;
    return found?.place ?? this.place(owner);
  }
}

/** Reports that `node` is not what `decoder` expects. */
export function refuse(node: JsonNode, context: DecodeContext, expects: string, hint: string): undefined {
  context.report(wrongType, node, `must be ${expects}, got ${show(node)}.`, hint);
  return undefined;
}

/** A check on a decoded value: what must hold, and the finding when it does not. */
export interface Constraint<T> {
  readonly rule: Rule;
  /** What must hold, to follow "must be": `between 1 and 65535`. */
  readonly must: string;
  readonly holds: (value: T) => boolean;
  readonly hint: (value: T) => string;
}

/** `decoder`, then every constraint in order; the first that fails is reported and the value is dropped. */
export function constrained<T>(decoder: Decoder<T>, ...constraints: readonly Constraint<T>[]): Decoder<T> {
  return {
    expects: decoder.expects,
    decode(node, context) {
      if (refusePlaceholder(node, context, 'name')) return undefined;
      const value = decoder.decode(node, context);
      if (value === undefined) return undefined;
      const broken = constraints.find((constraint) => !constraint.holds(value));
      if (!broken) return value;
      context.report(broken.rule, node, `must be ${broken.must}, got ${show(node)}.`, broken.hint(value));
      return undefined;
    },
  };
}

/** Text that a shell may read, so `$NAME` is no placeholder in it and `${NAME}` may be meant. */
export const command: Decoder<string> = {
  expects: 'a string',
  decode(node, context) {
    if (node.kind === 'string') return node.value;
    const literal = node.kind === 'number' || node.kind === 'boolean' ? `Write "${node.value}".` : 'Give one string.';
    return refuse(node, context, command.expects, literal);
  },
};

/** Text for a program; a placeholder left in it is worth a warning. */
export const text: Decoder<string> = {
  expects: command.expects,
  decode(node, context) {
    const found = node.kind === 'string' ? placeholdersIn(node.value, 'shell') : [];
    reportPlaceholders(found, placeholderInText, node, context);
    return command.decode(node, context);
  },
};

/** Text that only has a meaning once it is complete. */
export const resolved = complete('name');

/** The same of an image. */
export const resolvedImage = complete('image');

function complete(reading: Reading): Decoder<string> {
  return {
    expects: command.expects,
    decode: (node, context) => (refusePlaceholder(node, context, reading) ? undefined : command.decode(node, context)),
  };
}

/** Reports a placeholder in `node`, if there is one. */
function refusePlaceholder(node: JsonNode, context: DecodeContext, reading: Reading): boolean {
  const found = node.kind === 'string' ? placeholdersIn(node.value, reading) : [];
  reportPlaceholders(found, unresolvedPlaceholder, node, context);
  return found.length > 0;
}

/** The first few texts, in a row. */
function someOf(texts: readonly string[]): string {
  return [...texts.slice(0, MAX_NAMED), ...texts.length > MAX_NAMED ? ['…'] : []].join(', ');
}

function reportPlaceholders(found: readonly Placeholder[], rule: Rule, node: JsonNode, context: DecodeContext): void {
  if (found.length === 0) return;
  const texts = [...new Set(found.map(({ text: written }) => written))];
  const noun = texts.length === 1 ? 'placeholder' : 'placeholders';
  const values = substitutionsFor(found, MAX_NAMED);
  const [first] = found;
  const fill = first.isWord ? `Write the value in place of ${JSON.stringify(first.text)}` : 'Render the template first';
  context.report(
    rule, node, `holds the ${noun} ${someOf(texts)}.`,
    `${fill}${values === undefined ? '.' : `, or pass substitutions: ${values}.`}`,
  );
}

export const flag: Decoder<boolean> = {
  expects: 'true or false',
  decode(node, context) {
    if (node.kind === 'boolean') return node.value;
    if (refusePlaceholder(node, context, 'name')) return undefined;
    const spelled = node.kind === 'string' ? node.value.toLowerCase() : '';
    if (spelled === 'true' || spelled === 'false') {
      context.report(
        booleanString, node, `must be ${flag.expects}, got the string ${show(node)}.`,
        `Write ${spelled} without quotes; the value was used.`,
      );
      return spelled === 'true';
    }
    return refuse(node, context, flag.expects, 'Write true or false without quotes.');
  },
};

/** An integer. A string of digits is taken too, with a warning. */
export const integer: Decoder<number> = {
  expects: 'an integer',
  decode(node, context) {
    if (refusePlaceholder(node, context, 'image')) return undefined;
    if (node.kind === 'number' && Number.isInteger(node.value)) return node.value;
    if (node.kind === 'string' && /^\d{1,15}$/.test(node.value)) {
      context.report(
        numericString, node, `must be an integer, got the string "${node.value}".`,
        `Write ${Number(node.value)} without quotes; the number was used.`,
      );
      return Number(node.value);
    }
    return refuse(node, context, integer.expects, 'Write a whole number without quotes.');
  },
};

/** A list whose items all decode with `item`; broken items are reported and left out. */
export function list<T>(item: Decoder<T>): Decoder<T[]> {
  const expects = `a list of ${plural(item.expects)}`;
  return {
    expects,
    decode(node, context) {
      if (node.kind !== 'array') return refuse(node, context, expects, listHint(node, item));
      const decoded = node.items.flatMap((entry) => {
        const value = entry.kind === 'null' ? undefined : item.decode(entry, context);
        return value === undefined ? [] : [{ entry, value }];
      });
      context.sources.keepItems(node, decoded.map(({ entry }) => entry));
      const values = decoded.map(({ value }) => value);
      return context.sources.keep(values, node);
    },
  };
}

/** An object with free keys, such as log options or labels. */
export function record<T>(value: Decoder<T>): Decoder<Record<string, T>> {
  const expects = `an object of ${plural(value.expects)}`;
  return {
    expects,
    decode(node, context) {
      if (node.kind !== 'object') return refuse(node, context, expects, 'Write { "name": value, … }.');
      const entries = present(node).flatMap((found): [string, T][] => {
        const decoded = value.decode(found.value, context);
        return decoded === undefined ? [] : [[found.key, decoded]];
      });
      return context.sources.keep(Object.fromEntries(entries), node);
    },
  };
}

/** The members of an object whose value is not null. */
export function present(node: JsonObject) {
  return node.members.filter((found) => found.value.kind !== 'null');
}

function plural(expects: string): string {
  return expects.replace(/^an? (\S+)/, '$1s');
}

function listHint(node: JsonNode, { example, spelledOut }: Decoder<unknown>): string {
  if (node.kind === 'string' && spelledOut) return `Write [${spelledOut(node.value)}].`;
  if (example !== undefined) return `Write [${example}].`;
  return node.kind === 'string' ? `Put it in a list: [${JSON.stringify(node.value)}].` : 'Write a list: [ … ].';
}
