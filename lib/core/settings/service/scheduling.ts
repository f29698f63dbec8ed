import { ServiceScalingSettings } from './service-scaling';
import { TriggerSettings } from './trigger';

/** How many tasks run, where, and how a new version replaces the old one. */
export type SchedulingSettings = OnePerInstanceSettings | ReplicaSettings;

/** One task on every instance, as on Beanstalk. */
export interface OnePerInstanceSettings extends RolloutSettings {
  readonly kind: 'one-per-instance';
  /** What adds and removes instances, and with them tasks. */
  readonly triggers?: readonly TriggerSettings[];
  readonly schedules?: readonly GroupScheduleSettings[];
  /** How long the group rests after it was scaled. */
  readonly cooldownSeconds?: number;
}

/** A number of tasks, wherever there is room for them. */
export interface ReplicaSettings extends RolloutSettings {
  readonly kind: 'replicas';
  readonly desired?: number;
  readonly min?: number;
  readonly max?: number;
  readonly scaling?: ServiceScalingSettings;
}

export interface RolloutSettings {
  readonly minHealthyPercent?: number;
  readonly maxHealthyPercent?: number;
  readonly strategy?: StrategySettings;
  /** How many alarms take a deployment back. */
  readonly deploymentAlarms?: number;
  readonly availabilityZoneRebalancing?: boolean;
  /** How long the load balancer is not listened to once a task has started. */
  readonly healthCheckGraceSeconds?: number;
}

export type StrategyName = 'rolling' | 'blue-green' | 'linear' | 'canary';

/** How requests move from the old version to the new one. */
export interface StrategySettings {
  readonly kind: StrategyName;
  /** How long both versions run once the new one has all requests; for `rolling`, how long alarms are watched. */
  readonly bakeMinutes?: number;
  /** The share that moves first, or at each step. */
  readonly percent?: number;
  /** How long each share is watched before the next one moves. */
  readonly stepBakeMinutes?: number;
  /** Whether `rolling` has the second target groups of the other strategies too, on the way to one of them or back. */
  readonly secondTargetGroups?: boolean;
  /** Whether the user brings the role with which Amazon ECS moves requests. */
  readonly ownRole?: boolean;
}

/** Other bounds of the Auto Scaling group from some time on. */
export interface GroupScheduleSettings {
  readonly name: string;
  readonly minCapacity?: number;
  readonly maxCapacity?: number;
  readonly desiredCapacity?: number;
  /** Five fields of cron. */
  readonly recurrence?: string;
  /** ISO 8601. */
  readonly startTime?: string;
  readonly endTime?: string;
  readonly suspend?: boolean;
}

const STRATEGIES_THAT_DOUBLE: readonly StrategyName[] = ['blue-green', 'linear', 'canary'];

/** Whether all tasks of both versions run at once. */
export function runsTwice({ strategy }: RolloutSettings): boolean {
  return strategy !== undefined && STRATEGIES_THAT_DOUBLE.includes(strategy.kind);
}

/** Whether each route has a second target group, for the version that is not the one before it. */
export function hasSecondGroups(scheduling: SchedulingSettings | undefined): boolean {
  return scheduling?.kind === 'replicas' && (runsTwice(scheduling) || scheduling.strategy?.secondTargetGroups === true);
}

/** What an environment does that says nothing of it. */
export const ONE_PER_INSTANCE: OnePerInstanceSettings = { kind: 'one-per-instance' };
