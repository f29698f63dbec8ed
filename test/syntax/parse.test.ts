import { Problem } from '../../lib/core/finding/rule';
import { JsonNode } from '../../lib/core/syntax/json-tree';
import { parseJson } from '../../lib/core/syntax/parse';
import { syntaxOf } from './problems';

function parse(text: string): { tree?: JsonNode; problems: Problem[] } {
  const problems: Problem[] = [];
  const tree = parseJson(text, (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); });
  return { tree, problems };
}

/** The tree without places. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
    case 'array': return node.items.map(plain);
    case 'null': return null;
    default: return node.value;
  }
}

const SAMPLES = [
  '{}',
  '[]',
  'null',
  'true',
  '0',
  '-0',
  '1.5e+3',
  '1E400',
  '""',
  '"\\u00e9\\n\\/"',
  '"\u2028"',
  '{"a":[1,{"b":null}],"":false}',
  ' \t\r\n{ "a" : 1 } \n',
  '',
  ' ',
  '{',
  '[',
  '"',
  '01',
  '+1',
  '.5',
  '1.',
  '1e',
  '-',
  '0x10',
  'NaN',
  'True',
  'undefined',
  '{"a":1,}',
  '[1,]',
  '[,1]',
  '[1,,2]',
  '{,}',
  '{"a"}',
  '{"a":}',
  '{"a" 1}',
  '{"a":1 "b":2}',
  "{'a':1}",
  '{a:1}',
  '{1:2}',
  '{}x',
  '{}{}',
  '{}}',
  '[}',
  '"\t"',
  '"a\nb"',
  '"\\x"',
  '"\\u12g4"',
  '//x\n{}',
  '/**/{}',
  '{}//',
  '\u00a0{}',
  '{\u0000}',
  '\u2028{}',
  '{}\u000b',
  '{"a":1;}',
  '[1 2]',
  '["a" "b"]',
  '"\u0000"',
  '"\u007f"',
];

test.each(SAMPLES)('reads %j as JSON.parse does, or says why not', (text) => {
  const { tree, problems } = parse(text);
  let expected: unknown;
  try {
    expected = JSON.parse(text);
  } catch {
    expect(tree).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    return;
  }
  expect(problems).toEqual([]);
  expect(plain(tree!)).toEqual(expected);
});

describe('places', () => {
  const { tree } = parse('{ "a": [ "x" ], "b-c": { "d e": 12 } }');

  test.each([
    ['', 0, 38],
    ['a', 7, 7],
    ['a[0]', 9, 3],
    ['b-c', 23, 13],
    ['b-c["d e"]', 32, 2],
  ])('%s', (path, offset, length) => {
    expect(find(tree!, path)).toMatchObject({ path, offset, length });
  });

  function find(node: JsonNode, path: string): JsonNode | undefined {
    if (node.path === path) return node;
    const children =
      node.kind === 'object' ? node.members.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
    return children.map((child) => find(child, path)).find((found) => found !== undefined);
  }
});

describe('a key that stands twice', () => {
  test('is reported at each repetition, with its path', () => {
    expect(syntaxOf('{ "a": 1, "b": { "c": 1, "c": 2, "c": 3 },\n"a": 2 }')).toEqual([
      '1:26+3 `b.c` stands here a second time. | Remove one of the two; readers disagree on which one counts.',
      '1:34+3 `b.c` stands here a second time. | Remove one of the two; readers disagree on which one counts.',
      '2:1+3 `a` stands here a second time. | Remove one of the two; readers disagree on which one counts.',
    ]);
  });

  test('is the same key in another spelling', () => {
    expect(syntaxOf('{ "a": 1, "\\u0061": 2 }')).toEqual([
      '1:11+8 `a` stands here a second time. | Remove one of the two; readers disagree on which one counts.',
    ]);
  });

  test('is not the same key in another object, nor one of the prototype', () => {
    expect(syntaxOf('{ "a": { "b": 1 }, "b": 2, "constructor": 3, "__proto__": 4 }')).toEqual([]);
  });
});

describe('depth', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('100 brackets are fine', () => {
    expect(parse(nested(100)).problems).toEqual([]);
  });

  test('101 are refused at the one that is too many', () => {
    expect(syntaxOf(nested(101))).toEqual(['1:101+1 more than 100 brackets are open here. | Flatten the document.']);
  });

  test('a million do not overflow anything', () => {
    expect(syntaxOf('[{"a":'.repeat(500_000))).toEqual([
      '1:301+1 more than 100 brackets are open here. | Flatten the document.',
    ]);
  });

  test('brackets inside strings do not count', () => {
    expect(parse(`["${'['.repeat(500)}", "\\"${'{'.repeat(500)}"]`).problems).toEqual([]);
  });
});
