import { container, findingsOf } from './findings';

/** Containers from `a>b c` (a links b and c), one string each. */
function linked(...lines: readonly string[]): object[] {
  return lines.map((line) => {
    const [name, targets = ''] = line.split('>');
    return container(name, { links: targets.split(' ').filter(Boolean) });
  });
}

function cyclesIn(containerDefinitions: readonly object[]): (string | undefined)[] {
  return findingsOf({ containerDefinitions }, 'DR3024').map((said) => /got (.*)\. \|/.exec(said)?.[1]);
}

test.each([
  [['a>b c', 'b>c', 'c'], []],
  [['a>b', 'b>a'], ['a → b (links) → a (links)']],
  [['a>b', 'b>c', 'c>b'], ['b → c (links) → b (links)']],
  [['c>d', 'd', 'a>b', 'b>a c'], ['a → b (links) → a (links)']],
  [['a>b', 'b>a', 'c>d', 'd>c'], ['a → b (links) → a (links)', 'c → d (links) → c (links)']],
  [['a>a'], []],
  [['a>b', 'b>x'], []],
])('links %j', (lines, cycles) => {
  expect(cyclesIn(linked(...lines))).toEqual(cycles);
});

test('links, dependencies and volume sources count alike', () => {
  expect(cyclesIn([
    container('a', { links: ['b'] }),
    container('b', { dependsOn: [{ containerName: 'c', condition: 'START' }] }),
    container('c', { volumesFrom: [{ sourceContainer: 'a' }] }),
  ])).toEqual(['a → b (links) → c (dependsOn) → a (volumesFrom)']);
});

test('a long circle is cut', () => {
  const lines = Array.from({ length: 13 }, (_, index) => `c${index}>c${(index + 1) % 13}`);
  expect(cyclesIn(linked(...lines))).toEqual([expect.stringMatching(/^c0 → c1 \(links\) → .* → c10 \(links\) → … 3 more$/)]);
});
