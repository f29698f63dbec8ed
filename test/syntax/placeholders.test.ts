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
    expect(placeholdersIn(text)).toEqual([{ text, name, index: 0 }]);
  });

  test.each(['nginx:1.29', 'a < b > c', '<1>', '$1', '$$', '100%', '50%-60%', '%20%3A', '{TAG}', '{{}}', '${}', ''])(
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
    expect(placeholdersIn('$HOME/${TAG}', true).map(({ name }) => name)).toEqual(['TAG']);
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
