import { secretIn } from '../rules/secret-signs';
import { JsonNode, JsonObject, JsonString } from '../syntax/json-tree';
import { parseJson } from '../syntax/parse';
import { STRING_INSIDE } from '../syntax/string-literal';

/** The inside of a JSON string that something follows. Each escape takes stack, so that there is an end to them. */
const TEXT = /[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*){0,10000}/.source;

/** A name; longer ones are not worth the time. */
const NAME = /[^"\\\r\n]{1,200}/.source;

/** The keys that give a name to the value behind them. */
const NAME_KEY = '(?:name|option_name|OptionName)';

/** A name in YAML, which needs no quotes. */
const YAML_NAME = /[A-Za-z_][\w.-]{0,200}/.source;

/** An option in the list form of YAML. */
const YAML_OPTION = `option_name:[ \\t]*['"]?(?<name>${YAML_NAME})['"]?`;

/** Where text gives something a name and a value; the groups are the name and what stands around the value. */
const PAIRS = [
  `(?<before>"${NAME_KEY}"\\s*:\\s*"(?<name>${NAME})"\\s*,\\s*"[Vv]alue"\\s*:\\s*")(?<value>${STRING_INSIDE})`,
  `(?<before>"value"\\s*:\\s*")(?<value>${TEXT})(?<after>"\\s*,\\s*"name"\\s*:\\s*"(?<name>${NAME})")`,
  `(?<before>"(?<name>${NAME})"\\s*:\\s*")(?<value>${STRING_INSIDE})`,
  `(?<before>"(?<name>[A-Za-z_]\\w{0,200})=)(?<value>${STRING_INSIDE})`,
  `(?<before>^[ \\t]*(?:-[ \\t]+)?'?(?<name>${YAML_NAME})'?[ \\t]*:[ \\t]+)(?<value>[^\\r\\n]+)`,
  `(?<before>[{,][ \\t]*'?(?<name>${YAML_NAME})'?[ \\t]*:[ \\t]+)(?<value>[^\\r\\n,}]+)`,
  `(?<before>${YAML_OPTION}[ \\t]*\\r?\\n[ \\t]*value:[ \\t]*)(?<value>[^\\r\\n]+)`,
  `(?<before>${YAML_OPTION}[ \\t]*,[ \\t]*value:[ \\t]*)(?<value>[^\\r\\n,}]+)`,
].map((source) => new RegExp(source, 'gm'));

/**
 * The text with the values that look like secrets hidden, so that they stay out of build logs. Every character keeps
 * its place.
 */
export function hideSecrets(text: string): string {
  return PAIRS.reduce((shown, pair) => shown.replace(pair, hideValue), text);
}

function hideValue(match: string, ...details: readonly unknown[]): string {
  const { before, name, value, after = '' } = details.at(-1) as Readonly<Record<string, string>>;
  return secretIn(name, value) === undefined ? match : `${before}${'*'.repeat(value.length)}${after}`;
}

/** The keys that give a name to another key of the same object. */
const NAME_MEMBER = /^(?:name|option_?name|key)$/i;

/** Keys beside a name whose values are no secrets: where it stands or is kept, and what kind it is. */
const REFERENCE_MEMBER = /^(?:value_?from|type|kind|namespace|resource(?:_?name)?|arn|file|line|source)$/i;

/** `NAME=value`, alone or behind the dashes of an option. */
const ASSIGNMENT = /^-{0,2}(?<name>[A-Za-z_][\w.-]{0,200})=(?<value>[^]+)$/;

/** The same for JSON, where the tree tells which value a name belongs to, wherever the two stand in their object. */
export function hideInJson(json: string): string {
  const root = parseJson(json, () => undefined);
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length } of root ? spansOf(root, json) : []) {
    parts.push(json.slice(end, offset), '*'.repeat(length));
    end = offset + length;
  }
  return hideSecrets(parts.join('') + json.slice(end));
}

type Span = Pick<JsonNode, 'offset' | 'length'>;

/** Where secrets stand, in the order of the text. */
function* spansOf(node: JsonNode, json: string): Generator<Span> {
  if (node.kind === 'string') yield* spansIn(node, json);
  if (node.kind === 'array') for (const item of node.items) yield* spansOf(item, json);
  if (node.kind !== 'object') return;
  const name = nameOf(node);
  for (const { key, value } of node.members) {
    const isValue = name !== undefined && !NAME_MEMBER.test(key) && !REFERENCE_MEMBER.test(key);
    if (looksSecret(key, value) || (isValue && looksSecret(name, value))) yield inside(value);
    else yield* spansOf(value, json);
  }
}

/** A text that is a secret whatever its name is, or gives a value to the name of one. */
function* spansIn(node: JsonString, json: string): Generator<Span> {
  const { name, value } = ASSIGNMENT.exec(node.value)?.groups ?? {};
  const { offset, length } = inside(node);
  if (name !== undefined && secretIn(name, value) !== undefined) {
    const start = json.indexOf('=', offset) + 1;
    yield { offset: start, length: offset + length - start };
  } else if (secretIn('', node.value) !== undefined) {
    yield { offset, length };
  }
}

/** Without the quotes of a string. */
function inside({ kind, offset, length }: JsonNode): Span {
  return kind === 'string' ? { offset: offset + 1, length: length - 2 } : { offset, length };
}

function nameOf({ members }: JsonObject): string | undefined {
  const named = members.find(({ key, value }) => NAME_MEMBER.test(key) && value.kind === 'string')?.value;
  return named?.kind === 'string' ? named.value : undefined;
}

function looksSecret(name: string, node: JsonNode): boolean {
  return (node.kind === 'string' || node.kind === 'number') && secretIn(name, String(node.value)) !== undefined;
}
