import { capacityBounds } from '../settings/capacity-bounds';
import { HEALTH_CHECK_GRACE_SECONDS } from '../settings/defaults';
import { isUnresolved } from '../settings/settings';
import { CapacitySettings } from './capacity';
import { Decisions, DecisionSource } from './decision';
import { ServicePlan } from './plan';

/** A daemon service can never exceed 100 %, so a deployment replaces tasks in place and needs room below. */
const MAX_HEALTHY_PERCENT = 100;

export function planService(capacity: CapacitySettings, hasFront: boolean, decisions: Decisions): ServicePlan {
  decisions.choose('scheduling', 'one task per instance', DecisionSource.BEANSTALK, 'Beanstalk runs the task once on every instance; Amazon ECS calls that a daemon.');
  const { min } = capacityBounds(capacity);
  const minHealthyPercent = decisions.choose('minimum healthy percent', min > 1 ? 50 : 0, DecisionSource.DERIVED, explainMinimum(capacity, min));
  decisions.choose('maximum healthy percent', MAX_HEALTHY_PERCENT, DecisionSource.DERIVED, 'Amazon ECS allows a daemon no more: an instance never runs the task twice.');
  decisions.choose('zone rebalancing', 'disabled', DecisionSource.DERIVED, 'A daemon runs where the instances are; Amazon ECS cannot move it.');
  decisions.choose('circuit breaker', 'rollback', DecisionSource.DEFAULT, 'A deployment whose tasks keep failing goes back to the last one that worked; Beanstalk leaves that to you.');
  const grace = hasFront ? decisions.choose('health check grace', HEALTH_CHECK_GRACE_SECONDS, DecisionSource.DEFAULT, 'A starting application is not killed for failing its first checks.', `${HEALTH_CHECK_GRACE_SECONDS} s`) : null;
  return { scheduling: 'DAEMON', minHealthyPercent, maxHealthyPercent: MAX_HEALTHY_PERCENT, rollback: true, healthCheckGraceSeconds: grace };
}

function explainMinimum({ minCapacity }: CapacitySettings, min: number): string {
  if (min <= 1) return 'With one instance, any higher figure would leave no task that may be stopped, and no deployment could ever finish.';
  const half = 'Half of the tasks keep serving while the others roll';
  const isKnown = minCapacity === undefined || !isUnresolved(minCapacity);
  return isKnown ? `${half}.` : `${half}; this takes two instances, and minCapacity is known only at deployment: with one, no deployment could ever finish.`;
}
