import { Duration } from 'aws-cdk-lib/core';
import { RolloutStrategy } from './rollout-strategy';
import { RolloutOptions } from './scheduling-props';

/** Options of `Scheduling.replicas`. */
export interface ReplicaOptions extends RolloutOptions {
  /**
   * Desired number of tasks, from 0 to 5000. Auto scaling starts at `min`; then this only decides about the bounds that
   * are left out.
   *
   * @default - `min`
   */
  readonly desired?: number;

  /**
   * The fewest tasks that auto scaling leaves, from 0 to 5000.
   *
   * @default - `desired`, or 2
   */
  readonly min?: number;

  /**
   * The most tasks that auto scaling starts, from 1 to 5000.
   *
   * @default - twice as many as run at first if something scales them, else as many
   */
  readonly max?: number;

  /**
   * Maximum number of tasks during a deployment, in percent of the desired number.
   *
   * @default 200
   */
  readonly maxHealthyPercent?: number;

  /**
   * Rollout strategy: the way traffic shifts from the old version to the new one.
   *
   * @default RolloutStrategy.rolling()
   */
  readonly strategy?: RolloutStrategy;

  /**
   * Enable Availability Zone rebalancing, which moves tasks back to a zone that has recovered.
   *
   * @default - true, unless `maxHealthyPercent` is 100
   */
  readonly availabilityZoneRebalancing?: boolean;

  /**
   * The CPU use that auto scaling keeps, in percent of what the tasks reserve: above 0 and up to 100.
   *
   * @default - 70 if `min` is below `max` and nothing else scales the tasks
   */
  readonly targetCpuPercent?: number;

  /**
   * The memory use that auto scaling keeps, in percent of what the tasks reserve: above 0 and up to 100.
   *
   * @default - memory scales nothing
   */
  readonly targetMemoryPercent?: number;

  /**
   * The requests a minute for each task that auto scaling keeps.
   *
   * @default - requests scale nothing
   */
  readonly requestsPerTarget?: number;

  /**
   * Cooldown after target tracking changed the number of tasks.
   *
   * @default Duration.minutes(5)
   */
  readonly scalingCooldown?: Duration;

  /**
   * More or fewer tasks once a figure has been beyond a threshold.
   *
   * @default - no steps
   */
  readonly steps?: TaskScalingStep[];

  /**
   * Other bounds of the number of tasks from some time on.
   *
   * @default - the same at any time
   */
  readonly schedules?: TaskSchedule[];
}

/** Metric of a scaling step. */
export enum TaskMetric {
  /** The CPU use, in percent of what the tasks reserve. */
  CPU = 'cpu',
  /** The memory use, in percent of what the tasks reserve. */
  MEMORY = 'memory',
}

/** More or fewer tasks once a figure has been beyond a threshold for long enough. */
export interface TaskScalingStep {
  /** Metric that the step is about. */
  readonly metric: TaskMetric;

  /** The threshold, in percent from 0 to 100. */
  readonly threshold: number;

  /** Number of tasks to add above the threshold, from -5000 to 5000; a negative number removes tasks below it. */
  readonly change: number;

  /**
   * Length of a period, in whole minutes.
   *
   * @default Duration.minutes(1)
   */
  readonly period?: Duration;

  /**
   * Number of consecutive periods that have to breach the threshold.
   *
   * @default 1
   */
  readonly evaluationPeriods?: number;

  /**
   * Cooldown afterwards.
   *
   * @default Duration.minutes(5)
   */
  readonly cooldown?: Duration;
}

/** Other bounds of the number of tasks from some time on. */
export interface TaskSchedule {
  /** Name of the schedule; its resource keeps its id as long as the name stays. */
  readonly name: string;

  /** Schedule expression: `cron(…)`, `rate(…)` or `at(…)`. */
  readonly schedule: string;

  /**
   * The fewest tasks from then on.
   *
   * @default - as before
   */
  readonly min?: number;

  /**
   * The most tasks from then on.
   *
   * @default - as before
   */
  readonly max?: number;

  /**
   * The time zone of `schedule`, such as `Europe/Berlin`.
   *
   * @default "Etc/UTC"
   */
  readonly timeZone?: string;
}
