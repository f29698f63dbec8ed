import { settled, Settled } from '../../../settings/fields/field';
import { toScheduleExpression } from '../../../settings/worker/cron';
import { chooseWorkPort } from '../../../settings/worker/work-port';
import {
  DispatcherSettings, PeriodicTaskSettings, WorkerSettings, daemonFields, dispatcherFields, workerFields,
} from '../../../settings/worker/worker';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { brought } from '../../provenance';

/** A queue by itself. */
export interface QueuePlan extends Omit<Settled<typeof workerFields>, 'backlogPerTask'> {
  readonly queue: 'new' | 'given';
}

/** A queue, and how its messages reach the containers. A backlog of 0 scales nothing. */
export interface WorkerPlan extends QueuePlan, Pick<Settled<typeof workerFields>, 'backlogPerTask'> {
  /** Null when the containers ask the queue themselves. */
  readonly dispatcher: DispatcherPlan | null;
  readonly periodicTasks: readonly PeriodicTaskPlan[];
}

export interface DispatcherPlan extends Settled<typeof dispatcherFields> {
  readonly containerName: string;
  readonly containerPort: number;
  readonly contentType: string;
}

export interface PeriodicTaskPlan {
  readonly name: string;
  readonly url: string;
  /** As EventBridge Scheduler takes it, in UTC. */
  readonly expression: string;
}

/** Null for a service that takes no work from a queue. */
export function planWorker(
  spec: DockerrunSpec, settings: WorkerSettings | undefined, decisions: Decisions,
): WorkerPlan | null {
  if (!settings) return null;
  const { backlogPerTask, ...queue } = queueOf(settings);
  const { consumer } = settings;
  const dispatcher = consumer.kind === 'dispatcher' ? planDispatcher(spec, consumer) : null;
  explainQueue(queue, decisions);
  explainConsumer({ dispatcher, backlogPerTask }, decisions);
  return { ...queue, dispatcher, backlogPerTask, periodicTasks: planPeriodicTasks(settings, decisions) };
}

export function queueOf(settings: WorkerSettings): QueuePlan & Pick<WorkerPlan, 'backlogPerTask'> {
  return { queue: settings.queue ? 'given' : 'new', ...settled(workerFields, settings) };
}

export function explainQueue(
  { queue, variable, visibilityTimeout, maxReceiveCount }: QueuePlan, decisions: Decisions,
): void {
  decisions.about('worker.queue').choose(
    'queue',
    queue,
    queue === 'given' ? DecisionSource.PROP : DecisionSource.BEANSTALK,
    queue === 'given'
      ? brought(`; ${variable} holds its address.`)
      : `A message that was not deleted ${visibilityTimeout} s after it was taken comes back, and after `
          + `${maxReceiveCount} times goes to the `
          + `dead-letter queue; ${variable} holds the address.`,
  );
}

/** Those of the props, then those of `cron.yaml` that no prop has the name of. */
export function tasksOf({ periodicTasks = [], cronTasks = [] }: WorkerSettings): PeriodicTaskSettings[] {
  const given = new Set(periodicTasks.map(({ name }) => name));
  return [...periodicTasks, ...cronTasks.filter(({ name }) => !given.has(name))];
}

function planPeriodicTasks(settings: WorkerSettings, decisions: Decisions): PeriodicTaskPlan[] {
  const { periodicTasks = [], cronTasks = [] } = settings;
  const inCron = new Set(cronTasks.map(({ name }) => name));
  return tasksOf(settings).map((task) => {
    const { name, url, schedule } = task;
    const isGiven = periodicTasks.includes(task);
    const origin = isGiven ? '; the prop wins over cron.yaml' : '; cron.yaml of the source bundle says so';
    decisions
      .about('worker.periodicTasks')
      .choose(
        `periodic task ${name}`,
        schedule,
        isGiven ? DecisionSource.PROP : DecisionSource.FILE,
        `EventBridge Scheduler sends a message for ${url} to the queue, in UTC${inCron.has(name) ? origin : ''}.`,
      );
    return { name, url, expression: expressionOf(schedule) };
  });
}

function explainConsumer(
  { dispatcher, backlogPerTask }: Pick<WorkerPlan, 'dispatcher' | 'backlogPerTask'>, decisions: Decisions,
): void {
  decisions.about('worker.consumer').choose(
    'consumer',
    dispatcher
      ? `dispatcher → ${dispatcher.containerName}:${dispatcher.containerPort}${dispatcher.path}`
      : 'the containers',
    DecisionSource.PROP,
    dispatcher
      ? 'A container beside the others posts each message there and deletes it after a 200, as the daemon of '
          + 'Beanstalk does.'
      : 'They ask the queue for messages and delete them themselves; nothing posts to them.',
  );
  if (backlogPerTask > 0) {
    decisions.about('worker.backlogPerTask').chosen(
      'scaling on the queue', `${backlogPerTask} messages for each task`,
    );
  }
}

function planDispatcher(spec: DockerrunSpec, settings: DispatcherSettings): DispatcherPlan {
  const { contentType = daemonFields.contentType.fallback } = settings;
  return { ...chooseWorkPort(spec, settings)[0], ...settled(dispatcherFields, settings), contentType };
}

/** The rules refused every schedule that EventBridge does not know. */
function expressionOf(schedule: string): string {
  const result = toScheduleExpression(schedule);
  return 'expression' in result ? result.expression : '';
}
