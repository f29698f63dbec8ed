import { Severity } from '../../../../finding/finding';
import { cpuMeasuredOf, countsTasks, fewestTasks, unmeasured } from '../../../../settings/service/alarm-measures';
import { ALARM_KINDS, AlarmKind, ALARMS } from '../../../../settings/service/alarms';
import { EnvironmentSettings } from '../../../../settings/settings';
import { workerFields } from '../../../../settings/worker/worker-fields';
import { DockerrunSpec } from '../../../../spec/model';
import { isWhole } from '../../counts';
import { TargetRule } from '../../target-rule';

/** What Amazon ECS allows for a service. */
const MAX_TASKS = 5000;

/** What a load balancer allows for a target group. */
const MAX_TARGETS = 1000;

/** What Amazon CloudWatch looks back at most. */
const MAX_MINUTES = 1440;

/** What Amazon SQS keeps a message for at most. */
const MAX_RETENTION = 1_209_600;

export const invalidAlarm: TargetRule = {
  code: 'DR4125',
  name: 'invalid-alarm',
  severity: Severity.ERROR,
  summary: 'The threshold of an alarm is a figure that may be reached and is not normal.',
  reason: 'An alarm that can never go off warns nobody, and one that always does is ignored.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { alarms } = settings;
    if (!alarms) return;
    for (const kind of ALARM_KINDS) {
      const value = alarms.thresholds[kind];
      if (value === undefined || unmeasured(kind, settings) !== undefined) continue;
      const { least, most, unit = '', isShare } = rangeOf(kind, spec, settings);
      if (isShare ? value > 0 && value <= most : isWhole(value, least, most)) continue;
      const must = isShare ? `above 0 and at most ${most}` : `a whole number between ${least} and ${most}${unit}`;
      report(
        at(spec), `alarms.${ALARMS[kind].prop} must be ${must}, got ${value}.`,
        `Leave it out, or use ${Math.min(most, ALARMS[kind].threshold)}${unit}.`, [`alarms.${ALARMS[kind].prop}`],
      );
    }
    const { breachMinutes } = alarms;
    if (breachMinutes === undefined || isWhole(breachMinutes, 1, MAX_MINUTES)) return;
    report(
      at(spec), `alarms.breachDuration must be between 1 and ${MAX_MINUTES} whole minutes, got ${breachMinutes}.`,
      'Use 5 minutes.', ['alarms.breachDuration'],
    );
  },
};

interface Range {
  readonly least: number;
  readonly most: number;
  readonly unit?: string;
  readonly isShare?: boolean;
}

function rangeOf(kind: AlarmKind, spec: DockerrunSpec, settings: EnvironmentSettings): Range {
  const share = { least: 0, isShare: true };
  switch (kind) {
    case 'unhealthy-hosts': return { least: 1, most: MAX_TARGETS };
    case 'missing-tasks': return { least: 1, most: countsTasks(settings) ? MAX_TASKS : fewestTasks(settings) };
    case 'cpu': return { ...share, most: cpuMeasuredOf(spec, settings) === 'service' ? 1000 : 100 };
    case 'oldest-message': return { least: 60, most: retentionOf(settings) - 1, unit: ' seconds' };
    case 'dead-letters': return { least: 1, most: 1_000_000 };
    default: return { ...share, most: 100 };
  }
}

/** No message gets older than its queue keeps it. */
function retentionOf({ worker }: EnvironmentSettings): number {
  return worker?.queue ? MAX_RETENTION : worker?.retentionPeriod ?? workerFields.retentionPeriod.fallback;
}
