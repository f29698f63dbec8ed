import { didYouMean, nearest, oneOf } from '../../lib/core/finding/suggest';

describe('nearest', () => {
  test.each([
    ['portMapping', 'portMappings'],
    ['mountpoints', 'mountPoints'],
    ['IMAGE', 'image'],
    ['imag', 'image'],
    ['naem', undefined],
    ['nam', 'name'],
    ['xyz', undefined],
    ['', undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['name', 'image', 'portMappings', 'mountPoints'])).toBe(expected);
  });

  test.each([
    ['three letters may differ in one', 'abc', 'abx', true],
    ['three letters may not differ in two', 'abc', 'axx', false],
    ['six letters may differ in two', 'abcdef', 'abcdxx', true],
    ['six letters may not differ in three', 'abcdef', 'abcxxx', false],
  ])('%s', (_name, word, candidate, close) => {
    expect(nearest(word, [candidate]) !== undefined).toBe(close);
  });

  test('of two candidates the closer one is taken, of two equals the first', () => {
    expect(nearest('ports', ['sorts', 'port'])).toBe('sorts');
    expect(nearest('portss', ['sortss', 'ports'])).toBe('sortss');
    expect(nearest('memorys', ['memxxys', 'memory'])).toBe('memory');
  });
});

test('didYouMean is a sentence, or nothing', () => {
  expect(didYouMean('imag', ['image'])).toBe(' Did you mean "image"?');
  expect(didYouMean('x', ['image'])).toBe('');
});

test.each([
  [[], 'nothing'],
  [['a'], '"a"'],
  [['a', 'b'], '"a" or "b"'],
  [['a', 'b', 3], '"a", "b" or 3'],
])('oneOf %j', (words, expected) => {
  expect(oneOf(words)).toBe(expected);
});
