import { readCron } from '../../lib/core/reading/read-cron';

const codes = (text: string) => readCron(text).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

test('tasks are read in their order', () => {
  const text =
    '\uFEFFversion: 1\r\ncron:\r\n  - {name: b, url: /b, schedule: "0 0 * * *"}\r\n  - name: a\r\n    url: '
    + '"/a?x=1"\r\n    schedule: 5 4 * * sun\r\n';
  expect(readCron(text)).toMatchObject({
    findings: [],
    tasks: [{ name: 'b', url: '/b', schedule: '0 0 * * *' }, { name: 'a', url: '/a?x=1', schedule: '5 4 * * sun' }],
  });
});

test('JSON is YAML', () => {
  expect(readCron('{"version": 1, "cron": [{"name": "a", "url": "/a", "schedule": "* * * * *"}]}').tasks).toEqual([
    { name: 'a', url: '/a', schedule: '* * * * *' },
  ]);
});

test('a task with a mistake is left out, the others stay', () => {
  const text =
    'version: 1\ncron:\n  - name: a\n    url: a\n    schedule: "* * * * *"\n  - name: b\n    url: /b\n    schedule: '
    + '"* * * * *"\n';
  expect(readCron(text).tasks).toEqual([{ name: 'b', url: '/b', schedule: '* * * * *' }]);
});

test.each([
  ['nothing', '', []],
  ['a comment', '# none yet\n', []],
  ['no tasks yet', 'version: 1\ncron:\n', []],
  ['no YAML', 'version: 1\ncron: [\n', ['DR6001 3:1']],
  ['a tab', 'version: 1\ncron:\n\t- name: a\n', ['DR6001 3:1']],
  ['two documents', 'version: 1\ncron: []\n---\nversion: 1\n', ['DR6002 3:1']],
  [
    'a schedule without quotes, which starts with a star',
    'version: 1\ncron:\n  - {name: a, url: /a, schedule: * * * * *}\n', ['DR6001 3:34'],
  ],
  ['a key twice', 'version: 1\nversion: 1\ncron: []\n', ['DR6003 2:1']],
  ['a text', 'cron', ['DR6062 1:1']],
])('%s', (_, text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test('strict mode refuses keys that nobody reads', () => {
  const text = 'version: 1\ncron: []\ntimezone: UTC\n';
  expect([readCron(text).findings[0].severity, readCron(text, true).findings[0].severity]).toEqual([
    'warning', 'error',
  ]);
});
