import { Decisions, DecisionSource } from '../plan/decision';
import { settled } from '../settings/fields/field';
import { DaemonFigures, daemonFields, workerFields } from '../settings/fields/worker';
import { PeriodicTaskSettings, WorkerSettings } from '../settings/worker';
import { OptionPlan, optionsIn, refer } from './option';
import { QueuePlan } from './plan';

const MAX_INACTIVITY_SECONDS = 36_000;

/** Null for an environment that answers requests. */
export function planQueue(settings: WorkerSettings | undefined, decisions: Decisions): QueuePlan | null {
  if (!settings) return null;
  const { variable, visibilityTimeout, retentionPeriod, maxReceiveCount } = settled(workerFields, settings);
  const plan: QueuePlan = {
    queue: settings.queue ? 'given' : 'new',
    variable, visibilityTimeout, retentionPeriod, maxReceiveCount,
    ...planDaemon(settings, visibilityTimeout),
    periodicTasks: allTasks(settings),
  };
  explainQueue(plan, settings, decisions);
  return plan;
}

/** A dispatcher has a path and a content type; whatever else the daemon may be told, it has no part of. */
function planDaemon({ consumer }: WorkerSettings, visibilityTimeout: number) {
  const said: DaemonFigures = consumer.kind === 'polls' ? {} : consumer;
  const inactivityTimeout = Math.min(MAX_INACTIVITY_SECONDS, Math.max(1, visibilityTimeout - 1));
  return { inactivityTimeout: said.inactivityTimeout ?? inactivityTimeout, ...settled(daemonFields, said) };
}

/** Those of the props, then those of `cron.yaml` that no prop has the name of. */
function allTasks({ periodicTasks = [], cronTasks = [] }: WorkerSettings): PeriodicTaskSettings[] {
  return [...periodicTasks, ...cronTasks.filter(({ name }) => !periodicTasks.some((task) => task.name === name))];
}

function explainQueue(queuePlan: QueuePlan, { consumer }: WorkerSettings, decisions: Decisions): void {
  const { queue, variable, path, inactivityTimeout, ...plan } = queuePlan;
  const { visibilityTimeout, maxReceiveCount, periodicTasks } = plan;
  decisions.choose('queue', queue, queue === 'given' ? DecisionSource.PROP : DecisionSource.BEANSTALK, queue === 'given'
    ? `You brought it; ${variable} holds its address.`
    : `A message comes back ${visibilityTimeout} s after it was taken, and after ${maxReceiveCount} times goes to the dead-letter queue; `
      + `${variable} holds the address.`);
  decisions.choose('consumer', `daemon → host port 80${path}`, DecisionSource.BEANSTALK, consumer.kind === 'dispatcher'
    ? 'The daemon of Beanstalk posts each message there and deletes it after a 200, so the image of the dispatcher is not used.'
    : 'The daemon of Beanstalk posts each message there and deletes it after a 200.');
  decisions.choose('time for a message', `${inactivityTimeout} s`, DecisionSource.DERIVED,
    `The daemon gives up on an answer before the message comes back after ${visibilityTimeout} s.`);
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
    ConnectTimeout: plan.connectTimeout,
    InactivityTimeout: plan.inactivityTimeout,
    VisibilityTimeout: plan.visibilityTimeout,
    ErrorVisibilityTimeout: plan.errorVisibilityTimeout,
    RetentionPeriod: plan.retentionPeriod,
    MaxRetries: plan.maxReceiveCount,
  });
}

/** JSON is YAML, too. A bundle whose own file says all keeps it as it is. */
export function cronFile({ periodicTasks = [] }: WorkerSettings, tasks: readonly PeriodicTaskSettings[]): Record<string, string> {
  if (periodicTasks.length === 0) return {};
  const cron = tasks.map(({ name, url, schedule }) => ({ name, url, schedule }));
  return { 'cron.yaml': `${JSON.stringify({ version: 1, cron }, undefined, 2)}\n` };
}
