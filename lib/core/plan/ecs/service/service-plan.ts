import { StrategyName } from '../../../settings/service/scheduling';
import { TriggerMetric, TriggerStatistic, TriggerUnit } from '../../../settings/service/trigger';

export type ServicePlan = DaemonPlan | ReplicaPlan;

/** How a new version replaces the old one. */
export interface RolloutPlan {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly rollback: boolean;
  /** Null without a load balancer. */
  readonly healthCheckGraceSeconds: number | null;
  /** How long alarms are watched after a rolling deployment; null without alarms. */
  readonly alarmBakeMinutes: number | null;
  /** Whether each route has a second target group, in which the next version comes up. */
  readonly secondTargetGroups: boolean;
}

/** One task on every instance. */
export interface DaemonPlan extends RolloutPlan {
  readonly scheduling: 'DAEMON';
}

export interface ReplicaPlan extends RolloutPlan {
  readonly scheduling: 'REPLICA';
  readonly desiredCount: number;
  /** Whether no instance runs the task twice. */
  readonly distinctInstance: boolean;
  readonly zoneRebalancing: boolean;
  readonly strategy: StrategyPlan;
  /** Null when the number of tasks is fixed. */
  readonly scaling: ServiceScalingPlan | null;
}

export interface StrategyPlan {
  readonly kind: StrategyName;
  /** 0 for `rolling`. */
  readonly bakeMinutes: number;
  /** What moves first or at each step; 0 when all requests move at once. */
  readonly percent: number;
  readonly stepBakeMinutes: number;
}

export interface ServiceScalingPlan {
  readonly min: number;
  readonly max: number;
  readonly targets: readonly TargetTrackingPlan[];
  readonly steps: readonly StepScalingPlan[];
  readonly schedules: readonly TaskSchedulePlan[];
}

export interface TargetTrackingPlan {
  readonly metric: 'cpu' | 'memory' | 'requests';
  readonly target: number;
  readonly scaleInCooldownSeconds: number;
  readonly scaleOutCooldownSeconds: number;
}

export interface StepScalingPlan {
  readonly metric: 'cpu' | 'memory';
  readonly threshold: number;
  readonly change: number;
  readonly when: 'above' | 'below';
  readonly statistic: 'Average' | 'Minimum' | 'Maximum';
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly cooldownSeconds: number;
}

export interface TaskSchedulePlan {
  readonly name: string;
  readonly schedule: string;
  /** Null leaves the bound as it is. */
  readonly min: number | null;
  readonly max: number | null;
  readonly timeZone: string;
}

/** What changes the number of instances, other than the need of tasks for room. */
export interface GroupScalingPlan {
  readonly cooldownSeconds: number;
  readonly triggers: readonly TriggerPlan[];
  readonly schedules: readonly GroupSchedulePlan[];
}

export interface TriggerPlan {
  readonly metric: TriggerMetric;
  readonly statistic: TriggerStatistic;
  readonly unit: TriggerUnit;
  readonly periodMinutes: number;
  readonly evaluationPeriods: number;
  readonly lowerThreshold: number;
  readonly lowerBreachScaleIncrement: number;
  readonly upperThreshold: number;
  readonly upperBreachScaleIncrement: number;
  /** Whether a figure that nobody reports is below the lower threshold, as it is 0. */
  readonly isLowWhenMissing: boolean;
}

export interface GroupSchedulePlan {
  readonly name: string;
  /** Null leaves the figure as it is. */
  readonly minCapacity: number | null;
  readonly maxCapacity: number | null;
  readonly desiredCapacity: number | null;
  /** Empty for once, at the start. */
  readonly recurrence: string;
  readonly startTime: string;
  readonly endTime: string;
}
