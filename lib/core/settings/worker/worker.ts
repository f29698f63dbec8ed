import { count, Given, group, listOf, own, presence, seconds, text } from '../fields/field';
import { toScheduleExpression } from './cron';

const DAEMON = 'aws:elasticbeanstalk:sqsd';
const HALF_A_DAY = 43_200;

/** One entry of `cron.yaml`: five fields of cron, in UTC. */
export const periodicTaskFields = { name: text().required(), url: text().required(), schedule: text().required() };

export type PeriodicTaskSettings = Given<typeof periodicTaskFields>;

/** The daemon on the instances of a worker environment of Beanstalk, which posts messages to host port 80. */
export const daemonFields = {
  path: text().else('/').option(DAEMON, 'HttpPath'),
  contentType: text().else('application/json').option(DAEMON, 'MimeType'),
  httpConnections: count(1, 100).else(50).option(DAEMON, 'HttpConnections'),
  connectTimeout: seconds(1, 60).else(5).option(DAEMON, 'ConnectTimeout'),
  inactivityTimeout: seconds(1, 36_000).option(DAEMON, 'InactivityTimeout'),
  errorVisibilityTimeout: seconds(0, HALF_A_DAY).else(2).option(DAEMON, 'ErrorVisibilityTimeout'),
};

/** A container beside the others that posts messages to one of them, as the daemon of Beanstalk does. */
export const dispatcherFields = {
  containerName: text(),
  containerPort: count(),
  path: daemonFields.path,
  /** Room for a small program that does nothing but pass messages on. */
  memoryLimitMiB: count().else(64),
};

/** A queue and what it scales. The defaults are those of the worker environments of Beanstalk. */
export const workerFields = {
  consumer: own<ConsumerSettings>().required(),
  queue: presence(),
  variable: text({ pattern: /^[A-Za-z_]\w*$/, words: 'the name of a variable' })
    .hint('Use letters, digits and underscores.')
    .else('SQS_QUEUE_URL'),
  visibilityTimeout: seconds(0, HALF_A_DAY).else(300).option(DAEMON, 'VisibilityTimeout'),
  retentionPeriod: seconds(60, 1_209_600).else(345_600).option(DAEMON, 'RetentionPeriod'),
  maxReceiveCount: count(1, 100).else(10).option(DAEMON, 'MaxRetries'),
  periodicTasks: listOf(group(periodicTaskFields, 'PeriodicTask')),
  backlogPerTask: count(1, 100_000).else(0),
};

/** What the user chose for a service that takes its work from a queue. */
export interface WorkerSettings extends Given<typeof workerFields> {
  /** Whether nobody chose the consumer, because files of Elastic Beanstalk make the worker. */
  readonly isAssumed?: boolean;
  /** Those of the `cron.yaml` in the source bundle. */
  readonly cronTasks?: readonly PeriodicTaskSettings[];
  /** Whether the queue that the user brings keeps the order of messages; absent when that is not known. */
  readonly fifoQueue?: boolean;
}

export type ConsumerSettings = { readonly kind: 'polls' } | DispatcherSettings | DaemonSettings;

export interface DaemonSettings extends Given<typeof daemonFields> {
  readonly kind: 'daemon';
}

export interface DispatcherSettings extends Given<typeof dispatcherFields> {
  readonly kind: 'dispatcher';
  readonly contentType?: string;
  /** What its image is called; absent when that is known only at the deployment. */
  readonly imageName?: string;
}

/** Beanstalk gives no variable; its daemon alone knows the queue. */
export const QUEUE_VARIABLE = workerFields.variable.fallback;

/** The messages that Beanstalk's own schedule sends have these attributes. */
export const PERIODIC_ATTRIBUTES = {
  path: 'beanstalk.sqsd.path', name: 'beanstalk.sqsd.task_name', time: 'beanstalk.sqsd.scheduled_time',
} as const;
export const PERIODIC_BODY = 'elasticbeanstalk scheduled job';

/** What a value of a task must be, with the edit that makes it so. */
export type TaskFault = readonly [key: keyof PeriodicTaskSettings, must: string, hint: string];

/** What is wrong with each value of a task that is there. */
export function* taskFaults({ name, url, schedule }: Partial<PeriodicTaskSettings>): Iterable<TaskFault> {
  if (name !== undefined && !/^[\w.-]{1,64}$/.test(name)) {
    yield ['name', `must have 1 to 64 letters, digits and . _ -, got "${name}"`, 'Leave the other characters out.'];
  }
  if (url !== undefined && !url.startsWith('/')) {
    yield ['url', `must start with a slash, got "${url}"`, `Write "/${url}".`];
  }
  const result = schedule === undefined ? {} : toScheduleExpression(schedule);
  if ('problem' in result) yield ['schedule', `${result.problem}, got "${schedule}"`, 'Write it like "0 7 * * 1-5".'];
}
