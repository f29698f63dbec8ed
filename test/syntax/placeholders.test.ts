import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTATIONS, READINGS } from '../../lib/core/syntax/notations';
import { placeholdersIn, substitute } from '../../lib/core/syntax/placeholders';

describe('placeholdersIn', () => {
  test.each([
    ['<TAG>', 'TAG'],
    ['<your tag>', 'your tag'],
    ['${TAG}', 'TAG'],
    ['${app.tag}', 'app.tag'],
    ['{{TAG}}', 'TAG'],
    ['{{ .Values.tag }}', '.Values.tag'],
    ['%TAG%', 'TAG'],
    ['$TAG', 'TAG'],
  ])('%s is the placeholder %s', (text, name) => {
    expect(placeholdersIn(text)).toMatchObject([{ text, name, index: 0 }]);
  });

  test.each(['nginx:1.29', 'a < b > c', '<1>', '$1', '$$', '100%', '50%-60%', '%20%3A', '{TAG}', '[TAG]', 'TAG', 'YOUR_NAME', '__init__', '{{}}', '${}', ''])(
    '%s holds none',
    (text) => {
      expect(placeholdersIn(text)).toEqual([]);
    },
  );

  test('finds all of them, in order', () => {
    expect(placeholdersIn('<A>/${B}:{{C}}').map(({ name, index }) => [name, index])).toEqual([
      ['A', 0], ['B', 4], ['C', 9],
    ]);
  });

  test('where a shell reads the text, $NAME is a variable', () => {
    expect(placeholdersIn('$HOME/${TAG}', 'shell').map(({ name }) => name)).toEqual(['TAG']);
  });
});

describe('each notation', () => {
  test.each(NOTATIONS.map((notation) => [notation.example, notation] as const))('%s is read', (example, { fills, reading }) => {
    for (const [rank, each] of READINGS.entries()) {
      const isRead = rank >= READINGS.indexOf(reading);
      const names = placeholdersIn(example, each).map(({ name }) => name);
      if (isRead) expect(names).toEqual([fills]);
      else expect(names).not.toContain(fills ?? '');
    }
  });

  test.each(NOTATIONS.flatMap(({ example, fills, reading }) => (fills === undefined ? [] : [[example, fills, reading] as const])))(
    '%s is filled', (example, name, reading) => {
      const used = new Set<string>();
      const rest = example.slice(example.indexOf('.dkr') < 0 ? example.length : example.indexOf('.dkr'));
      expect(substitute(example, { [name]: 'x' }, used, reading)).toBe(`${example.startsWith(':') ? ':' : ''}x${rest}`);
      expect([...used]).toEqual([name]);
    },
  );

  test('is in the guide', () => {
    const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guide', 'findings.md'), 'utf8').replace(/\\\|/g, '|');
    for (const { example } of NOTATIONS) expect(guide).toContain(`\`${example}\``);
  });

  test('says what to take where nothing fills it', () => {
    expect(placeholdersIn('web:${TAG:-1.0}/${ENV-dev}').map(({ name, fallback }) => [name, fallback])).toEqual([
      ['TAG', '1.0'], ['ENV', 'dev'],
    ]);
  });
});

describe('in the name of an image', () => {
  test.each([
    'nginx:1.29', 'web:RELEASE', 'web:RELEASE_1_2', 'web:V2', 'registry.example.com:5000/shop/web:1.4', 'ECR.example.com/web:1',
    'shop/web@sha256:0123456789abcdef0123456789abcdef', 'Shop/Web:1.4', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1',
    'HOST:5000/web:1',
  ])('%s has none', (image) => {
    expect(placeholdersIn(image, 'image')).toEqual([]);
  });

  test.each([
    ['AWS_ACCOUNT_ID.dkr.ecr.AWS_REGION.amazonaws.com/web:VERSION', ['AWS_ACCOUNT_ID', 'AWS_REGION', 'VERSION']],
    ['ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG_VALUE', ['ACCOUNT', 'REGION', 'REPOSITORY', 'TAG_VALUE']],
    ['REPLACE_ME/web:1', ['REPLACE_ME']],
    ['YOUR_DOCKERHUB_USERNAME/web', ['YOUR_DOCKERHUB_USERNAME']],
    ['YOUR IMAGE URL', ['YOUR IMAGE URL']],
    ['REPOSITORY_URI:x', ['REPOSITORY_URI']],
    ['__repo__/web:__version__', ['repo', 'version']],
    ['example/web:{tag}', ['tag']],
    ['example/web:[VERSION]', ['VERSION']],
    ['example/web:@TAG', ['TAG']],
    ['example/web:${TAG:-1.0}', ['TAG']],
  ])('%s has some', (image, names) => {
    expect(placeholdersIn(image, 'image').map(({ name }) => name)).toEqual(names);
  });
});

describe('substitute', () => {
  test('replaces what it knows, leaves the rest and says what it used', () => {
    const used = new Set<string>();
    expect(substitute('<A>:${B}-<A>', { A: 'x', C: 'y' }, used)).toBe('x:${B}-x');
    expect([...used]).toEqual(['A']);
  });

  test('does not look into what it has put in', () => {
    expect(substitute('<A>', { A: '<B>', B: 'x' }, new Set())).toBe('<B>');
  });

  test('takes no name from the prototype', () => {
    expect(substitute('<constructor>', {}, new Set())).toBe('<constructor>');
  });
});
