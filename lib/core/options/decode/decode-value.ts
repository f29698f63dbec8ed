import { JsonNode, JsonObject, show } from '../../syntax/json-tree';
import { findNamespace, findOption } from '../catalogue';
import { changedByYaml, settingsForm, valuelessOption } from '../rules/read';
import { SourceContext } from './source-context';

/** The value of a setting as text, and whether only the stack of Beanstalk can tell it. */
export interface DecodedValue {
  readonly value: string;
  readonly computed: boolean;
}

/** Options whose value is a document. */
const DOCUMENTS = new Set(['ConfigDocument']);

/** `Ref`, `Fn::GetAtt` and the like, which only a stack can work out. */
const FUNCTION = /^(Ref|Fn::\w+)$/;

/** The value that Beanstalk gets for what stands in the file; nothing when it gets none. */
export function decodeValue(
  node: JsonNode, namespace: string, optionName: string, context: SourceContext,
): DecodedValue | undefined {
  if (node.kind === 'null') {
    context.report(valuelessOption, node, 'has no value, so the default holds.', 'Give it a value, or remove it.');
    return undefined;
  }
  if (node.kind === 'array') return joined(node.items.map((item) => decodeValue(item, namespace, optionName, context)));
  if (node.kind !== 'object') {
    return { value: scalarText(node, namespace, optionName, context), computed: isFunctionText(node) };
  }
  if (isFunction(node)) return { value: JSON.stringify(plain(node)), computed: true };
  if (DOCUMENTS.has(optionName)) return { value: JSON.stringify(plain(node)), computed: false };
  context.report(
    settingsForm, node, 'has to be a text, a number, a truth value or a list of them, got an object.',
    'Write the value itself, or quote it.',
  );
  return undefined;
}

function joined(values: readonly (DecodedValue | undefined)[]): DecodedValue {
  const present = values.filter((value) => value !== undefined);
  return { value: present.map(({ value }) => value).join(','), computed: present.some(({ computed }) => computed) };
}

function scalarText(
  node: JsonNode, namespace: string, optionName: string, { converted, report }: SourceContext,
): string {
  const change = converted.get(node);
  const text = 'value' in node ? String(node.value) : '';
  if (change && isNoticed(change.written, change.read, namespace, optionName)) {
    report(
      changedByYaml, node, `is written ${change.written} and read as ${change.read}.`,
      `Write "${change.written}" in quotes if that is meant, else ${change.read}.`,
    );
  }
  return text;
}

/** A flag may be written in any of the ways. Elsewhere `True` is `true`, unless the application gets to see it. */
function isNoticed(written: string, read: string, namespace: string, optionName: string): boolean {
  if (findOption(namespace, optionName)?.type === 'flag') return false;
  const isSeen = findNamespace(namespace)?.open !== undefined;
  return isSeen || written.toLowerCase() !== read;
}

function isFunction({ members }: JsonObject): boolean {
  return members.length === 1 && FUNCTION.test(members[0].key);
}

/** A function in backticks, which is how a text can hold one. */
function isFunctionText(node: JsonNode): boolean {
  return node.kind === 'string' && /^\s*`\s*\{[^]*\}\s*`\s*$/.test(node.value);
}

function plain(node: JsonNode): unknown {
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
  if (node.kind === 'array') return node.items.map(plain);
  return node.kind === 'null' ? null : node.value;
}

/** The text of a name, which YAML may have read as a number. */
export function nameText(node: JsonNode | undefined): string | undefined {
  if (!node || node.kind === 'null' || node.kind === 'object' || node.kind === 'array') return undefined;
  return String(node.value);
}

/** What a message says of a node that is no name. */
export function shownKind(node: JsonNode | undefined): string {
  return node ? show(node) : 'nothing';
}
