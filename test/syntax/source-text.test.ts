import { readDockerrun } from '../../lib/core/reading/read';
import { SourceText } from '../../lib/core/syntax/source-text';
import { syntaxOf } from './problems';

describe('placeholders outside quotes', () => {
  const source = SourceText.of('{ "a": <LONG_NAME>, "b": $B, "c": 3 }', { LONG_NAME: '1', B: '22222' });

  test('are replaced before the text is parsed', () => {
    expect(source.text).toBe('{ "a": 1, "b": 22222, "c": 3 }');
    expect([...source.used]).toEqual(['LONG_NAME', 'B']);
  });

  test.each([
    ['before the first', 0, 0],
    ['the first', 7, 7],
    ['between the two', 8, 18],
    ['the second', 15, 25],
    ['inside the second', 17, 25],
    ['behind the second', 20, 27],
    ['the end', 30, 37],
  ])('have their place in the text as it was written: %s', (_name, parsed, written) => {
    expect(source.original(parsed)).toBe(written);
  });

  test('stay when no substitution names them', () => {
    expect(SourceText.of('{ "a": <A> }', { B: '1' }).text).toBe('{ "a": <A> }');
  });

  test('inside quotes are no business of this stage', () => {
    expect(SourceText.of('{ "a": "<A>", "b": "\\"<A>" }', { A: '1' }).text).toBe('{ "a": "<A>", "b": "\\"<A>" }');
  });
});

test('a byte-order mark is not part of the parsed text', () => {
  const source = SourceText.of('\uFEFF{ "a": <A> }', { A: '1' });
  expect(source.text).toBe('{ "a": 1 }');
  expect([source.original(0), source.original(9)]).toEqual([1, 12]);
});

describe('findings behind a replaced placeholder', () => {
  const text =
    '\uFEFF{ "AWSEBDockerrunVersion": <VERSION>,\r\n  "containerDefinitions": [{ "name": "web", "image": "a:${TAG}", '
    + '"memory": {{MEMORY}}, "cpu": true }] }';
  const { document, findings } = readDockerrun(text, {
    strict: false, substitutions: { VERSION: '2', TAG: 'v1', MEMORY: '128' },
  });

  test('point at the text as it was written', () => {
    const [cpu] = findings.filter(({ code }) => code === 'DR1001');
    expect(cpu).toMatchObject({
      message: '`containerDefinitions[0].cpu` must be an integer, got true.', line: 2, column: 95, length: 4,
    });
  });

  test('are about the replaced values', () => {
    expect(document?.spec.containers[0]).toMatchObject({ image: 'a:v1', memory: 128 });
  });

  test('a value is as long as its placeholder', () => {
    const { findings: found } = readDockerrun(text, {
      strict: false, substitutions: { VERSION: '2', TAG: 'v1', MEMORY: '1' },
    });
    expect(found.find(({ code }) => code === 'DR2001')).toMatchObject({
      message: '`containerDefinitions[0].memory` must be between 4 and 2147483647, got 1.',
      line: 2,
      column: 76,
      length: '{{MEMORY}}'.length,
    });
  });
});

describe('a substitution that replaces nothing', () => {
  test('is reported', () => {
    expect(syntaxOf('{ "AWSEBDockerrunVersion": 2 }', { TAGG: 'v1' })).toEqual([
      '1:1+1 the substitution "TAGG" replaces no placeholder of the file. | Correct its name, or remove it; the '
        + 'guide lists the notations, such as ${NAME}, {{NAME}}, <NAME> and %NAME%.',
    ]);
  });

  test.each([
    ['in a string', '{ "image": "a:<TAG>" }'],
    ['outside quotes', '{ "memory": <TAG> }'],
    ['in a command, in a form that no shell knows', '{ "command": ["<TAG>"] }'],
    ['in a text that could not be read', '{ "a": '],
  ])('is not reported when it stands %s', (_name, text) => {
    expect(syntaxOf(text, { TAG: '1' }).filter((line) => line.includes('substitution "TAG"'))).toEqual([]);
  });

  test('$NAME in a command is a variable of the shell', () => {
    expect(syntaxOf('{ "command": ["$TAG"] }', { TAG: '1' })).toHaveLength(1);
  });
});
