import { Severity } from '../../../finding/finding';
import { replicaCounts } from '../../../settings/service/replica-counts';
import { MAX_TASKS } from '../../../settings/service/rollout-limits';
import { SchedulingSettings } from '../../../settings/service/scheduling';
import { isWhole } from '../counts';
import { TargetRule } from '../target-rule';

export const invalidScheduling: TargetRule = {
  code: 'DR4070',
  name: 'invalid-scheduling',
  severity: Severity.ERROR,
  summary: 'The numbers of tasks and the percentages of scheduling are within the ranges of Amazon ECS, and in order.',
  reason: 'Amazon ECS refuses the service otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  fields: [],
  concerns: 'service',
  check(spec, { scheduling }, { at, report }) {
    if (!scheduling) return;
    const ranges = outside(scheduling);
    const broken = ranges.length > 0 ? ranges : unordered(scheduling);
    for (const [must, got, hint] of broken) report(at(spec), `scheduling.${must}, got ${got}.`, hint);
  },
};

type Broken = readonly [must: string, got: number, hint: string];

function outside(scheduling: SchedulingSettings): Broken[] {
  const { minHealthyPercent, maxHealthyPercent } = scheduling;
  const counts =
    scheduling.kind === 'replicas'
      ? ([
        ['desired', 0, scheduling.desired], ['min', 0, scheduling.min], ['max', 1, scheduling.max],
      ] as const)
      : [];
  const broken = counts.flatMap(([prop, low, value]): Broken[] =>
    value === undefined || isWhole(value, low, MAX_TASKS)
      ? []
      : [
        [
          `${prop} must be a whole number between ${low} and ${MAX_TASKS}`, value,
          `Use ${Math.min(MAX_TASKS, Math.max(low, Math.round(value) || low))}.`,
        ],
      ],
  );
  if (minHealthyPercent !== undefined && !isWhole(minHealthyPercent, 0, 100)) {
    broken.push([
      'minHealthyPercent must be a whole number between 0 and 100', minHealthyPercent,
      'Leave it out: the plan finds the highest that always works.',
    ]);
  }
  return [...broken, ...outsideMaximum(scheduling, maxHealthyPercent)];
}

function outsideMaximum({ kind }: SchedulingSettings, value: number | undefined): Broken[] {
  if (value === undefined) return [];
  if (kind === 'one-per-instance') {
    return value === 100
      ? []
      : [['maxHealthyPercent must be 100 with one task per instance', value, 'Leave it out, or use replicas.']];
  }
  return isWhole(value, 100, Infinity)
    ? []
    : [
      [
        'maxHealthyPercent must be a whole number of 100 or more', value,
        'Leave it out: 200 uses as much room as there is.',
      ],
    ];
}

function unordered(scheduling: SchedulingSettings): Broken[] {
  if (scheduling.kind !== 'replicas') return [];
  const { desired, min, max } = replicaCounts(scheduling);
  if (min > max) {
    const prop = scheduling.min === undefined ? 'desired' : 'min';
    return [[`${prop} must be at most max, which is ${max}`, min, `Set max: ${min}, or lower ${prop}.`]];
  }
  if (desired < min) {
    return [[`desired must be at least min, which is ${min}`, desired, `Set desired: ${min}, or lower min.`]];
  }
  return desired > max
    ? [[`desired must be at most max, which is ${max}`, desired, `Set max: ${desired}, or lower desired.`]]
    : [];
}
