import { table } from '../../finding/table';
import { Fields, RowOption } from '../../settings/fields/field';
import { Answer, Answers, becomes } from '../answer';

/** The namespaces whose options mean what those of another one do. */
const ALIKE = table<string>({
  'aws:elasticbeanstalk:environment:process:<process>': 'aws:elasticbeanstalk:environment:process:default',
  'aws:elbv2:listener:<port>': 'aws:elbv2:listener:default',
  'aws:elb:listener:<port>': 'aws:elb:listener',
});

/** The answers that follow from rows: an option becomes the first prop whose row names it. */
export function answersOf(fields: Fields): Answers {
  const options: Record<string, Record<string, Answer>> = {};
  for (const [{ namespace, name, on, off, beside }, prop] of optionsIn(fields, '')) {
    for (const own of [namespace, ALIKE[namespace] ?? namespace]) {
      for (const option of [name, on, off, beside]) {
        if (option !== undefined) options[own] = { [option]: becomes(prop), ...options[own] };
      }
    }
  }
  return Object.fromEntries(Object.entries(options).map(([namespace, own]) => [namespace, { options: own }]));
}

/** Answers together, where the later ones win option by option. */
export function answersIn(...all: readonly Answers[]): Answers {
  return all.reduce((before, more) => {
    const merged = Object.entries(more).map(([namespace, answers]) => {
      const { options, ...own } = before[namespace] ?? {};
      return [namespace, { ...own, ...answers, options: { ...options, ...answers.options } }] as const;
    });
    return { ...before, ...Object.fromEntries(merged) };
  }, {});
}

function* optionsIn(fields: Fields, path: string): Generator<readonly [option: RowOption, prop: string]> {
  for (const [key, { row }] of Object.entries(fields)) {
    const prop = `${path}${key}`;
    for (const option of [row.option, row.classic]) if (option) yield [option, prop];
    if (row.fields) yield* optionsIn(row.fields, `${prop}.`);
    if (row.item?.fields) yield* optionsIn(row.item.fields, `${prop}: `);
  }
}
