import { compareTemplates } from '../../lib/core/diff/compare';
import { Effect } from '../../lib/core/diff/model';
import { Template } from '../../lib/core/diff/template/cfn-template';
import { agrees } from './agrees';
import { explains, isExplained, KNOWN, NAMED } from './exceptions';
import { judge, Verdict } from './model/verdict';
import { EDITS, SHAPES, synthesize } from './shapes';

/*
 * Each edit of each shape, there and back, and from each edit to each other: it lands and somebody serves all the
 * while, or it is in a table with the reason.
 */

interface Pair {
  readonly shape: string;
  /** What is undone; nothing when the shape is as it was. */
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  /** What the command `diff` says, which shares no code with the model. */
  readonly said: Effect;
}

const BASE = '';
const LANDS: readonly Verdict['kind'][] = ['nothing', 'in place', 'rolls'];
const pairs = Object.keys(SHAPES).flatMap(pairsOf);
const failing = pairs.filter(({ verdict: { kind } }) => !LANDS.includes(kind));
const isSingle = ({ from, to }: Pair) => from === BASE || to === BASE;
const singles = failing.filter(isSingle);

function pairsOf(shape: string): Pair[] {
  const all = [[BASE, () => undefined] as const, ...Object.entries(EDITS)].flatMap(([name, edit]) => {
    const template = synthesize(shape, edit);
    return template ? [{ name, template, same: Template.of(template.json)! }] : [];
  });
  return all.flatMap((old) => all.filter((next) => next !== old).map((next): Pair => ({
    shape,
    from: old.name,
    to: next.name,
    verdict: judge(old.template, next.template),
    said: compareTemplates(old.same, next.same).effect,
  })));
}

function isExplainedPair({ shape, from, to, verdict }: Pair): boolean {
  return verdict.reasons.every((reason) => isExplained(shape, [from, to], reason));
}

const show = ({ shape, from, to, verdict: { kind, reasons } }: Pair) =>
  `${shape}: ${from || 'as it was'} → ${to || 'as it was'}: ${kind}: ${reasons.join('; ')}`;

test('are many', () => {
  expect(pairs.length).toBeGreaterThan(9000);
});

test.each(Object.keys(SHAPES))('every shape is there: %s', (shape) => {
  expect(pairs.filter((pair) => pair.shape === shape).length).toBeGreaterThan(700);
});

test('every edit is taken by some shape', () => {
  expect(Object.keys(EDITS).filter((edit) => !pairs.some(({ to }) => to === edit))).toEqual([]);
});

test('a single edit lands, or a table says why not', () => {
  expect(singles.filter((pair) => !isExplainedPair(pair)).map(show)).toEqual([]);
});

test('the command diff says of each pair what the model says', () => {
  const others = pairs.filter(({ verdict, said }) => !agrees(said, verdict));
  expect(others.map((pair) => `diff: ${pair.said}; ${show(pair)}`)).toEqual([]);
});

const failed = new Set(singles.map(({ shape, from, to }) => [shape, from, to].join()));

/** Two edits at once that fail though each of them lands. */
const together = failing.filter((pair) => !isSingle(pair))
  .filter(({ shape, from, to }) => ![[shape, from, BASE], [shape, BASE, to]].some((edit) => failed.has(edit.join())));

test('two edits at once land when each of them does, or a table says why not', () => {
  expect(together.filter((pair) => !isExplainedPair(pair)).map(show)).toEqual([]);
});

test.each([...NAMED, ...KNOWN])('it is still so: $why', (exception) => {
  const isSeen = (edit: string) => [...singles, ...together].filter(({ from, to }) => from === edit || to === edit)
    .some(({ shape, verdict }) => verdict.reasons.some((reason) => explains(exception, shape, [edit], reason)));
  expect(exception.edits.filter(isSeen)).toEqual(exception.edits);
});
