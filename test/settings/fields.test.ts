import { beyondBeanstalk, faultsIn } from '../../lib/core/settings/fields/faults';
import {
  amount, choice, count, Fields, figure, flag, gib, group, listOf, minutes, names, percent, recordOf, seconds, tenths,
  text,
} from '../../lib/core/settings/fields/field';

const messages = (fields: Fields, given: object) => faultsIn(fields, given).map(({ message }) => message);

describe('what a row allows', () => {
  test.each([
    ['count', count(1, 5), [1, 5], [0, 6, 1.5, NaN], 'must be a whole number between 1 and 5'],
    ['count from', count(2), [2, 1e9], [1], 'must be a whole number, 2 or more'],
    ['count up to', count(-Infinity, -1), [-1, -9], [0, -1.5], 'must be a whole number, -1 or less'],
    ['seconds', seconds(5, 10), [5, 10], [4, 11, 5.5], 'must be a whole number of seconds between 5 and 10'],
    ['minutes', minutes(1), [1], [0, 1.5], 'must be a whole number of minutes, 1 or more'],
    ['GiB', gib(1, 2), [1, 2], [3], 'must be a whole number of GiB between 1 and 2'],
    ['tenths', tenths(0.1, 3), [0.1, 0.3, 2.7, 3], [0, 0.11, 3.1], 'must be a number between 0.1 and 3, in tenths'],
    ['figure', figure(0, 100), [0, 0.123, 100], [-0.1, 100.1, NaN], 'must be a number between 0 and 100'],
    ['percent', percent(), [0.01, 100], [0, 100.1], 'must be above 0 and at most 100'],
    ['percent without end', percent(Infinity), [0.01, 1e9], [0, -1], 'must be above 0'],
  ])('%s', (_, row, good, bad, must) => {
    expect(good.flatMap((value) => messages({ it: row }, { it: value }))).toEqual([]);
    expect(bad.flatMap((value) => messages({ it: row }, { it: value })))
      .toEqual(bad.map((value) => `it ${must}, got ${value}.`));
  });

  test('how many there are', () => {
    const fields = { list: listOf(text(), 1), amount: amount(1) };
    expect(messages(fields, { list: ['a'], amount: 1 })).toEqual([]);
    expect(faultsIn(fields, { list: ['a', 'b'], amount: 3 })).toEqual([
      { prop: 'list', message: 'list must have at most 1 items, got 2.', hint: 'Remove 1.' },
      { prop: 'amount', message: 'amount must have at most 1 items, got 3.', hint: 'Remove 2.' },
    ]);
  });

  test('words', () => {
    const fields = { word: choice('red', 'green'), name: text({ pattern: /^[a-z]+$/, words: 'small letters' }) };
    expect(messages(fields, { word: 'red', name: 'a' })).toEqual([]);
    expect(messages(fields, { word: 'rad', name: 'A' })).toEqual([
      'word must be "red" or "green", got "rad".', 'name must be small letters, got "A".',
    ]);
  });

  test('the path leads to items of lists and values of records', () => {
    const fields = { groups: listOf(group({ size: count(0, 1) })), sizes: recordOf(count(0, 1)) };
    expect(messages(fields, { groups: [{ size: 1 }, { size: 2 }], sizes: { a: 3 } })).toEqual([
      'groups[1].size must be a whole number between 0 and 1, got 2.',
      'sizes.a must be a whole number between 0 and 1, got 3.',
    ]);
  });

  test('a token is known only at the deployment', () => {
    expect(messages({ it: count(0, 1).late() }, { it: { unresolved: 'it' } })).toEqual([]);
  });
});

describe('what Elastic Beanstalk has no option for', () => {
  const fields = {
    size: amount().notOnBeanstalk('Remove it.'),
    switched: flag().notOnBeanstalk('Remove it.'),
    keys: names().notOnBeanstalk('Remove it.'),
    kind: choice('a', 'b').notOnBeanstalk('Use a.', 'a'),
  };

  test('is refused when it is on', () => {
    expect(beyondBeanstalk(fields, { size: 1, switched: true, keys: ['x'], kind: 'b' })).toEqual([
      { prop: 'size', message: 'size must not be set: Elastic Beanstalk has no option for it.', hint: 'Remove it.' },
      {
        prop: 'switched', message: 'switched must not be set: Elastic Beanstalk has no option for it.',
        hint: 'Remove it.',
      },
      { prop: 'keys', message: 'keys must not be set: Elastic Beanstalk has no option for it.', hint: 'Remove it.' },
      { prop: 'kind', message: 'kind must be "a" on Elastic Beanstalk, got "b".', hint: 'Use a.' },
    ]);
  });

  test('is fine when it is off, empty or what there is anyway', () => {
    expect(beyondBeanstalk(fields, { size: 0, switched: false, keys: [], kind: 'a' })).toEqual([]);
  });
});
