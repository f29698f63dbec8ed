import { readDockerrun } from '../../lib/core/reading/read';
import { decodeText } from '../../lib/core/syntax/encoding';
import { syntaxOf } from './problems';

const codes = (text: string) => readDockerrun(text, { strict: false, substitutions: {} }).findings.map(({ code }) => code);

describe('what a text says beside its faults', () => {
  test.each([
    ['a comma at the end', '{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"web","image":"a","memory":"x","link":[],},]}', ['DR1001', 'DR1004', 'DR0002', 'DR0002', 'DR5007']],
    ['a comment', '{"AWSEBDockerrunVersion":2,/* x */"containerDefinitions":[{"name":"web","image":"Acme/web:1","memory":64}]}', ['DR0005', 'DR2101', 'DR5007']],
    ['a missing comma', '{"AWSEBDockerrunVersion":2 "containerDefinitions":[{"name":"web","image":"web:1"}]}', ['DR0003', 'DR2102', 'DR5007']],
    ['a placeholder, behind which anything may be', '{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"web","image":${IMAGE},"memory":"x"}]}', ['DR0006', 'DR1001']],
  ])('is checked in spite of %s', (_, text, expected) => {
    expect(codes(text).filter((code) => code !== 'DR5003').sort()).toEqual(expected.sort());
  });

  test.each([
    ['a bracket', '{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"web"]}', ['DR0007']],
    ['a conflict', '{\n<<<<<<< a\n"AWSEBDockerrunVersion":2\n=======\n"AWSEBDockerrunVersion":3\n>>>>>>> b\n,"x":1}', ['DR0017']],
  ])('is not guessed where %s is in doubt', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

test('a text that only begins with a word is no YAML', () => {
  expect(syntaxOf('hello')).toEqual(['1:1+5 the document must start with "{", got hello. | Add { at the start.']);
});

describe('bytes', () => {
  const both = (text: string) => Buffer.from(text, 'utf16le');

  test.each<[string, Buffer, object]>([
    ['of UTF-8', Buffer.from('ü'), { text: 'ü' }],
    ['of UTF-8 with a mark', Buffer.from('\uFEFF{}'), { text: '\uFEFF{}' }],
    ['of one letter in a byte', Buffer.from([0x47, 0xfc]), { text: 'Gü', encoding: 'WINDOWS-1252' }],
    ['of two with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), both('{"ü"}')]), { text: '{"ü"}', encoding: 'UTF-16LE' }],
    ['of two', both('{ "'), { text: '{ "', encoding: 'UTF-16LE' }],
    ['of two, the greater first', both('{ "').swap16(), { text: '{ "', encoding: 'UTF-16BE' }],
    ['of nothing', Buffer.alloc(0), { text: '' }],
  ])('%s are read', (_, bytes, decoded) => {
    expect(decodeText(bytes)).toEqual(decoded);
  });
});
