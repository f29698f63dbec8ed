import { TargetRule } from '../../target-rule';
import { alarmWithoutMeasure } from './alarm-without-measure';
import { invalidAlarm } from './invalid-alarm';
import { leftOutAlarm } from './left-out-alarm';

export const alarmRules: readonly TargetRule[] = [
  invalidAlarm,
  alarmWithoutMeasure,
  leftOutAlarm,
];
