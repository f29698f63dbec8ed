import { hideSecrets } from '../../lib/core/report/redact';

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
