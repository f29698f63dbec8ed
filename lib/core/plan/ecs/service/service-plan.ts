import { Settled } from '../../../settings/fields/field';
import {
  groupScheduleFields, StepSettings, stepFields, TargetMetric, taskScheduleFields, triggerFields, TriggerSettings,
} from '../../../settings/service/scheduling';
import { Shift } from '../../../settings/service/strategy';

export type ServicePlan = DaemonPlan | ReplicaPlan;

/** How a new version replaces the old one. */
export interface RolloutPlan {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly rollback: boolean;
  /** Null without a load balancer. */
  readonly healthCheckGracePeriod: number | null;
  /** For how many minutes alarms are watched after a rolling deployment; null without alarms. */
  readonly alarmBakeTime: number | null;
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
  readonly strategy: Shift;
  /** Null when the number of tasks is fixed. */
  readonly scaling: ServiceScalingPlan | null;
}

export interface ServiceScalingPlan {
  readonly min: number;
  readonly max: number;
  readonly targets: readonly TargetTrackingPlan[];
  readonly steps: readonly StepScalingPlan[];
  readonly schedules: readonly TaskSchedulePlan[];
}

/** With the pause after each change, in seconds. */
export interface TargetTrackingPlan {
  readonly metric: TargetMetric;
  readonly target: number;
  readonly cooldown: number;
}

export interface StepScalingPlan
  extends Settled<typeof stepFields>, Pick<StepSettings, 'metric' | 'threshold' | 'change'> {
  readonly when: 'above' | 'below';
}

export interface TaskSchedulePlan extends Settled<typeof taskScheduleFields> {
  readonly name: string;
  readonly schedule: string;
}

/** What changes the number of instances, other than the need of tasks for room. */
export interface GroupScalingPlan {
  /** In seconds. */
  readonly cooldown: number;
  readonly triggers: readonly TriggerPlan[];
  readonly schedules: readonly GroupSchedulePlan[];
}

export interface TriggerPlan extends Settled<typeof triggerFields> {
  readonly unit: NonNullable<TriggerSettings['unit']>;
  /** Whether a figure that nobody reports is below the lower threshold, as it is 0. */
  readonly isLowWhenMissing: boolean;
}

/** Null leaves a figure as it is. */
export interface GroupSchedulePlan extends Settled<typeof groupScheduleFields> {
  readonly name: string;
}
