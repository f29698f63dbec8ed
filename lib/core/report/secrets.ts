import { parseConfig } from '../options/syntax/parse-config';
import { secretIn } from '../rules/secret-signs';
import { JsonNode, JsonObject, JsonString } from '../syntax/json-tree';
import { parseRoughly } from '../syntax/parse';
import { hideSecrets } from './redact';

/** The keys that give a name to another key of the same object. */
const NAME_KEY = /^(?:name|option_?name|key)$/i;

/** Keys beside a name whose values are no secrets: where it stands or is kept, and what kind it is. */
const REFERENCE_KEY = /^(?:value_?from|type|kind|namespace|resource(?:_?name)?|arn|file|line|source)$/i;

/** `NAME=value`, alone or behind the dashes of an option. */
const ASSIGNMENT = /^-{0,2}(?<name>[A-Za-z_][\w.-]{0,200})=(?<value>[^]+)$/;

/** Shorter values stand in too many other words. */
const LEAST_LENGTH = 6;

/** A longer text in brackets is meant to be JSON; reading it as YAML takes long. */
const LARGEST_IN_BRACKETS = 100_000;

/** Where a secret stands in a text, and what it is. */
interface Span {
  readonly offset: number;
  readonly length: number;
  readonly value: string;
}

/**
 * The values in a text that look like secrets, so that they stay out of what is printed. They are found in the tree of
 * the text; where it has none, by the patterns of `hideSecrets`.
 */
export class Secrets {
  static in(text: string): Secrets {
    return new Secrets(text, treesOf(text).flatMap((root) => [...spansOf(root, text)]));
  }

  private readonly values: readonly string[];

  private constructor(private readonly text: string, private readonly spans: readonly Span[]) {
    const written = spans.flatMap(({ offset, length, value }) => [value, text.slice(offset, offset + length)]);
    this.values = [...new Set(written)]
      .filter((value) => value.length >= LEAST_LENGTH)
      .sort((one, other) => other.length - one.length);
  }

  /** The text itself. Every character keeps its place. */
  get hidden(): string {
    const parts: string[] = [];
    let end = 0;
    for (const { offset, length } of [...this.spans].sort((one, other) => one.offset - other.offset)) {
      if (offset < end) continue;
      parts.push(this.text.slice(end, offset), stars(this.text.slice(offset, offset + length)));
      end = offset + length;
    }
    return hideSecrets(parts.join('') + this.text.slice(end));
  }

  /** A sentence about the text, or a line of it. */
  hide(sentence: string): string {
    return hideSecrets(this.values.reduce((shown, value) => shown.replaceAll(value, stars(value)), sentence));
  }
}

/** The tree of a text. What begins like JSON and is none may be YAML, or broken: then both trees have a part of it. */
function treesOf(text: string): JsonNode[] {
  const asJson = /^\s*[[{]/.test(text) ? parseRoughly(text) : undefined;
  const isYaml = asJson === undefined || (!asJson.isJson && text.length <= LARGEST_IN_BRACKETS);
  const asYaml = isYaml ? parseConfig(text, () => undefined).root : undefined;
  return [asJson?.root, asYaml].filter((root) => root !== undefined);
}

function* spansOf(node: JsonNode, text: string): Generator<Span> {
  if (node.kind === 'string') yield* spansIn(node, text);
  if (node.kind === 'array') for (const item of node.items) yield* spansOf(item, text);
  if (node.kind !== 'object') return;
  const name = nameOf(node);
  for (const { key, value } of node.members) {
    const isValue = name !== undefined && !NAME_KEY.test(key) && !REFERENCE_KEY.test(key);
    if (looksSecret(key, value) || (isValue && looksSecret(name, value))) yield whole(value, text);
    else yield* spansOf(value, text);
  }
}

/** A text that is a secret whatever its name is, or gives a value to the name of one. */
function* spansIn(node: JsonString, text: string): Generator<Span> {
  const { name, value } = ASSIGNMENT.exec(node.value)?.groups ?? {};
  if (name !== undefined && secretIn(name, value) !== undefined) {
    const { offset, length } = whole(node, text);
    const start = text.indexOf('=', offset) + 1;
    yield { offset: start, length: offset + length - start, value };
  } else if (secretIn('', node.value) !== undefined) {
    yield whole(node, text);
  }
}

/** A value without the quotes around it. */
function whole(node: JsonNode, text: string): Span {
  const { offset, length } = node;
  const value = 'value' in node ? String(node.value) : '';
  const isQuoted = length > 1 && /["']/.test(text[offset]) && text[offset + length - 1] === text[offset];
  return isQuoted ? { offset: offset + 1, length: length - 2, value } : { offset, length, value };
}

function nameOf({ members }: JsonObject): string | undefined {
  const named = members.find(({ key, value }) => NAME_KEY.test(key) && value.kind === 'string')?.value;
  return named?.kind === 'string' ? named.value : undefined;
}

function looksSecret(name: string, node: JsonNode): boolean {
  return (node.kind === 'string' || node.kind === 'number') && secretIn(name, String(node.value)) !== undefined;
}

function stars(source: string): string {
  return source.replace(/[^\r\n]/g, '*');
}
