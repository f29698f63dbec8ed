import { didYouMean, oneOf } from '../../../finding/suggest';
import { GroupScheduleSettings, OnePerInstanceSettings } from '../../../settings/service/scheduling';
import {
  TRIGGER, TRIGGER_METRICS, TRIGGER_STATISTICS, TRIGGER_UNITS, TriggerSettings,
} from '../../../settings/service/trigger';
import { isWhole } from '../counts';

/** What must hold, what was found, and the edit. */
export type Broken = readonly [must: string, got: string | number, hint: string];

/** What Beanstalk allows, in minutes. */
const MAX_BREACH = 600;
const MAX_COOLDOWN = 10000;

/** What keeps triggers from working; the first reason of each. */
export function brokenTriggers({ triggers = [], cooldownSeconds }: OnePerInstanceSettings): Broken[] {
  const broken = triggers.flatMap((trigger, index) =>
    [...brokenName(trigger, `triggers[${index}]`), ...brokenFigure(trigger, `triggers[${index}]`)].slice(0, 1),
  );
  if (cooldownSeconds === undefined || isWhole(cooldownSeconds, 0, MAX_COOLDOWN)) return broken;
  return [
    ...broken,
    [
      `cooldown must be between 0 and ${MAX_COOLDOWN} seconds`, cooldownSeconds,
      'Leave it out: Beanstalk takes 360 seconds.',
    ],
  ];
}

function brokenName({ metric = TRIGGER.metric, statistic, unit }: TriggerSettings, place: string): Broken[] {
  const names = [
    ['metric', metric, Object.keys(TRIGGER_METRICS)], ['statistic', statistic, TRIGGER_STATISTICS],
    ['unit', unit, TRIGGER_UNITS],
  ] as const;
  const unknown = names.flatMap(([key, name, known]): Broken[] =>
    name === undefined || (known as readonly string[]).includes(name)
      ? []
      : [[`${place}.${key} must be ${oneOf(known)}`, oneOf([name]), `Use one of them.${didYouMean(name, known)}`]],
  );
  if (unknown.length > 0 || unit === undefined) return unknown;
  const { units } = TRIGGER_METRICS[metric];
  return (units as readonly string[]).includes(unit)
    ? []
    : [
      [
        `${place}.unit must be ${oneOf(units)} for ${metric}`, oneOf([unit]),
        'Leave it out: the alarm would find no data in another unit.',
      ],
    ];
}

function brokenFigure(trigger: TriggerSettings, place: string): Broken[] {
  const {
    periodMinutes = TRIGGER.periodMinutes, evaluationPeriods = TRIGGER.evaluationPeriods, breachDurationMinutes, ...rest
  } = trigger;
  const { lowerThreshold = TRIGGER.lowerThreshold, upperThreshold = TRIGGER.upperThreshold } = rest;
  const { lowerBreachScaleIncrement = -1, upperBreachScaleIncrement = 1 } = rest;
  const broken: Broken[] = [];
  for (const [key, value, max] of [
    ['period', periodMinutes, MAX_BREACH], ['evaluationPeriods', evaluationPeriods, MAX_BREACH],
    ['breachDuration', breachDurationMinutes, MAX_BREACH],
  ] as const) {
    const unit = key === 'evaluationPeriods' ? '' : ' minutes';
    if (value !== undefined && !isWhole(value, 1, max)) {broken.push([`${place}.${key} must be between 1 and ${max}${unit}`, value, 'Use 5.']);}
  }
  if (lowerThreshold >= upperThreshold) {
    broken.push([
      `${place}.lowerThreshold must be below upperThreshold, which is ${upperThreshold}`, lowerThreshold,
      'State both in the unit of the metric.',
    ]);
  }
  if (!isWhole(upperBreachScaleIncrement, 1, Infinity)) {broken.push([`${place}.upperBreachScaleIncrement must add instances`, upperBreachScaleIncrement, 'Use 1 or more.']);}
  if (!isWhole(-lowerBreachScaleIncrement, 1, Infinity)) {
    broken.push([
      `${place}.lowerBreachScaleIncrement must remove instances`, lowerBreachScaleIncrement, 'Use -1 or less.',
    ]);
  }
  return broken;
}

/** What keeps the schedules of the group from working. */
export function brokenSchedules(schedules: readonly GroupScheduleSettings[]): Broken[] {
  return schedules.flatMap(({ recurrence, startTime, minCapacity, maxCapacity, desiredCapacity }, index): Broken[] => {
    const place = `schedules[${index}]`;
    if (recurrence === undefined && startTime === undefined) {
      return [[`${place} must have a recurrence or a startTime`, 'neither', 'Write a recurrence such as 0 8 * * *.']];
    }
    if (recurrence !== undefined && recurrence.trim().split(/\s+/).length !== 5) {
      return [[`${place}.recurrence must be five fields of cron`, oneOf([recurrence]), 'Write such as 0 8 * * *.']];
    }
    const figures = [minCapacity, maxCapacity, desiredCapacity].filter((figure) => figure !== undefined);
    if (figures.length === 0) {
      return [
        [
          `${place} must change minCapacity, maxCapacity or desiredCapacity`, 'none of them',
          'Give at least one of them.',
        ],
      ];
    }
    return minCapacity !== undefined && maxCapacity !== undefined && minCapacity > maxCapacity
      ? [
        [
          `${place}.minCapacity must be at most its maxCapacity, which is ${maxCapacity}`, minCapacity,
          `Use at most ${maxCapacity}.`,
        ],
      ]
      : [];
  });
}
