import { fits } from '../../lib/core/rules/wildcards';

test.each([
  ['', '', true], ['', 'a', false], ['a', 'a', true], ['a', 'A', false], ['a', 'ab', false], ['ab', 'a', false],
  ['*', '', true], ['*', 'abc', true], ['a*', 'a', true], ['a*', 'abc', true], ['*c', 'abc', true], ['*c', 'abcd', false], ['a*c', 'ac', true],
  ['*b*', 'abc', true], ['*b*', 'ac', false], ['a*b*c', 'axbxbxc', true], ['*ab', 'aab', true], ['**', 'a', true], ['a**', 'a', true],
  ['?', 'a', true], ['?', '', false], ['?', 'ab', false], ['a?c', 'abc', true], ['*?', 'a', true], ['*?', '', false], ['?*?', 'ab', true], ['?*?', 'a', false],
  ['a.c', 'abc', false], ['[a]', 'a', false], ['a*', 'b*', false],
])('"%s" and "%s": %s', (pattern, text, does) => {
  expect(fits(pattern, text)).toBe(does);
});

test('many wildcards take no longer', () => {
  expect(fits(`${'*a'.repeat(64)}b`, 'a'.repeat(100_000))).toBe(false);
});
