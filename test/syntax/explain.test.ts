import { syntaxOf } from './problems';

const WRITE = 'Write { "AWSEBDockerrunVersion": 2, "containerDefinitions": [ … ] }.';
const RENDER = 'Render the template first';

describe('says why a text is not JSON', () => {
  test.each([
    ['an empty file', '', [`1:1+1 the file is empty. | ${WRITE}`]],
    ['only whitespace', ' \r\n\t', [`1:1+1 the file is empty. | ${WRITE}`]],
    [
      'only comments',
      '// a\n# b',
      ['1:1+4 the whole file is inside a comment: there is no JSON value. | Remove the comment marks.'],
    ],
    ['a comma before }', '{"a":1,}', ['1:7+1 no comma may stand before "}". | Remove the comma.']],
    ['a comma before ]', '[1,\n]', ['1:3+1 no comma may stand before "]". | Remove the comma.']],
    ['two commas', '[1,,2]', ['1:4+1 two commas stand in a row. | Remove one comma.']],
    ['a comma at the start', '[,1]', ['1:2+1 no value stands before this comma. | Remove one comma.']],
    ['a missing comma', '{"a":1 "b":2}', ['1:8+3 a comma is missing before "b". | Add a comma after 1.']],
    [
      'a missing comma after a bracket', '[[1]\n[2]]',
      ['2:1+1 a comma is missing before "[". | Add a comma after "]" on line 1.'],
    ],
    ['a line comment', '{ // a\n}', ['1:3+4 comments are not JSON. | Remove it.']],
    ['a block comment', '{ /* a\n*/ }', ['1:3+7 comments are not JSON. | Remove it.']],
    ['a hash comment', '{ # a\n}', ['1:3+3 comments are not JSON. | Remove it.']],
    [
      'a comment without an end',
      '{ /* a }',
      ['1:3+6 the comment that starts here is never closed; JSON has no comments. | Remove it.'],
    ],
    ['a comment behind the document', '{} // a', ['1:4+4 comments are not JSON. | Remove it.']],
    [
      'a placeholder',
      '{"a":<B C>}',
      [
        `1:6+5 the placeholder <B C> stands where a value is expected. | ${RENDER}, or pass substitutions: { "B C": `
          + "'…' }.",
      ],
    ],
    [
      'a placeholder as key', '{$A:1}',
      [`1:2+2 the placeholder $A stands where a key is expected. | ${RENDER}, or pass substitutions: { "A": '…' }.`],
    ],
    [
      'a placeholder instead of a pair', '{ ${A} }',
      [`1:3+4 the placeholder \${A} stands where a key is expected. | ${RENDER}, or pass substitutions: { "A": '…' }.`],
    ],
    [
      'a placeholder before a pair', '{ ${A} "b": 1 }',
      [`1:3+4 the placeholder \${A} stands where a key is expected. | ${RENDER}, or pass substitutions: { "A": '…' }.`],
    ],
    [
      'a placeholder inside a word',
      '[v${A}.2]',
      [
        `1:2+7 the placeholder v\${A}.2 stands where a value is expected. | ${RENDER}, or pass substitutions: { "A": `
          + "'…' }.",
      ],
    ],
    [
      'a placeholder with a filter', '[{{ a | b }}]',
      [`1:2+11 the placeholder {{ a | b }} stands where a value is expected. | ${RENDER}.`],
    ],
    [
      'a directive of a template', '[{% if a %} 1]',
      [`1:2+10 the template directive {% if a %} is not JSON. | ${RENDER}.`],
    ],
    [
      'a closing bracket too many', '{"a":[1]]}',
      ['1:9+1 the "]" closes nothing; a list may have been removed. | Remove it.'],
    ],
    ['a closing bracket too many at the end', '{"a":1}}', ['1:8+1 the "}" closes nothing. | Remove it.']],
    [
      'a bracket that ends the document too early', '{"a":{}},\n"b":1}',
      ['1:8+1 the "}" closes the whole document, but more text follows on line 1. | Remove one closing bracket here.'],
    ],
    [
      'a second document',
      '{}\n{}',
      [
        '2:1+1 the document ends on line 1, but more text follows. | Move what follows into the document, or '
          + 'remove it.',
      ],
    ],
    [
      'an open list', '{"a":[1}',
      ['1:6+1 the "[" that opens here is not closed before the "}" on line 1. | Add ] where it should end.'],
    ],
    [
      'an open object before the next', '[{"a":1,\n{"b":2}]',
      ['1:2+1 the "{" that opens here is not closed before the "{" on line 2. | Add } where it should end.'],
    ],
    [
      'brackets open at the end', '{"a":[{"b":1',
      ['1:7+1 the "{" that opens here is never closed. | Add }]} at the end of the file, or where it belongs.'],
    ],
    ['a key without quotes', '{a:1}', ['1:2+1 the key a must stand in double quotes. | Write "a".']],
    [
      'single quotes',
      "{'a':'b'}",
      [
        '1:2+3 \'a\' must stand in straight double quotes. | Write "a".',
        '1:6+3 \'b\' must stand in straight double quotes. | Write "b".',
      ],
    ],
    ['curly quotes', '[“a b”]', ['1:2+5 “a b” must stand in straight double quotes. | Write "a b".']],
    ['a word', '[nginx/web]', ['1:2+9 nginx/web must stand in double quotes. | Write "nginx/web".']],
    ['several words', '[hello big world]', ['1:2+5 hello must stand in double quotes. | Write "hello".']],
    [
      'a word of another language', '[None]',
      ['1:2+4 None is not a JSON value. | Write null, or "None" if it is text.'],
    ],
    ['a misspelt word', '[tru]', ['1:2+3 tru is not a JSON value. | Write true, or "tru" if it is text.']],
    ['a word with a capital', '[TRUE]', ['1:2+4 TRUE is not a JSON value. | Write true, or "TRUE" if it is text.']],
    ['a leading zero', '[01]', ['1:2+2 01 is not a JSON number. | Write 1, or "01" if it is text.']],
    ['a number with a unit', '[256MB]', ['1:2+5 256MB is not a JSON number. | Write 256, or "256MB" if it is text.']],
    ['a version', '[1.2.3]', ['1:2+5 1.2.3 is not a JSON number. | Write "1.2.3" if it is text.']],
    ['a hexadecimal number', '[0x10]', ['1:2+4 0x10 is not a JSON number. | Write 16, or "0x10" if it is text.']],
    [
      'a string alone in an object',
      '{ "a" }',
      [
        '1:3+3 an object holds "key": value pairs, got only "a". | Write a value after it, "a": …, or a key before '
          + 'it, "…": "a"; a list stands in [ ].',
      ],
    ],
    [
      'strings alone in an object',
      '{ "a", "b" }',
      [
        '1:3+3 an object holds "key": value pairs, got only "a". | Write a value after it, "a": …, or a key before it, "…": "a"; a list stands in [ ].',
        '1:8+3 an object holds "key": value pairs, got only "b". | Write a value after it, "b": …, or a key before '
          + 'it, "…": "b"; a list stands in [ ].',
      ],
    ],
    [
      'a string before a pair',
      '{ "a" "b": 1 }',
      [
        '1:3+3 an object holds "key": value pairs, got only "a". | Write a value after it, "a": …, or a key before it, "…": "a"; a list stands in [ ].',
      ],
    ],
    [
      'an object without a key', '{ {} }',
      ['1:3+1 an object holds "key": value pairs, got "{". | Give it a key: "key": {.'],
    ],
    ['a missing colon', '{ "a" 1 }', ['1:7+1 a colon is missing before 1. | Write "a": 1.']],
    ['a missing value', '{ "a": }', ['1:3+3 the key "a" has no value. | Add the value, or remove the key.']],
    [
      'a missing value before a comma', '{ "a":, "b": 1 }',
      ['1:3+3 the key "a" has no value. | Add the value, or remove the key.'],
    ],
    ['a second colon', '{ "a":: 1 }', ['1:7+1 a colon stands where none belongs. | Remove it.']],
    [
      'a pair in a list',
      '["a":1]',
      [
        '1:5+1 a list holds values, not "key": value pairs. | Put the pairs that belong together in braces: { "key": '
          + 'value, … }.',
      ],
    ],
    [
      'a string without an end',
      '["a\n]',
      [
        '1:2+2 the string that starts here does not end on its line. | Add the closing double quote; write \\n for a '
          + 'line break.',
      ],
    ],
    [
      'a string that swallows the next', '{"a: "b"}',
      ['1:2+5 the string "a: " lacks its closing quote. | Add the quote where the string should end.'],
    ],
    ['a raw tab', '["a\tb"]', ['1:4+1 a raw tab stands in the string. | Write \\t.']],
    [
      'a control character', '["a\u0001b"]',
      ['1:4+1 the control character U+0001 stands in the string. | Remove it, or write \\u0001.'],
    ],
    [
      'an unknown escape', '["C:\\\\a\\x"]',
      ['1:8+2 \\x is not an escape that JSON knows. | Write \\\\x for a backslash.'],
    ],
    [
      'an unfinished escape', '["\\u12"]',
      ['1:3+2 \\u is not an escape that JSON knows. | Write \\\\u for a backslash.'],
    ],
    [
      'a missing opening brace',
      '"a": 1,\n"b": [2,]\n}',
      [
        '1:1+3 the document must start with "{", got "a". | Add { at the start.',
        '2:8+1 no comma may stand before "]". | Remove the comma.',
      ],
    ],
    ['another format', 'version: 2', ['1:1+8 the file is YAML, and a Dockerrun file is JSON. | Convert it, as this does: yq -o=json.']],
    [
      'an invisible character', '{\u00a0}',
      ['1:2+1 the invisible character U+00A0 stands outside a string. | Replace it by a space.'],
    ],
    [
      'a second byte-order mark', '\uFEFF\uFEFF{}',
      ['1:1+1 the invisible character U+FEFF stands outside a string. | Replace it by a space.'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(syntaxOf(text)).toEqual(expected);
  });
});

describe('independent faults', () => {
  test('are all named', () => {
    expect(
      syntaxOf('{\n  // one\n  "a": [1 2,],\n  "b": <B>,\n  c: True\n}').map((line) => line.split(' | ')[0]),
    ).toEqual([
      '2:3+6 comments are not JSON.',
      '3:11+1 a comma is missing before 2.',
      '3:12+1 no comma may stand before "]".',
      '4:8+3 the placeholder <B> stands where a value is expected.',
      '5:3+1 the key c must stand in double quotes.',
      '5:6+4 True is not a JSON value.',
    ]);
  });

  test('two lists that lost their opening bracket', () => {
    expect(syntaxOf('{"a":[{"b":1]},{"c":2]}]}')).toHaveLength(2);
  });

  test('are all named up to 20', () => {
    expect(syntaxOf(`[${'<A>,'.repeat(20)}1]`)).toHaveLength(20);
  });

  test.each([21, 22])('of %i, 20 are named, and that there are more', (count) => {
    const found = syntaxOf(`[${'<A>,'.repeat(count)}1]`);
    expect(found).toHaveLength(21);
    expect(found[20]).toBe(
      '1:82+3 more faults follow from here on; only the first 20 are listed. | Correct those before it, and check the '
        + 'file again.',
    );
  });
});

test('a long token is cut in the message, not in its place', () => {
  expect(syntaxOf(`[1 "${'x'.repeat(60)}"]`)).toEqual([
    `1:4+62 a comma is missing before "${'x'.repeat(38)}…. | Add a comma after 1.`,
  ]);
});

describe('comes to an end with very many', () => {
  const SIZE = 200_000;

  test.each([
    ['escaped quotes', `["${'\\"'.repeat(SIZE)}`],
    ['quotes', `[${'"'.repeat(SIZE)}`],
    ['single quotes', `[${'\''.repeat(SIZE)}`],
    ['a comment of stars', `[/*${'*'.repeat(SIZE)}`],
    ['comment starts', `[${'/*'.repeat(SIZE)}`],
    ['placeholder starts', `[${'<a '.repeat(SIZE)}`],
    ['open double braces', `["a", ${'{{a '.repeat(90)}${' '.repeat(SIZE)}`],
    ['percent signs', `[${'%A'.repeat(SIZE)}`],
    ['mismatched brackets', `[${'{"a":[}],'.repeat(SIZE / 10)}1]`],
    ['closing brackets', `[${'}'.repeat(SIZE)}`],
    ['commas', `[${','.repeat(SIZE)}]`],
    ['words', `[${'a '.repeat(SIZE)}]`],
    ['a long word', `[${'a'.repeat(SIZE)}]`],
    ['directives', `[${'{%'.repeat(40)}${'x'.repeat(SIZE)}`],
    ['a long string', `["${'x'.repeat(5_000_000)}" 1]`],
    ['a long comment', `[/*${'x*'.repeat(2_000_000)}*/]`],
  ])('%s', (_name, text) => {
    expect(syntaxOf(text).length).toBeGreaterThan(0);
  });
});
