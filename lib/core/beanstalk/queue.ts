import { Decisions, DecisionSource } from '../plan/decision';
import { DAEMON, DaemonSettings, PeriodicTaskSettings, QUEUE_VARIABLE, WORKER, WorkerSettings } from '../settings/worker';
import { OptionPlan, optionsIn, refer } from './option';
import { QueuePlan } from './plan';

const MAX_INACTIVITY_SECONDS = 36_000;

/** Null for an environment that answers requests. */
export function planQueue(settings: WorkerSettings | undefined, decisions: Decisions): QueuePlan | null {
  if (!settings) return null;
  const { ownQueue, variable = QUEUE_VARIABLE, visibilityTimeoutSeconds = WORKER.visibilityTimeoutSeconds } = settings;
  const plan: QueuePlan = {
    queue: ownQueue ? 'given' : 'new',
    variable,
    visibilityTimeoutSeconds,
    retentionSeconds: settings.retentionSeconds ?? WORKER.retentionSeconds,
    maxReceiveCount: settings.maxReceiveCount ?? WORKER.maxReceiveCount,
    ...planDaemon(settings, visibilityTimeoutSeconds),
    periodicTasks: allTasks(settings),
  };
  explainQueue(plan, settings, decisions);
  return plan;
}

/** A dispatcher has a path and a content type; whatever else the daemon may be told, it has no part of. */
function planDaemon({ consumer }: WorkerSettings, visibilityTimeoutSeconds: number) {
  const said: Partial<Omit<DaemonSettings, 'kind'>> = consumer.kind === 'polls' ? {} : consumer;
  const inactivity = Math.min(MAX_INACTIVITY_SECONDS, Math.max(1, visibilityTimeoutSeconds - 1));
  return {
    path: said.path ?? WORKER.path,
    contentType: said.contentType ?? WORKER.contentType,
    httpConnections: said.httpConnections ?? DAEMON.httpConnections,
    connectTimeoutSeconds: said.connectTimeoutSeconds ?? DAEMON.connectTimeoutSeconds,
    inactivityTimeoutSeconds: said.inactivityTimeoutSeconds ?? inactivity,
    errorVisibilityTimeoutSeconds: said.errorVisibilityTimeoutSeconds ?? DAEMON.errorVisibilityTimeoutSeconds,
  };
}

/** Those of the props, then those of `cron.yaml` that no prop has the name of. */
function allTasks({ periodicTasks = [], cronTasks = [] }: WorkerSettings): PeriodicTaskSettings[] {
  return [...periodicTasks, ...cronTasks.filter(({ name }) => !periodicTasks.some((task) => task.name === name))];
}

function explainQueue(queuePlan: QueuePlan, { consumer }: WorkerSettings, decisions: Decisions): void {
  const { queue, variable, path, inactivityTimeoutSeconds, ...plan } = queuePlan;
  const { visibilityTimeoutSeconds, maxReceiveCount, periodicTasks } = plan;
  decisions.choose('queue', queue, queue === 'given' ? DecisionSource.PROP : DecisionSource.BEANSTALK, queue === 'given'
    ? `You brought it; ${variable} holds its address.`
    : `A message comes back ${visibilityTimeoutSeconds} s after it was taken, and after ${maxReceiveCount} times goes to the dead-letter queue; `
      + `${variable} holds the address.`);
  decisions.choose('consumer', `daemon → host port 80${path}`, DecisionSource.BEANSTALK, consumer.kind === 'dispatcher'
    ? 'The daemon of Beanstalk posts each message there and deletes it after a 200, so the image of the dispatcher is not used.'
    : 'The daemon of Beanstalk posts each message there and deletes it after a 200.');
  decisions.choose('time for a message', `${inactivityTimeoutSeconds} s`, DecisionSource.DERIVED,
    `The daemon gives up on an answer before the message comes back after ${visibilityTimeoutSeconds} s.`);
  for (const { name, url, schedule } of periodicTasks) {
    decisions.choose(`periodic task ${name}`, schedule, DecisionSource.PROP, `cron.yaml of the version sends a message for ${url}, in UTC.`);
  }
}

export function queueOptions(plan: QueuePlan): OptionPlan[] {
  return optionsIn('aws:elasticbeanstalk:sqsd', {
    WorkerQueueURL: refer('queue'),
    HttpPath: plan.path,
    MimeType: plan.contentType,
    HttpConnections: plan.httpConnections,
    ConnectTimeout: plan.connectTimeoutSeconds,
    InactivityTimeout: plan.inactivityTimeoutSeconds,
    VisibilityTimeout: plan.visibilityTimeoutSeconds,
    ErrorVisibilityTimeout: plan.errorVisibilityTimeoutSeconds,
    RetentionPeriod: plan.retentionSeconds,
    MaxRetries: plan.maxReceiveCount,
  });
}

/** JSON is YAML, too. A bundle whose own file says all keeps it as it is. */
export function cronFile({ periodicTasks = [] }: WorkerSettings, tasks: readonly PeriodicTaskSettings[]): Record<string, string> {
  if (periodicTasks.length === 0) return {};
  const cron = tasks.map(({ name, url, schedule }) => ({ name, url, schedule }));
  return { 'cron.yaml': `${JSON.stringify({ version: 1, cron }, undefined, 2)}\n` };
}
