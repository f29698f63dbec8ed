import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration } from 'aws-cdk-lib/core';

/** Options of `RolloutStrategy.rolling`. */
export interface RollingOptions {
  /**
   * Bake time: the time that deployment alarms are watched after the last task was replaced, in whole minutes, up to 1
   * day. Without alarms there is nothing to wait for.
   *
   * @default Duration.minutes(5)
   */
  readonly bakeTime?: Duration;

  /**
   * Give each route the second target group of the other strategies. Amazon ECS asks for one rolling deployment with it
   * before a service that rolled may change to another strategy. On the way back, it keeps the target group that has
   * the requests until the service has rolled.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-rolling-to-bluegreen.html
   *
   * @default false
   */
  readonly secondTargetGroups?: boolean;

  /**
   * The role with which Amazon ECS changes the load balancer. It needs what the policy
   * `AmazonECSInfrastructureRolePolicyForLoadBalancers` allows.
   *
   * @default - a new role with that policy if there are second target groups
   */
  readonly role?: iam.IRole;
}

/** Options of `RolloutStrategy.blueGreen`. */
export interface BlueGreenOptions {
  /**
   * Bake time: the time that the old version goes on running once the new one has all requests, so that going back
   * takes seconds: whole minutes, up to 1 day.
   *
   * @default Duration.minutes(10)
   */
  readonly bakeTime?: Duration;

  /**
   * The role with which Amazon ECS changes the load balancer. It needs what the policy
   * `AmazonECSInfrastructureRolePolicyForLoadBalancers` allows.
   *
   * @default - a new role with that policy
   */
  readonly role?: iam.IRole;
}

/** Options of `RolloutStrategy.linear`. */
export interface LinearOptions extends BlueGreenOptions {
  /**
   * The share of requests that moves at each step, in percent: from 3 to 100, in tenths.
   *
   * @default 10
   */
  readonly stepPercent?: number;

  /**
   * Bake time of each step before the next one, in whole minutes, up to 1 day.
   *
   * @default Duration.minutes(6)
   */
  readonly stepBakeTime?: Duration;
}

/** Options of `RolloutStrategy.canary`. */
export interface CanaryOptions extends BlueGreenOptions {
  /**
   * The share of requests that tries the new version first, in percent: from 0.1 to 100, in tenths.
   *
   * @default 5
   */
  readonly percent?: number;

  /**
   * Bake time of that percentage before all other requests follow, in whole minutes, up to 1 day.
   *
   * @default Duration.minutes(10)
   */
  readonly stepBakeTime?: Duration;
}
