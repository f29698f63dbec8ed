/** What changes the number of tasks of a replica service. */
export interface ServiceScalingSettings {
  readonly targets?: readonly TargetTrackingSettings[];
  readonly steps?: readonly StepScalingSettings[];
  readonly schedules?: readonly TaskScheduleSettings[];
}

/** As many tasks as keep a figure near its target. */
export interface TargetTrackingSettings {
  readonly metric: 'cpu' | 'memory' | 'requests';
  /** Percent; requests a minute for each task with `requests`. */
  readonly target: number;
  readonly scaleInCooldownSeconds?: number;
  readonly scaleOutCooldownSeconds?: number;
}

/** More or fewer tasks once a figure has been beyond a threshold for long enough. */
export interface StepScalingSettings {
  readonly metric: 'cpu' | 'memory';
  /** Percent. */
  readonly threshold: number;
  /** Tasks to add, or to remove when it is below 0. */
  readonly change: number;
  /** Which side of the threshold; above when tasks are added. */
  readonly when?: 'above' | 'below';
  readonly statistic?: 'Average' | 'Minimum' | 'Maximum';
  readonly periodSeconds?: number;
  readonly evaluationPeriods?: number;
  readonly cooldownSeconds?: number;
}

/** Other bounds of the number of tasks from some time on. */
export interface TaskScheduleSettings {
  readonly name: string;
  /** `cron(…)`, `rate(…)` or `at(…)`. */
  readonly schedule: string;
  readonly min?: number;
  readonly max?: number;
  readonly timeZone?: string;
}
