import { DaemonFigures, DispatcherFigures, QueueSettings, workerFields } from './worker-fields';

/** What the user chose for a service that takes its work from a queue. */
export interface WorkerSettings extends QueueSettings {
  readonly consumer: ConsumerSettings;
  readonly periodicTasks?: readonly PeriodicTaskSettings[];
  /** Those of the `cron.yaml` in the source bundle. */
  readonly cronTasks?: readonly PeriodicTaskSettings[];
  /** Whether the queue that the user brings keeps the order of messages; absent when that is not known. */
  readonly fifoQueue?: boolean;
}

export type ConsumerSettings = { readonly kind: 'polls' } | DispatcherSettings | DaemonSettings;

export interface DaemonSettings extends DaemonFigures {
  readonly kind: 'daemon';
}

export interface DispatcherSettings extends DispatcherFigures {
  readonly kind: 'dispatcher';
  readonly contentType?: string;
  /** What its image is called; absent when that is known only at the deployment. */
  readonly imageName?: string;
}

/** One entry of `cron.yaml`. */
export interface PeriodicTaskSettings {
  readonly name: string;
  readonly url: string;
  /** Five fields of cron, in UTC. */
  readonly schedule: string;
}

/** Beanstalk gives no variable; its daemon alone knows the queue. */
export const QUEUE_VARIABLE = workerFields.variable.fallback;

/** The messages that Beanstalk's own schedule sends have these attributes. */
export const PERIODIC_ATTRIBUTES = {
  path: 'beanstalk.sqsd.path', name: 'beanstalk.sqsd.task_name', time: 'beanstalk.sqsd.scheduled_time',
} as const;
export const PERIODIC_BODY = 'elasticbeanstalk scheduled job';
