import { readDockerrun } from '../../lib/core/reading/read';
import { readCron } from '../../lib/core/reading/read-cron';
import { renderFindings } from '../../lib/core/report/render';
import { Secrets } from '../../lib/core/report/secrets';
import { run } from '../cli/helpers';

const SECRET = 'hunter2Xq9';

const inContainer = (environment: string) =>
  '{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"web","image":"nginx:1","memory":128,'
  + `"environment":${environment},"portMappings":[{"hostPort":80,"containerPort":80}]}]}`;

describe('values that look like secrets are hidden wherever they stand in a tree', () => {
  test.each([
    ['a key between', `[{"name":"DB_PASSWORD","x":1,"value":"${SECRET}"}]`],
    ['the value first', `[{"value":"${SECRET}","x":1,"name":"DB_PASSWORD"}]`],
    ['an escape in the name', `[{"name":"\\u0044B_PASSWORD","value":"${SECRET}"}]`],
    ['capital keys', `[{"Name":"DB_PASSWORD","Value":"${SECRET}"}]`],
    ['a misspelt key', `[{"name":"DB_PASSWORD","vlaue":"${SECRET}"}]`],
    ['an assignment in a list', `["DB_PASSWORD=${SECRET}"]`],
    ['a map', `{"DB_PASSWORD":"${SECRET}"}`],
    ['an address with a password', `[{"name":"A","value":"postgres://user:${SECRET}@host/db"}]`],
    ['a missing comma', `[{"name":"DB_PASSWORD" "value":"${SECRET}"}]`],
    ['a comment between', `[{"name":"DB_PASSWORD", /* x */ "value":"${SECRET}"}]`],
    ['a comma too many', `[{"name":"DB_PASSWORD","value":"${SECRET}",}]`],
    ['a bracket too few', `[{"name":"DB_PASSWORD","value":"${SECRET}"`],
  ])('%s', (_, environment) => {
    const text = inContainer(environment);
    const { findings } = readDockerrun(text, { strict: false, substitutions: {} });
    expect(findings).not.toEqual([]);
    expect(JSON.stringify(findings)).not.toContain(SECRET);
    expect(renderFindings(findings, text, 'Dockerrun.aws.json')).not.toContain(SECRET);
    const files = { 'Dockerrun.aws.json': text };
    for (const argv of [
      ['check'], ['check', '--json'], ['check', '--format', 'github'], ['plan'], ['plan', '--json'],
      ['plan', '--ledger'],
    ]) {
      const { out, err } = run([...argv, 'Dockerrun.aws.json'], files);
      expect(out + err).not.toContain(SECRET);
    }
  });

  test.each([
    ['flow, value first', `option_settings:\n  - {value: ${SECRET}, option_name: DB_PASSWORD}`],
    ['block, value first', `option_settings:\n  - value: ${SECRET}\n    option_name: DB_PASSWORD`],
    ['a comment behind the name', `option_settings:\n  - option_name: DB_PASSWORD # x\n    value: ${SECRET}`],
    ['the value on its own line', `DB_PASSWORD:\n  ${SECRET}`],
    ['quotes with a comma', `{DB_PASSWORD: "a,${SECRET}"}`],
    ['an anchor', `A: &a ${SECRET}\nDB_PASSWORD: *a`],
    ['a block of lines', `DB_PASSWORD: |\n  ${SECRET}\n`],
  ])('YAML: %s', (_, text) => {
    const secrets = Secrets.in(text);
    const shown = secrets.hidden.split('\n').map((line) => secrets.hide(line));
    expect(shown.join('\n')).not.toContain(SECRET);
    expect(shown.map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
  });
});

test('what is no secret stays, and so does everything around one', () => {
  const text = inContainer(`[{"name":"DB_PASSWORD","value":"${SECRET}"},{"name":"LOG_LEVEL","value":"information"}]`);
  expect(Secrets.in(text).hidden).toBe(text.replace(SECRET, '**********'));
  const kept = '{"name":"DB_PASSWORD","valueFrom":"arn:aws:ssm:eu-west-1:123456789012:parameter/db"}';
  expect(Secrets.in(kept).hidden).toBe(kept);
});

test('a short value is hidden in its place and left in other words', () => {
  const secrets = Secrets.in('{"DB_PASSWORD":"web","image":"web:1"}');
  expect(secrets.hidden).toBe('{"DB_PASSWORD":"***","image":"web:1"}');
  expect(secrets.hide('container "web" has no image')).toBe('container "web" has no image');
});

test('the files of periodic tasks are read alike', () => {
  const text = `version: 1\ncron:\n  - name: a\n    url: "/x"\n    schedule: "odd"\n    API_TOKEN: ${SECRET}\n`;
  expect(JSON.stringify(readCron(text).findings)).not.toContain(SECRET);
});
