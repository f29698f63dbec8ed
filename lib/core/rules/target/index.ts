import { alarmRules } from './alarms';
import { beanstalkRules } from './beanstalk';
import { containerRules } from './containers';
import { frontRules } from './front';
import { instanceRules } from './instances';
import { listenerRules } from './listeners';
import { networkRules } from './network';
import { schedulingRules } from './scheduling';
import { TargetRule } from './target-rule';
import { workerRules } from './worker';

/** The rules about a target. */
export const TARGET_RULES: readonly TargetRule[] = [
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
