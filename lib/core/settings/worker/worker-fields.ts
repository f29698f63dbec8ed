import { count, Given, presence, seconds, text } from '../fields/field';

const DAEMON = 'aws:elasticbeanstalk:sqsd';
const HALF_A_DAY = 43_200;

/** A queue and what it scales. The defaults are those of the worker environments of Beanstalk. */
export const workerFields = {
  queue: presence(),
  variable: text({ pattern: /^[A-Za-z_]\w*$/, words: 'the name of a variable' })
    .hint('Use letters, digits and underscores.')
    .else('SQS_QUEUE_URL'),
  visibilityTimeout: seconds(0, HALF_A_DAY).else(300).option(DAEMON, 'VisibilityTimeout'),
  retentionPeriod: seconds(60, 1_209_600).else(345_600).option(DAEMON, 'RetentionPeriod'),
  maxReceiveCount: count(1, 100).else(10).option(DAEMON, 'MaxRetries'),
  backlogPerTask: count(1, 100_000).else(0),
};

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

export type QueueSettings = Given<typeof workerFields>;
export type DaemonFigures = Given<typeof daemonFields>;
export type DispatcherFigures = Given<typeof dispatcherFields>;
