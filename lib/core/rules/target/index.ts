import { beanstalkRules } from './beanstalk';
import { containerRules } from './containers';
import { instanceRules } from './instances';
import { networkRules } from './network';
import { schedulingRules } from './service';
import { alarmRules } from './service/alarms';
import { TargetRule } from './target-rule';
import { frontRules } from './traffic';
import { listenerRules } from './traffic/listeners';
import { unknownValue } from './unknown-value';
import { workerRules } from './worker';

/** The rules about a target. */
export const TARGET_RULES: readonly TargetRule[] = [
  unknownValue,
  ...listenerRules,
  ...instanceRules,
  ...containerRules,
  ...networkRules,
  ...frontRules,
  ...schedulingRules,
  ...workerRules,
  ...alarmRules,
  ...beanstalkRules,
];
