import { Node as ParsedNode, ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { Problem, Report } from '../finding/rule';
import { explainErrors } from './explain';
import { reportConflicts } from './explain/foreign';
import { JsonMember, JsonNode, JsonObject, memberPath } from './json-tree';
import { barePlaceholder, comment, duplicateKey, extraComma, missingComma, tooDeep, trailingComma } from './rules';
import { STRING_LITERAL } from './string-literal';

/** Deeper than any real file; the parser recurses, so the limit also protects its stack. */
const MAX_DEPTH = 100;

const STRING_OR_BRACKET = new RegExp(`${STRING_LITERAL}|[[\\]{}]`, 'g');

/** What came of a text. */
export interface Parsed {
  /** Nothing when the text is too far from JSON. */
  readonly root?: JsonNode;
  /** Whether the tree has all that the text says; otherwise some of its values are not known. */
  readonly isWhole: boolean;
}

/** Reads strict JSON. What is not JSON is reported with its place; then there is no tree. */
export function parseJson(text: string, report: Report): JsonNode | undefined {
  const problems: Problem[] = [];
  const { root } = parseForgivingly(text, (rule, place, message, hint) => {
    problems.push({ rule, place, message, hint });
    report(rule, place, message, hint);
  });
  return problems.some(({ rule }) => rule !== duplicateKey) ? undefined : root;
}

/**
 * The same, but where it is certain what was meant there is a tree all the same, so that what it says can be checked,
 * too.
 */
export function parseForgivingly(text: string, report: Report): Parsed {
  const deep = firstTooDeep(text);
  if (deep !== undefined) {
    report(
      tooDeep, { path: '', offset: deep, length: 1 }, `more than ${MAX_DEPTH} brackets are open here.`,
      'Flatten the document.',
    );
    return { isWhole: false };
  }
  if (reportConflicts(text, report)) return { isWhole: false };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  if (errors.length === 0 && root) return { root: toNode(root, '', report), isWhole: true };
  const problems: Problem[] = [];
  explainErrors(text, errors[0]?.offset ?? 0, (rule, place, message, hint) => {
    problems.push({ rule, place, message, hint });
    report(rule, place, message, hint);
  });
  return mended(text, problems, report);
}

/** The offset of the bracket that goes too deep. Brackets inside strings do not count. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(STRING_OR_BRACKET)) {
    if (match[0] === '{' || match[0] === '[') depth++;
    else if (match[0] === '}' || match[0] === ']') depth--;
    if (depth > MAX_DEPTH) return match.index;
  }
  return undefined;
}

/** What can go without a change of what is said. */
const SUPERFLUOUS = [comment, extraComma, trailingComma];

/** The tree of a text whose faults can be mended where they stand, for others of the same length. */
function mended(text: string, problems: readonly Problem[], report: Report): Parsed {
  let result = text;
  for (const { rule, place: { offset, length } } of problems) {
    const isPlaceholder = rule === barePlaceholder && length >= NO_VALUE.length;
    if (!isPlaceholder && rule !== missingComma && !SUPERFLUOUS.includes(rule)) return { isWhole: false };
    if (rule === missingComma) continue;
    const filled = (isPlaceholder ? NO_VALUE : '').padEnd(length);
    result = result.slice(0, offset) + filled + result.slice(offset + length);
  }
  const errors: ParseError[] = [];
  const root = parseTree(result, errors, { disallowComments: true, allowTrailingComma: false });
  const isMended = errors.every(({ error }) => printParseErrorCode(error) === 'CommaExpected');
  const isWhole = !problems.some(({ rule }) => rule === barePlaceholder);
  return root && isMended ? { root: toNode(root, '', report), isWhole } : { isWhole: false };
}

const NO_VALUE = 'null';

function toNode(parsed: ParsedNode, path: string, report: Report): JsonNode {
  const place = { path, offset: parsed.offset, length: parsed.length };
  switch (parsed.type) {
    case 'object':
      return toObject(parsed, path, report);
    case 'array':
      return {
        ...place,
        kind: 'array',
        items: (parsed.children ?? []).map((item, index) => toNode(item, `${path}[${index}]`, report)),
      };
    case 'string':
      return { ...place, kind: 'string', value: parsed.value };
    case 'number':
      return { ...place, kind: 'number', value: parsed.value };
    case 'boolean':
      return { ...place, kind: 'boolean', value: parsed.value };
    default:
      return { ...place, kind: 'null' };
  }
}

function toObject(parsed: ParsedNode, path: string, report: Report): JsonObject {
  const seen = new Set<string>();
  const members = (parsed.children ?? []).map((property): JsonMember => {
    const [key, value] = property.children as [ParsedNode, ParsedNode];
    const name: string = key.value;
    const place = { path: memberPath(path, name), offset: key.offset, length: key.length };
    if (seen.has(name)) {
      report(
        duplicateKey, place, 'stands here a second time.',
        'Remove one of the two; readers disagree on which one counts.',
      );
    }
    seen.add(name);
    return { key: name, place, value: toNode(value, place.path, report) };
  });
  return { path, offset: parsed.offset, length: parsed.length, kind: 'object', members };
}
