import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Severity } from '../../lib/core/finding/finding';
import { readDockerrun } from '../../lib/core/reading/read';
import { containerOf, fileWith, findingsOf, shapeFindings } from './helpers';

describe('null stands for absent', () => {
  test('in every key of a container', () => {
    const nulls = { cpu: null, links: null, environment: null, healthCheck: null, portMappings: null, unheardOf: null };
    expect(shapeFindings(fileWith(nulls, { volumes: null, family: null }))).toEqual([]);
    expect(containerOf(fileWith(nulls))).toEqual({ name: 'web', image: 'nginx:1.29', memory: 128 });
  });

  test('in a list', () => {
    expect(containerOf(fileWith({ command: ['a', null, 'b'] }))).toMatchObject({ command: ['a', 'b'] });
  });

  test('so a required key with it is missing', () => {
    expect(shapeFindings(fileWith({ image: null }))).toEqual([
      'DR1003 `containerDefinitions[0]` must have the key "image". Add "image": a string.',
    ]);
  });
});

describe('a number in quotes', () => {
  test.each([['128', 128], ['0128', 128]])('%p is taken with a warning', (memory, value) => {
    expect(shapeFindings(fileWith({ memory }))).toEqual([
      `DR1002 \`containerDefinitions[0].memory\` must be an integer, got the string "${memory}". Write ${value} `
        + 'without quotes; the number was used.',
    ]);
    expect(containerOf(fileWith({ memory }))).toMatchObject({ memory: value });
  });

  test.each(['', ' 128', '1e3', '128m', '-1', '1.5', '9'.repeat(16)])('%p is refused', (memory) => {
    expect(shapeFindings(fileWith({ memory }))).toEqual([
      `DR1001 \`containerDefinitions[0].memory\` must be an integer, got "${memory}". Write a whole number without `
        + 'quotes.',
    ]);
  });
});

describe('a boolean in quotes', () => {
  test.each([['true', true], ['False', false]])('%p is taken with a warning', (essential, value) => {
    expect(shapeFindings(fileWith({ essential }))).toEqual([
      `DR1008 \`containerDefinitions[0].essential\` must be true or false, got the string "${essential}". Write `
        + `${value} without quotes; the value was used.`,
    ]);
    expect(containerOf(fileWith({ essential }))).toMatchObject({ essential: value });
  });

  test.each(['', 'yes', ' true', '1'])('%p is refused', (essential) => {
    expect(shapeFindings(fileWith({ essential }))).toEqual([
      `DR1001 \`containerDefinitions[0].essential\` must be true or false, got "${essential}". Write true or false `
        + 'without quotes.',
    ]);
  });
});

describe('environment', () => {
  const path = 'containerDefinitions[0].environment';

  test.each([
    [8080, '8080', 'number'], [true, 'true', 'boolean'], [1.5, '1.5', 'number'],
  ])('the value %p becomes the text %p with a warning', (value, text, type) => {
    const file = fileWith({ environment: [{ name: 'A', value }] });
    expect(shapeFindings(file)).toEqual([
      `DR1007 \`${path}[0].value\` must be a string, got a ${type}. Put it in quotes; the text that it spells `
        + 'was used.',
    ]);
    expect(containerOf(file)).toMatchObject({ environment: [{ name: 'A', value: text }] });
  });

  test.each<[unknown, string]>([
    [
      { A: 'x', B: 1 },
      `DR1006 \`${path}\` must be a list of { "name", "value" } objects, got a map of names to values. Write [{ `
        + '"name": "A", "value": "x" }, { "name": "B", "value": "1" }].',
    ],
    [
      { A: 1, B: 2, C: 3, D: 4 },
      `DR1006 \`${path}\` must be a list of { "name", "value" } objects, got a map of names to values. Write [{ `
        + '"name": "A", "value": "1" }, { "name": "B", "value": "2" }, { "name": "C", "value": "3" }, …].',
    ],
    [
      ['A=b=c'],
      `DR1006 \`${path}[0]\` must be an object with name and value, got "A=b=c". Write { "name": "A", "value": `
        + '"b=c" }.',
    ],
    [
      [{ A: 'x' }],
      `DR1006 \`${path}[0]\` must be an object with name and value, got a map of names to values. Write { "name": `
        + '"A", "value": "x" }.',
    ],
    [
      'A=b',
      `DR1001 \`${path}\` must be a list of objects with name and value, got "A=b". Write [{ "name": "NAME", `
        + '"value": "value" }].',
    ],
    [[{ name: 'A' }], `DR1003 \`${path}[0]\` must have the key "value". Add "value": a string.`],
    [
      [{ name: 'A', values: 'x' }],
      `DR1003 \`${path}[0].values\` is not a known key, and the required "value" is missing. Rename it to "value".`,
    ],
    [[5], `DR1001 \`${path}[0]\` must be an object with name and value, got 5. Write { "name": …, "value": … }.`],
  ])('%j is refused', (environment, message) => {
    expect(shapeFindings(fileWith({ environment }))).toEqual([message]);
  });
});

