import { Severity } from '../../../../finding/finding';
import { unmeasured } from '../../../../settings/service/alarm-measures';
import { ALARM_KINDS, ALARMS } from '../../../../settings/service/alarms';
import { TargetRule } from '../../target-rule';

export const alarmWithoutMeasure: TargetRule = {
  code: 'DR4126',
  name: 'alarm-without-measure',
  severity: Severity.ERROR,
  summary: 'An alarm that is asked for has something to measure.',
  reason: 'Without figures it never goes off, and whoever asked for it believes that all is well.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { alarms } = settings;
    if (!alarms) return;
    for (const kind of ALARM_KINDS) {
      const why = unmeasured(kind, settings);
      if (why === undefined) continue;
      const asked = [
        ...alarms[ALARMS[kind].prop] === undefined ? [] : [ALARMS[kind].prop],
        ...kind === 'unhealthy-hosts' && alarms.rollbackOnUnhealthyHosts ? ['rollbackOnUnhealthyHosts'] : [],
      ];
      for (const prop of asked) {
        report(at(spec), `alarms.${prop} must have something to measure, but ${why}.`, `Remove ${prop}.`, [
          `alarms.${prop}`,
        ]);
      }
    }
  },
};
