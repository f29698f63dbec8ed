import { Finding, Severity } from '../../lib/core/finding/finding';
import { COLORS } from '../../lib/core/report/palette';
import { renderFindings, renderSummary } from '../../lib/core/report/render';

function finding(changes: Partial<Finding> = {}): Finding {
  const place = { path: 'containerDefinitions[0].memory', line: 1, column: 1, length: 1 };
  return {
    code: 'DR2001',
    rule: 'out-of-range',
    severity: Severity.ERROR,
    message: 'must be 4 or more, got 2.',
    hint: 'Use at least 4.',
    ...place,
    ...changes,
  };
}

/** A text with nothing to hide. */
function shown(text: string): { readonly shown: string } {
  return { shown: text };
}

function frameOf(text: string, changes: Partial<Finding>): string[] {
  return renderFindings([finding(changes)], shown(text), 'Dockerrun.aws.json').split('\n').slice(2, -2);
}

describe('a finding', () => {
  test('says what, where, the line and the edit', () => {
    expect(
      renderFindings([finding({ line: 2, column: 15, length: 1 })], shown('{\n  "memory":   2\n}'), 'a.json'),
    ).toBe(
      [
        'error DR2001 out-of-range  a.json:2:15',
        '  must be 4 or more, got 2.',
        '  2 |   "memory":   2',
        '    |               ^',
        '  hint: Use at least 4.',
        '',
      ].join('\n'),
    );
  });

  test('is followed by an empty line when another comes', () => {
    const text = renderFindings([finding(), finding({ severity: Severity.INFO })], shown('{}'), 'a.json');
    expect(text.split('\n').filter((line) => line === '')).toHaveLength(2);
    expect(text).toContain('hint: Use at least 4.\n\ninfo DR2001');
  });

  test('is nothing when there is none', () => {
    expect(renderFindings([], shown('{}'), 'a.json')).toBe('');
  });
});

describe('the frame', () => {
  test('shows a tab as one space, so that the marker stays under the place', () => {
    expect(frameOf('\t\t"memory":\t2', { column: 13 })).toEqual(['  1 |   "memory": 2', '    |             ^']);
  });

  test('makes room for line numbers of several digits', () => {
    expect(frameOf('\n'.repeat(99) + '"x",', { line: 100, length: 3 })).toEqual(['  100 | "x",', '      | ^^^']);
  });

  test('ends at the end of the line, also for a place of several lines', () => {
    expect(frameOf('{ "a": 1\n} ]', { length: 10 })).toEqual(['  1 | { "a": 1', '    | ^^^^^^^^']);
  });

  test('is left out when the place is the whole text', () => {
    expect(frameOf('\uFEFF{\n}\n', { length: 3 })).toEqual([]);
  });

  test('is left out when the line is blank', () => {
    expect(frameOf('   ', {})).toEqual([]);
  });

  test.each([
    ['100 characters are shown whole', 100, 100, 100, 99],
    ['of 101 the first is cut for a place at the end', 101, 101, 100, 99],
    ['of 300 the first hundred are shown for a place at the start', 300, 1, 100, 0],
    ['of 300 the hundred around the place are shown', 300, 151, 100, 50],
  ])('a long line is cut: %s', (_name, length, column, shownLength, markerColumn) => {
    const [line, marker] = frameOf('x'.repeat(length), { column });
    expect(line).toBe(`  1 | ${'x'.repeat(shownLength)}`);
    expect(marker).toBe(`    | ${' '.repeat(markerColumn)}^`);
  });

  test.each([
    ['an escape sequence', '"\u001b[2Jx"', '" [2Jx"'],
    ['a right-to-left override', '"\u202Ex"', '" x"'],
    ['a C1 control', '"\u009bx"', '" x"'],
  ])('prints no character that steers the terminal: %s', (_name, text, printed) => {
    expect(frameOf(text, {})[0]).toBe(`  1 | ${printed}`);
  });

  test('shows lines after CRLF, CR and a byte-order mark alike', () => {
    expect(frameOf('\uFEFF{\r\n"a"\r"b"\n}', { line: 1 })).toEqual(['  1 | {', '    | ^']);
    expect(frameOf('\uFEFF{\r\n"a"\r"b"\n}', { line: 3, length: 3 })).toEqual(['  3 | "b"', '    | ^^^']);
  });
});

describe('colors', () => {
  test.each([[Severity.ERROR, 31], [Severity.WARNING, 33], [Severity.INFO, 36]])('%s has its own', (severity, code) => {
    const [head] = renderFindings([finding({ severity })], shown('{}'), 'a.json', COLORS).split('\n');
    expect(head).toBe(`\u001b[${code}m${severity} DR2001\u001b[0m out-of-range  \u001b[2ma.json:1:1\u001b[0m`);
  });

  test('change nothing but the colors', () => {
    const colored = renderFindings([finding()], shown('{ "a": 1 }'), 'a.json', COLORS);
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(renderFindings([finding()], shown('{ "a": 1 }'), 'a.json'));
  });
});

describe('the summary', () => {
  const many = (count: number, severity: Severity) => Array.from({ length: count }, () => finding({ severity }));

  test.each([
    ['no findings', []],
    ['1 error', many(1, Severity.ERROR)],
    ['2 warnings', many(2, Severity.WARNING)],
    ['1 note', many(1, Severity.INFO)],
    [
      '2 errors, 1 warning, 3 notes',
      [...many(3, Severity.INFO), ...many(1, Severity.WARNING), ...many(2, Severity.ERROR)],
    ],
  ])('%s', (expected, findings) => {
    expect(renderSummary(findings)).toBe(expected);
  });
});
