import { hideInJson, hideSecrets } from '../../lib/core/report/redact';

describe('hideSecrets', () => {
  test.each([
    ['a variable', '{ "name": "DB_PASSWORD", "value": "hunter2" }', '{ "name": "DB_PASSWORD", "value": "*******" }'],
    [
      'a variable with its value first', '{ "value": "hunter2", "name": "DB_PASSWORD" }',
      '{ "value": "*******", "name": "DB_PASSWORD" }',
    ],
    ['a map', '{ "API_TOKEN": "hunter2" }', '{ "API_TOKEN": "*******" }'],
    ['an assignment', '["API_TOKEN=hunter2"]', '["API_TOKEN=*******"]'],
    ['a value with an escaped quote', '"API_TOKEN": "a\\"b"', '"API_TOKEN": "****"'],
    ['a value without a closing quote', '"API_TOKEN": "hunter2', '"API_TOKEN": "*******'],
    ['a value that is a secret under any name', '"value": "AKIAABCDEFGHIJKLMNOP"', '"value": "********************"'],
    ['two on a line', '"A_TOKEN": "x1", "B": "y", "C_TOKEN": "z2"', '"A_TOKEN": "**", "B": "y", "C_TOKEN": "**"'],
    ['a line of YAML', '    DB_PASSWORD: hunter2', '    DB_PASSWORD: *******'],
    ['an entry of YAML', "- 'API_TOKEN': hunter2 # new", "- 'API_TOKEN': *************"],
    ['YAML in braces', '{ MODE: fast, API_TOKEN: hunter2 }', '{ MODE: fast, API_TOKEN: ********}'],
    [
      'an option of YAML in list form', '  - option_name: DB_PASSWORD\n    value: hunter,2',
      '  - option_name: DB_PASSWORD\n    value: ********',
    ],
    [
      'an option of YAML in braces', '- { option_name: DB_PASSWORD, value: hunter2 }',
      '- { option_name: DB_PASSWORD, value: ********}',
    ],
    [
      'an option in JSON', '{ "option_name": "DB_PASSWORD", "value": "hunter2" }',
      '{ "option_name": "DB_PASSWORD", "value": "*******" }',
    ],
    [
      'an option of a description', '"OptionName": "DB_PASSWORD",\n"Value": "hunter2"',
      '"OptionName": "DB_PASSWORD",\n"Value": "*******"',
    ],
  ])('hides %s', (_name, text, expected) => {
    expect(hideSecrets(text)).toBe(expected);
  });

  test.each([
    '{ "name": "LOG_LEVEL", "value": "info" }',
    '{ "name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db" }',
    '{ "name": "DB_PASSWORD", "value": "${DB_PASSWORD}" }',
    '{ "image": "nginx:1.29" }',
    'MODE: fast\nDB_PASSWORD:\n  nested: value',
    '  - option_name: MODE\n    value: hunter2',
    'listeners: [{ port: 80, containerName: web }]',
    '',
  ])('leaves %s', (text) => {
    expect(hideSecrets(text)).toBe(text);
  });

  test.each([
    ['escaped quotes', `"${'\\"'.repeat(200_000)}`],
    ['pairs', '"a": "b", '.repeat(50_000)],
    ['spaces, commas and letters', `${' '.repeat(200_000)}{${','.repeat(200_000)}${'a'.repeat(200_000)}`],
  ])('comes to an end with many %s, and leaves them alone', (_, text) => {
    expect(hideSecrets(text)).toBe(text);
  });
});

describe('hideInJson', () => {
  const SECRET = 'hunter2Xq9';
  const STARS = '*'.repeat(SECRET.length);

  test.each([
    ['a key between', `[{"name":"DB_PASSWORD","x":1,"value":"${SECRET}"}]`],
    ['the value first', `[{"value":"${SECRET}","x":1,"name":"DB_PASSWORD"}]`],
    ['an escape in the name', `[{"name":"\\u0044B_PASSWORD","value":"${SECRET}"}]`],
    ['capital keys', `[{"Name":"DB_PASSWORD","Value":"${SECRET}"}]`],
    ['an assignment in a list', `["DB_PASSWORD=${SECRET}"]`],
    ['an option of a program', `{"command":["run","--password=${SECRET}"]}`],
    ['a map', `{"DB_PASSWORD":"${SECRET}"}`],
    ['a name of 300 characters', `{"${'A'.repeat(290)}_PASSWORD":"${SECRET}"}`],
  ])('%s', (_, json) => {
    expect(hideInJson(json)).toBe(json.replace(SECRET, STARS));
  });

  test('an address with a password is hidden as a whole', () => {
    expect(hideInJson(`["postgres://u:${SECRET}@h/db", "b"]`)).toBe(`["${'*'.repeat(28)}", "b"]`);
  });

  test('a number is hidden, and what stands around secrets stays', () => {
    const json = '[{"name":"DB_PASSWORD","value":12345678},{"name":"LOG_LEVEL","value":"info"}]';
    expect(hideInJson(json)).toBe(json.replace('12345678', '********'));
  });

  test.each([
    '{"name":"DB_PASSWORD","valueFrom":"arn:aws:ssm:eu-west-1:123456789012:parameter/db"}',
    '{"optionName":"DBPassword","namespace":"aws:rds:dbinstance","file":".ebextensions/01.config","line":1}',
    '{"name":"DB_PASSWORD","value":{"prop":"environmentProperties.DB_PASSWORD"}}',
  ])('leaves %s', (json) => {
    expect(hideInJson(json)).toBe(json);
  });
});
