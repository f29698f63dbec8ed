import { shownAs, shownJson } from '../../lib/core/report/redact';
import { Secrets } from '../../lib/core/report/secrets';
import { parseJson } from '../../lib/core/syntax/parse';

const SECRET = 'hunter2Xq9';
const STARS = '*'.repeat(SECRET.length);

function shown(json: string): string {
  return Secrets.of(json, parseJson(json, () => undefined)).shown;
}

describe('the text of a tree', () => {
  test.each([
    ['a key between', `[{"name":"DB_PASSWORD","x":1,"value":"${SECRET}"}]`],
    ['the value first', `[{"value":"${SECRET}","x":1,"name":"DB_PASSWORD"}]`],
    ['an escape in the name', `[{"name":"\\u0044B_PASSWORD","value":"${SECRET}"}]`],
    ['capital keys', `[{"Name":"DB_PASSWORD","Value":"${SECRET}"}]`],
    ['an option', `[{"namespace":"a","OptionName":"DB_PASSWORD","Value":"${SECRET}"}]`],
    ['an assignment in a list', `["DB_PASSWORD=${SECRET}"]`],
    ['an option of a program', `{"command":["run","--password=${SECRET}"]}`],
    ['an option and its value', `{"command":["run","--password","${SECRET}"]}`],
    ['a command', `["DB_PASSWORD=${SECRET} run --fast"]`],
    ['JSON in a text', `["{'password': '${SECRET}'}"]`],
    ['a map', `{"DB_PASSWORD":"${SECRET}"}`],
    ['a list', `{"DB_PASSWORD":["${SECRET}"]}`],
    ['an object below the name', `{"DB_PASSWORD":{"default":"${SECRET}"}}`],
    ['a name of 300 characters', `{"${'A'.repeat(290)}_PASSWORD":"${SECRET}"}`],
    ['beside a placeholder', `{"DB_PASSWORD":"${SECRET}"}`],
    ['two on a line', `{"A_TOKEN":"${SECRET}","B":"y"}`],
  ])('hides %s, and nothing else', (_, json) => {
    expect(shown(json)).toBe(json.replace(SECRET, STARS));
  });

  test('an address with a password is hidden as a whole, and so is a text with an escape before its secret', () => {
    expect(shown(`["postgres://u:${SECRET}@h/db", "b"]`)).toBe(`["${'*'.repeat(28)}", "b"]`);
    expect(shown('["\\t", "a\\tPASSWORD=x9y8z7"]')).toBe('["\\t", "******************"]');
  });

  test.each([
    '{"name":"DB_PASSWORD","valueFrom":"arn:aws:ssm:eu-west-1:123456789012:parameter/db"}',
    '{"optionName":"DBPassword","namespace":"aws:rds:dbinstance","file":".ebextensions/01.config","line":1}',
    '{"name":"DB_PASSWORD","value":"${DB_PASSWORD}"}',
    '{"name":"token-service","image":"nginx:1","memory":128}',
    '{"name":"LOG_LEVEL","value":"info"}',
    '{"repositoryCredentials":{"credentialsParameter":"my-login"},"secretOptions":[{"name":"a","valueFrom":"b"}]}',
    '["registry/token:latest","arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-password"]',
    '[]',
  ])('leaves %s', (json) => {
    expect(shown(json)).toBe(json);
  });
});

describe('a text that is no JSON', () => {
  test.each([
    [
      'a map', 'MODE: fast\nDB_PASSWORD hunter2Xq9\nLEVEL: information',
      'MODE: ****\n*********** **********\nLEVEL: ***********',
    ],
    [
      'what is far away', '{\n"a": "bcd",\n}\n{\n"PASSWORD": hunter2\n}\n{ "e": "fgh"',
      '{\n"a": "bcd",\n}\n{\n"PASSWORD": *******\n}\n{ "e": "fgh"',
    ],
    ['keys and names', '{ "name": "DB_PASSWORD" "value": "hunter2" }', '{ "name": "DB_PASSWORD" "value": "*******" }'],
    ['nothing without a name', '{ "name": "MODE" "value": "hunter2" }', '{ "name": "MODE" "value": "hunter2" }'],
  ])('hides %s', (_, text, expected) => {
    expect(Secrets.of(text, undefined).shown).toBe(expected);
  });
});

describe('a sentence about a text', () => {
  const secrets = Secrets.of(
    '{"A_PASSWORD":"web","B_PASSWORD":"a\\"b/c\\\\d"}',
    parseJson('{"A_PASSWORD":"web","B_PASSWORD":"a\\"b/c\\\\d"}', () => undefined),
  );

  test('has no value, as it is or quoted', () => {
    expect(secrets.hide('got a"b/c\\d, which is "a\\"b/c\\\\d"')).toBe('got *******, which is "*********"');
  });

  test('has no short value where it is about that, and keeps the word elsewhere', () => {
    expect(secrets.hide('the container "web"')).toBe('the container "web"');
    expect(secrets.hide('got "web"', 15, 18)).toBe('got "***"');
    expect(secrets.hide('got "web"', 18, 19)).toBe('got "web"');
  });

  test('has no long value that is cut', () => {
    const json = `{"A_PASSWORD":"${'x1'.repeat(60)}"}`;
    expect(
      Secrets.of(
        json, parseJson(json, () => undefined),
      ).hide(`got "${'x1'.repeat(28)}…"`),
    ).toBe(`got "${'*'.repeat(56)}…"`);
  });
});

describe('a value', () => {
  test('is JSON whatever is hidden in it', () => {
    const value = { A_PASSWORD: 12345678, count: 48151623, text: `a ${SECRET} b`, [SECRET]: 1 };
    const file = Secrets.of(
      `{"B_PASSWORD":"${SECRET}","C_PASSWORD":48151623}`,
      parseJson(`{"B_PASSWORD":"${SECRET}","C_PASSWORD":48151623}`, () => undefined),
    );
    expect(JSON.parse(shownJson(value, [file]))).toEqual({
      A_PASSWORD: '********', count: '********', text: `a ${STARS} b`, [STARS]: 1,
    });
  });

  test('is drawn on one line', () => {
    expect(shownAs({ a: ['x\n::error::y\u001b[2J'] })).toEqual({ a: ['x ::error::y [2J'] });
  });
});
