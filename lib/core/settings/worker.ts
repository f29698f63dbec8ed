/** What the user chose for a service that takes its work from a queue. */
export interface WorkerSettings {
  readonly consumer: ConsumerSettings;
  /** Whether the user brings the queue. */
  readonly ownQueue: boolean;
  /** The variable that holds the address of the queue. */
  readonly variable?: string;
  readonly visibilityTimeoutSeconds?: number;
  readonly retentionSeconds?: number;
  readonly maxReceiveCount?: number;
  /** How many waiting messages there may be for each task before more are started. */
  readonly backlogPerTask?: number;
  readonly periodicTasks?: readonly PeriodicTaskSettings[];
  /** Those of the `cron.yaml` in the source bundle. */
  readonly cronTasks?: readonly PeriodicTaskSettings[];
  /** Whether the queue that the user brings keeps the order of messages; absent when that is not known. */
  readonly fifoQueue?: boolean;
}

export type ConsumerSettings = { readonly kind: 'polls' } | DispatcherSettings | DaemonSettings;

/** The daemon on the instances of a worker environment of Beanstalk, which posts messages to host port 80. */
export interface DaemonSettings {
  readonly kind: 'daemon';
  readonly path?: string;
  readonly contentType?: string;
  readonly httpConnections?: number;
  readonly connectTimeoutSeconds?: number;
  readonly inactivityTimeoutSeconds?: number;
  readonly errorVisibilityTimeoutSeconds?: number;
}

/** A container beside the others that posts messages to one of them, as the daemon of Beanstalk does. */
export interface DispatcherSettings {
  readonly kind: 'dispatcher';
  readonly containerName?: string;
  readonly containerPort?: number;
  readonly path?: string;
  readonly contentType?: string;
  readonly memoryMiB?: number;
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

/**
 * What Beanstalk's worker environments do.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elasticbeanstalksqsd
 */
export const WORKER = {
  visibilityTimeoutSeconds: 300,
  retentionSeconds: 345_600,
  maxReceiveCount: 10,
  path: '/',
  contentType: 'application/json',
} as const;

/** How Beanstalk's daemon posts, unless it is told otherwise. */
export const DAEMON = { httpConnections: 50, connectTimeoutSeconds: 5, errorVisibilityTimeoutSeconds: 2 } as const;

/** Beanstalk gives no variable; its daemon alone knows the queue. */
export const QUEUE_VARIABLE = 'SQS_QUEUE_URL';

/** Room for a small program that does nothing but pass messages on. */
export const DISPATCHER_MEMORY_MIB = 64;

/** The messages that Beanstalk's own schedule sends have these attributes. */
export const PERIODIC_ATTRIBUTES = { path: 'beanstalk.sqsd.path', name: 'beanstalk.sqsd.task_name', time: 'beanstalk.sqsd.scheduled_time' } as const;
export const PERIODIC_BODY = 'elasticbeanstalk scheduled job';
