import { Severity } from '../../../../finding/finding';
import { unmeasured } from '../../../../settings/service/alarm-measures';
import { ALARM_KINDS, ALARMS } from '../../../../settings/service/alarms';
import { TargetRule } from '../../target-rule';

export const leftOutAlarm: TargetRule = {
  code: 'DR4127',
  name: 'left-out-alarm',
  severity: Severity.ERROR,
  summary: 'An alarm that is left out has no threshold, and one at least is left.',
  reason:
    'Of a threshold and its absence nobody could tell which one counts, and alarms that are all left out watch '
    + 'nothing.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { alarms } = settings;
    if (!alarms) return;
    const { without = [], rollbackOnUnhealthyHosts } = alarms;
    for (const kind of ALARM_KINDS.filter((name) => without.includes(name))) {
      const { prop } = ALARMS[kind];
      if (alarms[prop] !== undefined) {
        report(
          at(spec), `alarms.without must not name the alarm of ${prop}, which is ${alarms[prop]}.`,
          'Remove one of them.', ['alarms.without', `alarms.${prop}`],
        );
      }
      if (kind === 'unhealthy-hosts' && rollbackOnUnhealthyHosts) {
        report(
          at(spec), `alarms.without must not name the alarm of ${prop} beside rollbackOnUnhealthyHosts.`,
          'Remove one of them.', ['alarms.without', 'alarms.rollbackOnUnhealthyHosts'],
        );
      }
    }
    if (ALARM_KINDS.some((kind) => !without.includes(kind) && unmeasured(kind, settings) === undefined)) return;
    report(
      at(spec), 'alarms.without must leave an alarm that has something to measure.',
      'Remove alarms, or leave fewer of them out.', ['alarms.without'],
    );
  },
};
