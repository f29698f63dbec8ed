import { Node as ParsedNode, ParseError, parseTree } from 'jsonc-parser';
import { Report } from '../finding/rule';
import { explainErrors } from './explain';
import { JsonMember, JsonNode, JsonObject, memberPath } from './json-tree';
import { duplicateKey, tooDeep } from './rules';
import { STRING_LITERAL } from './string-literal';

/** Deeper than any real file; the parser recurses, so the limit also protects its stack. */
const MAX_DEPTH = 100;

const STRING_OR_BRACKET = new RegExp(`${STRING_LITERAL}|[[\\]{}]`, 'g');

/** Reads strict JSON. What is not JSON is reported with its place and never repaired; then there is no tree. */
export function parseJson(text: string, report: Report): JsonNode | undefined {
  const deep = firstTooDeep(text);
  if (deep !== undefined) {
    report(
      tooDeep, { path: '', offset: deep, length: 1 }, `more than ${MAX_DEPTH} brackets are open here.`,
      'Flatten the document.',
    );
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  if (errors.length > 0 || !root) {
    explainErrors(text, errors[0]?.offset ?? 0, report);
    return undefined;
  }
  return toNode(root, '', report);
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
