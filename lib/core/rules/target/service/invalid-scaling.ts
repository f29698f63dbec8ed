import { Severity } from '../../../finding/finding';
import { oneOf } from '../../../finding/suggest';
import { SchedulingSettings } from '../../../settings/service/scheduling';
import { StepScalingSettings, TargetTrackingSettings, TaskScheduleSettings } from '../../../settings/service/service-scaling';
import { TargetRule } from '../target-rule';
import { TARGET_PROPS } from './scheduling-wording';
import { Broken, brokenSchedules, brokenTriggers } from './trigger-checks';

export const invalidScaling: TargetRule = {
  code: 'DR4071',
  name: 'invalid-scaling',
  severity: Severity.ERROR,
  summary: 'Every policy, trigger and schedule of scaling is one that AWS takes, and can do something.',
  reason: 'AWS refuses the policy otherwise, or it never scales.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalingtrigger',
  fields: [],
  concerns: 'service',
  check(spec, { scheduling }, { at, report }) {
    if (!scheduling) return;
    for (const [must, got, hint] of brokenOf(scheduling)) report(at(spec), `scheduling.${must}, got ${got}.`, hint);
  },
};

function brokenOf(scheduling: SchedulingSettings): Broken[] {
  if (scheduling.kind === 'one-per-instance') {
    return [...brokenTriggers(scheduling), ...brokenSchedules(scheduling.schedules ?? [])];
  }
  const { targets = [], steps = [], schedules = [] } = scheduling.scaling ?? {};
  return [...targets.flatMap(brokenTarget), ...steps.flatMap(brokenStep), ...schedules.flatMap(brokenTaskSchedule)];
}

function brokenTarget({ metric, target }: TargetTrackingSettings): Broken[] {
  const place = TARGET_PROPS[metric];
  if (metric === 'requests') {
    return target > 0
      ? []
      : [
        [
          `${place} must be above 0 requests a minute`, target,
          'Give the requests that one task answers in a minute.',
        ],
      ];
  }
  return target > 0 && target <= 100 ? [] : [[`${place} must be above 0 and at most 100 percent`, target, 'Use 70.']];
}

function brokenStep({ threshold, change }: StepScalingSettings, index: number): Broken[] {
  const place = `steps[${index}]`;
  if (!Number.isInteger(change) || change === 0) {
    return [
      [
        `${place}.change must be a whole number of tasks other than 0`, change,
        'Use 1 to add a task, -1 to remove one.',
      ],
    ];
  }
  return threshold >= 0 && threshold <= 100
    ? []
    : [[`${place}.threshold must be between 0 and 100 percent`, threshold, 'Use 75.']];
}

function brokenTaskSchedule({ schedule, min, max }: TaskScheduleSettings, index: number): Broken[] {
  const place = `schedules[${index}]`;
  if (!/^(cron|rate|at)\(.+\)$/.test(schedule)) {
    return [
      [`${place}.schedule must be cron(…), rate(…) or at(…)`, oneOf([schedule]), 'Write such as cron(0 8 * * ? *).'],
    ];
  }
  if (min === undefined && max === undefined) {
    return [[`${place} must change min or max`, 'neither', 'Give at least one of them.']];
  }
  return min !== undefined && max !== undefined && min > max
    ? [[`${place}.min must be at most its max, which is ${max}`, min, `Use at most ${max}.`]]
    : [];
}
