import { Severity } from '../../../finding/finding';
import {
  SchedulingSettings, TRIGGER_METRICS, triggerFields, TriggerSettings,
} from '../../../settings/service/scheduling';
import { TargetRule } from '../target-rule';

export const invalidScaling: TargetRule = {
  code: 'DR4071',
  name: 'invalid-scaling',
  severity: Severity.ERROR,
  summary: 'Every step, trigger and schedule of scaling can do something.',
  reason: 'AWS refuses it otherwise, or it never scales.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalingtrigger',
  fields: [],
  concerns: 'service',
  check(spec, { scheduling }, { at, report }) {
    if (!scheduling) return;
    for (const [prop, must, got, hint] of brokenIn(scheduling)) {
      report(at(spec), `scheduling.${prop} ${must}, got ${got}.`, hint, [`scheduling.${prop}`]);
    }
  },
};

type Broken = readonly [prop: string, must: string, got: string | number, hint: string];

function brokenIn(scheduling: SchedulingSettings): Broken[] {
  if (scheduling.kind === 'one-per-instance') {
    const { triggers = [], schedules = [] } = scheduling;
    return [
      ...triggers.flatMap((trigger, index) => brokenTrigger(trigger, `triggers[${index}]`)),
      ...schedules.flatMap(({ recurrence, startTime, minCapacity, maxCapacity, desiredCapacity }, index): Broken[] => {
        const place = `schedules[${index}]`;
        if (recurrence === undefined && startTime === undefined) {
          return [
            [place, 'must have a recurrence or a startTime', 'neither', 'Write a recurrence such as 0 8 * * *.'],
          ];
        }
        return brokenBounds(place, { minCapacity, maxCapacity }, { desiredCapacity });
      }),
    ];
  }
  const { steps = [], schedules = [] } = scheduling;
  return [
    ...steps.flatMap(({ change }, index): Broken[] =>
      (change === 0 ? [[`steps[${index}].change`, 'must not be 0', 0, 'Use 1 to add a task, -1 to remove one.']] : [])),
    ...schedules.flatMap(({ min, max }, index) => brokenBounds(`schedules[${index}]`, { min, max })),
  ];
}

function brokenTrigger({ metric, unit, ...thresholds }: TriggerSettings, place: string): Broken[] {
  const { metric: usual, lowerThreshold: low, upperThreshold: high } = triggerFields;
  const { lowerThreshold = low.fallback, upperThreshold = high.fallback } = thresholds;
  const { unit: own } = TRIGGER_METRICS[metric ?? usual.fallback] ?? {};
  return [
    ...(unit !== undefined && own !== undefined && unit !== own
      ? [[
        `${place}.unit`, `must be ${own} for ${metric ?? usual.fallback}`, unit,
        'Leave it out: the alarm would find no data in another unit.',
      ] as const]
      : []),
    ...(lowerThreshold >= upperThreshold
      ? [[
        `${place}.lowerThreshold`, `must be below upperThreshold, which is ${upperThreshold}`, lowerThreshold,
        'State both in the unit of the metric.',
      ] as const]
      : []),
  ];
}

/** A schedule changes something, and its least is not above its most. */
function brokenBounds(
  place: string, bounds: Readonly<Record<string, number | undefined>>,
  others: Readonly<Record<string, number | undefined>> = {},
): Broken[] {
  const [[least, min], [most, max]] = Object.entries(bounds);
  const all = { ...bounds, ...others };
  if (Object.values(all).every((bound) => bound === undefined)) {
    const names = Object.keys(all).join(', ').replace(/, (?=\w+$)/, ' or ');
    return [[place, `must change ${names}`, 'none of them', 'Give at least one of them.']];
  }
  return min !== undefined && max !== undefined && min > max
    ? [[`${place}.${least}`, `must be at most its ${most}, which is ${max}`, min, `Use at most ${max}.`]]
    : [];
}
