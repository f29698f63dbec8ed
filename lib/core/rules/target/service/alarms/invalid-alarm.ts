import { Severity } from '../../../../finding/finding';
import { faultsIn } from '../../../../settings/fields/faults';
import { count, Fields, percent, seconds } from '../../../../settings/fields/field';
import { cpuMeasuredOf, countsTasks, fewestTasks, unmeasured } from '../../../../settings/service/alarm-measures';
import { ALARM_KINDS, alarmFields, ALARMS } from '../../../../settings/service/alarms';
import { EnvironmentSettings } from '../../../../settings/settings';
import { workerFields } from '../../../../settings/worker/worker';
import { DockerrunSpec } from '../../../../spec/model';
import { TargetRule } from '../../target-rule';

export const invalidAlarm: TargetRule = {
  code: 'DR4125',
  name: 'invalid-alarm',
  severity: Severity.ERROR,
  summary: 'The threshold of an alarm can be reached.',
  reason: 'An alarm that can never go off warns nobody.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { alarms } = settings;
    const known = faultsIn(alarmFields, alarms, 'alarms').map(({ prop }) => prop);
    const idle = ALARM_KINDS.filter((kind) => unmeasured(kind, settings) !== undefined);
    const silent = [...known, ...idle.map((kind) => `alarms.${ALARMS[kind].prop}`)];
    for (const { prop, message, hint } of faultsIn(reachable(spec, settings), alarms, 'alarms')) {
      if (!silent.includes(prop)) report(at(spec), message, hint, [prop]);
    }
  },
};

/** The rows of what has less to reach than AWS allows. No message gets older than its queue keeps it. */
function reachable(spec: DockerrunSpec, settings: EnvironmentSettings): Fields {
  const { worker } = settings;
  const { retentionPeriod: longest } = workerFields;
  const kept = worker?.queue ? longest.row.max! : worker?.retentionPeriod ?? longest.fallback;
  return {
    ...countsTasks(settings) ? {} : { missingTasks: count(1, fewestTasks(settings)) },
    ...cpuMeasuredOf(spec, settings) === 'service' ? {} : { cpuPercent: percent() },
    oldestMessageAge: seconds(60, kept - 1),
  };
}
