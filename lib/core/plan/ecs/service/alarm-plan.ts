/** What is watched, and who hears of it. */
export interface AlarmsPlan {
  readonly topic: 'new' | 'given';
  readonly alarms: readonly AlarmPlan[];
}

export interface AlarmPlan {
  /** Tells it from the others of the service. */
  readonly key: string;
  readonly description: string;
  readonly measure: MeasurePlan;
  readonly threshold: number;
  readonly comparison: 'at-least' | 'at-most';
  /** For how many minutes in a row. */
  readonly minutes: number;
  /** What it means when there are no figures. */
  readonly missing: 'alarming' | 'fine';
  /** Whether it takes a deployment back. */
  readonly rollsBack: boolean;
}

/** A target is the position of a target group among those of its load balancer. */
export type MeasurePlan =
  | {
    readonly kind: 'unhealthy-hosts';
    readonly front: 'application' | 'network';
    readonly target: number;
    readonly second: boolean;
  }
  | { readonly kind: 'server-errors'; readonly target: number }
  | { readonly kind: 'load-balancer-errors' }
  | { readonly kind: 'missing-tasks'; readonly of: 'insights' | 'service' }
  | { readonly kind: 'cpu' | 'memory'; readonly of: 'service' | 'cluster' }
  | { readonly kind: 'oldest-message' }
  | { readonly kind: 'dead-letters' };
