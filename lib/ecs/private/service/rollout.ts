import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Lazy } from 'aws-cdk-lib/core';
import { RolloutPlan } from '../../../core/plan/ecs/service/service-plan';
import { Shift, StrategyName } from '../../../core/settings/service/strategy';
import { Scheduling } from '../../scheduling';

export interface RolloutBindings {
  readonly scheduling?: Scheduling;
  /** The names of the alarms of the service itself that take a deployment back, once they are made. */
  readonly ownAlarms: () => string[];
}

/** How versions replace each other, and what takes a deployment back. */
export function rollout(plan: RolloutPlan, { scheduling, ownAlarms }: RolloutBindings, hasOwnAlarms: boolean) {
  const named = (scheduling?._deploymentAlarms ?? []).map(({ alarmName }) => alarmName);
  const alarmNames = hasOwnAlarms ? Lazy.list({ produce: () => [...named, ...ownAlarms()] }) : named;
  return {
    minHealthyPercent: plan.minHealthyPercent,
    maxHealthyPercent: plan.maxHealthyPercent,
    circuitBreaker: { enable: plan.rollback, rollback: plan.rollback },
    healthCheckGracePeriod:
      plan.healthCheckGracePeriod === null ? undefined : Duration.seconds(plan.healthCheckGracePeriod),
    deploymentAlarms:
      alarmNames.length === 0 ? undefined : { alarmNames, behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM },
    ...(plan.alarmBakeTime === null ? {} : { bakeTime: Duration.minutes(plan.alarmBakeTime) }),
  };
}

const STRATEGIES: Readonly<Record<StrategyName, ecs.DeploymentStrategy>> = {
  'rolling': ecs.DeploymentStrategy.ROLLING,
  'blue-green': ecs.DeploymentStrategy.BLUE_GREEN,
  'linear': ecs.DeploymentStrategy.LINEAR,
  'canary': ecs.DeploymentStrategy.CANARY,
};

/** The strategy is always named: Amazon ECS keeps the one it has when a template says nothing any more. */
export function shift({ kind, bakeTime, percent, stepBakeTime }: Shift) {
  // The CDK takes 1.1 for no multiple of 0.1, unless it cannot see it.
  const steps = {
    stepPercent: Lazy.number({ produce: () => percent }), stepBakeTime: Duration.minutes(stepBakeTime),
  };
  return {
    deploymentStrategy: STRATEGIES[kind],
    bakeTime: kind === 'rolling' ? undefined : Duration.minutes(bakeTime),
    linearConfiguration: kind === 'linear' ? steps : undefined,
    canaryConfiguration: kind === 'canary' ? steps : undefined,
  };
}