describe('substitutions', () => {
  test.each(['${TAG}', '{{TAG}}', '{{ TAG }}', '<TAG>', '%TAG%', '$TAG'])(
    '%s is replaced in a string',
    (placeholder) => {
      const file = fileWith({ image: `nginx:${placeholder}` });
      expect(containerOf(file, { substitutions: { TAG: '1.29' } })).toMatchObject({ image: 'nginx:1.29' });
      expect(shapeFindings(file)).toEqual([
        `DR2010 \`containerDefinitions[0].image\` holds the placeholder ${placeholder}. Render the template first, `
          + 'or pass substitutions: { "TAG": \'…\' }.',
      ]);
    },
  );

  test.each([
    ['<A>', 'placeholder <A>', '"A": \'…\''],
    ['<A>-<A>', 'placeholder <A>', '"A": \'…\''],
    ['<A>-${A}', 'placeholders <A>, ${A}', '"A": \'…\''],
    ['<A>-<B>-<A>', 'placeholders <A>, <B>', '"A": \'…\', "B": \'…\''],
    [
      '<A><B><C><D><E><F>', 'placeholders <A>, <B>, <C>, <D>, <E>, …',
      '"A": \'…\', "B": \'…\', "C": \'…\', "D": \'…\', "E": \'…\', …',
    ],
  ])('%s is said to hold the %s', (image, placeholders, values) => {
    expect(shapeFindings(fileWith({ image }))).toEqual([
      `DR2010 \`containerDefinitions[0].image\` holds the ${placeholders}. Render the template first, or pass `
        + `substitutions: { ${values} }.`,
    ]);
  });

  test('of a number in quotes gives a number in quotes', () => {
    expect(containerOf(fileWith({ memory: '${MEMORY}' }), { substitutions: { MEMORY: '64' } })).toMatchObject({
      memory: 64,
    });
  });

  test('leave what a shell reads, unless it is marked', () => {
    const command = ['sh', '-c', 'echo $TAG ${TAG}'];
    expect(containerOf(fileWith({ command }), { substitutions: { TAG: 'x' } })).toMatchObject({
      command: ['sh', '-c', 'echo $TAG x'],
    });
    expect(shapeFindings(fileWith({ command }))).toEqual([]);
  });

  test('complete a template, in and outside quotes', () => {
    const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');
    const options = JSON.parse(fixture('template.options.json'));
    expect(findingsOf(fixture('template.json'), options)).toEqual([]);
    expect(containerOf(fixture('template.json'), options)).toMatchObject({
      name: 'shop',
      memory: 512,
      portMappings: [{ containerPort: 3000 }],
      command: ['sh', '-c', 'exec serve --port $PORT --name shop'],
    });
  });

  test('are not searched for placeholders again', () => {
    expect(containerOf(fileWith({ user: '${A}' }), { substitutions: { A: '${B}', B: 'x' } })).toMatchObject({
      user: '${B}',
    });
  });

  test('do not reach what every object inherits', () => {
    expect(containerOf(fileWith({ user: '${constructor}' }))).toMatchObject({ user: '${constructor}' });
  });
});

describe('strict mode', () => {
  const severities = (text: string, strict: boolean) =>
    findingsOf(text, { strict }).map(({ rule, severity }) => `${severity} ${rule}`);

  test.each<[string, string]>([
    ['unknown-key', fileWith({ theme: 'red', portMappings: [{ hostPort: 80, containerPort: 80 }] })],
    ['ignored-key', fileWith({ portMappings: [{ hostPort: 80, containerPort: 80 }] }, { family: 'shop' })],
  ])('makes an error of %s', (rule, file) => {
    expect(severities(file, false)).toEqual([`${Severity.WARNING} ${rule}`]);
    expect(severities(file, true)).toEqual([`${Severity.ERROR} ${rule}`]);
  });

  test('changes nothing else', () => {
    expect(severities(fileWith({ memory: '128' }), true)).toContain(`${Severity.WARNING} numeric-string`);
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('the key %s is unknown like any other', (key) => {
  const file = fileWith({ a: 1 }).replace('"a"', JSON.stringify(key));
  expect(shapeFindings(file)).toEqual([
    `DR1004 \`containerDefinitions[0].${key}\` is not a known key; it was ignored. Remove it; `
      + 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html lists the keys.',
  ]);
});

test('a substitution fills what is refused without it, wherever it stands', () => {
  const file = JSON.stringify({
    AWSEBDockerrunVersion: 2,
    authentication: { bucket: '[BUCKET]', key: '{key}' },
    containerDefinitions: [
      {
        name: '{name}', image: 'REPOSITORY:TAG', memory: 'MEMORY', cpu: '%CPU%', links: ['[DB]:db'],
        portMappings: [{ hostPort: 'PORT', containerPort: 'CONTAINER_PORT' }],
      },
      { name: 'YOUR_DB', image: 'acme/db:@TAG', memoryReservation: '__MEMORY__' },
    ],
  });
  const substitutions = {
    BUCKET: 'acme', key: '.dockercfg', name: 'web', REPOSITORY: 'shop', TAG: '1', MEMORY: '64', CPU: '10', DB: 'db',
    PORT: '80', CONTAINER_PORT: '8080', YOUR_DB: 'db',
  };
  const codes = (values: Record<string, string>) =>
    readDockerrun(file, { strict: false, substitutions: values }).findings.map(({ code }) => code);
  expect(codes({}).filter((code) => code === 'DR2010')).toHaveLength(12);
  expect(codes(substitutions).filter((code) => code < 'DR5')).toEqual(['DR1002', 'DR1002', 'DR1002', 'DR1002', 'DR1002']);
});
