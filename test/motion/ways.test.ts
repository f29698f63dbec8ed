import { compareTemplates } from '../../lib/core/diff/compare';
import { Template as Compared } from '../../lib/core/diff/template/cfn-template';
import { REASONS } from '../../lib/core/diff/words/ways';
import { judge } from './model/verdict';
import { Way, WAYS } from './ways-ecs';
import { MANAGED_WAYS } from './ways-managed';
import { PLAIN_WAYS } from './ways-plain';

/*
 * The way around each trouble, deployment by deployment: each of them lands, and together they are the edit. What the
 * command diff prints are the words beside the templates here.
 */

const ALL = { ...WAYS, ...PLAIN_WAYS, ...MANAGED_WAYS };
const LANDS = ['nothing', 'in place', 'rolls'];

test('there is one for each kind', () => {
  expect(Object.keys(ALL).sort()).toEqual(Object.keys(REASONS).sort());
});

describe.each(Object.entries(ALL))('%s', (kind, { edit: [old, next], steps }: Way) => {
  const reason = REASONS[kind as keyof typeof REASONS];

  test('the edit in one deployment is one', () => {
    const [before, after] = [old, next].map(({ json }) => Compared.of(json)!);
    expect(compareTemplates(before, after).troubles.map((trouble) => trouble.kind)).toContain(kind);
    expect(judge(old, next).kind).toBe(reason.effect);
  });

  test('each step of the way lands', () => {
    const all = [old, ...steps.map(({ template }) => template)];
    const verdicts = steps.map(({ template, known }, index) => judge(all[index], template, known));
    expect(verdicts.filter((verdict) => !LANDS.includes(verdict.kind))).toEqual([]);
  });

  test('diff says so of each step, as far as it can know', () => {
    const all = [old, ...steps.map(({ template }) => template)].map(({ json }) => Compared.of(json)!);
    const effects = steps.flatMap(({ known = {} }, index) => (
      known.tasks ? [] : [compareTemplates(all[index], all[index + 1], known).effect]
    ));
    expect(effects.filter((effect) => ![...LANDS, 'removed'].includes(effect))).toEqual([]);
  });

  test('the words are those of the steps', () => {
    expect([...new Set(steps.map(({ says }) => says))]).toEqual(reason.way);
  });
});
