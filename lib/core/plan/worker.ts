import { toScheduleExpression } from '../settings/cron';
import { chooseWorkPort } from '../settings/work-port';
import { DISPATCHER_MEMORY_MIB, DispatcherSettings, PeriodicTaskSettings, QUEUE_VARIABLE, WORKER, WorkerSettings } from '../settings/worker';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';

/** A queue, and how its messages reach the containers. */
export interface WorkerPlan {
  readonly queue: 'new' | 'given';
  /** The variable of every container that holds the address of the queue. */
  readonly variable: string;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly maxReceiveCount: number;
  /** Null when the containers ask the queue themselves. */
  readonly dispatcher: DispatcherPlan | null;
  /** 0 when the queue scales nothing. */
  readonly backlogPerTask: number;
  readonly periodicTasks: readonly PeriodicTaskPlan[];
}

export interface DispatcherPlan {
  readonly containerName: string;
  readonly containerPort: number;
  readonly path: string;
  readonly contentType: string;
  readonly memoryMiB: number;
}

export interface PeriodicTaskPlan {
  readonly name: string;
  readonly url: string;
  /** As EventBridge Scheduler takes it, in UTC. */
  readonly expression: string;
}

/** Null for a service that takes no work from a queue. */
export function planWorker(spec: DockerrunSpec, settings: WorkerSettings | undefined, decisions: Decisions): WorkerPlan | null {
  if (!settings) return null;
  const { ownQueue, variable = QUEUE_VARIABLE, backlogPerTask = 0, consumer } = settings;
  const figures = planFigures(settings);
  const dispatcher = consumer.kind === 'dispatcher' ? planDispatcher(spec, consumer) : null;
  const plan = { queue: ownQueue ? 'given' as const : 'new' as const, variable, ...figures, dispatcher, backlogPerTask };
  explainWorker(plan, decisions);
  return { ...plan, periodicTasks: planPeriodicTasks(settings, decisions) };
}

/** Those of the props, then those of `cron.yaml` that no prop has the name of. */
function planPeriodicTasks({ periodicTasks = [], cronTasks = [] }: WorkerSettings, decisions: Decisions): PeriodicTaskPlan[] {
  const given = new Set(periodicTasks.map(({ name }) => name));
  const inCron = new Set(cronTasks.map(({ name }) => name));
  const plan = ({ name, url, schedule }: PeriodicTaskSettings, source: DecisionSource, origin: string): PeriodicTaskPlan => {
    decisions.choose(`periodic task ${name}`, schedule, source, `EventBridge Scheduler sends a message for ${url} to the queue, in UTC${origin}.`);
    return { name, url, expression: expressionOf(schedule) };
  };
  return [
    ...periodicTasks.map((task) => plan(task, DecisionSource.PROP, inCron.has(task.name) ? '; the prop wins over cron.yaml' : '')),
    ...cronTasks.filter(({ name }) => !given.has(name)).map((task) => plan(task, DecisionSource.FILE, '; cron.yaml of the source bundle says so')),
  ];
}

function planFigures(settings: WorkerSettings): Pick<WorkerPlan, 'visibilityTimeoutSeconds' | 'retentionSeconds' | 'maxReceiveCount'> {
  const { visibilityTimeoutSeconds, retentionSeconds, maxReceiveCount } = settings;
  return {
    visibilityTimeoutSeconds: visibilityTimeoutSeconds ?? WORKER.visibilityTimeoutSeconds,
    retentionSeconds: retentionSeconds ?? WORKER.retentionSeconds,
    maxReceiveCount: maxReceiveCount ?? WORKER.maxReceiveCount,
  };
}

function explainWorker({ queue, variable, dispatcher, backlogPerTask, ...figures }: Omit<WorkerPlan, 'periodicTasks'>, decisions: Decisions): void {
  const { visibilityTimeoutSeconds, maxReceiveCount } = figures;
  decisions.choose('queue', queue, queue === 'given' ? DecisionSource.PROP : DecisionSource.BEANSTALK, queue === 'given'
    ? `You brought it; ${variable} holds its address.`
    : `A message that was not deleted ${visibilityTimeoutSeconds} s after it was taken comes back, and after ${maxReceiveCount} times goes to the `
      + `dead-letter queue; ${variable} holds the address.`);
  decisions.choose('consumer', dispatcher ? `dispatcher → ${dispatcher.containerName}:${dispatcher.containerPort}${dispatcher.path}` : 'the containers', DecisionSource.PROP,
    dispatcher ? 'A container beside the others posts each message there and deletes it after a 200, as the daemon of Beanstalk does.'
      : 'They ask the queue for messages and delete them themselves; nothing posts to them.');
  if (backlogPerTask > 0) decisions.choose('scaling on the queue', `${backlogPerTask} messages for each task`, DecisionSource.PROP, 'You chose it.');
}

function planDispatcher(spec: DockerrunSpec, settings: DispatcherSettings): DispatcherPlan {
  const { path = WORKER.path, contentType = WORKER.contentType, memoryMiB = DISPATCHER_MEMORY_MIB } = settings;
  return { ...chooseWorkPort(spec, settings)[0], path, contentType, memoryMiB };
}

/** The rules refused every schedule that EventBridge does not know. */
function expressionOf(schedule: string): string {
  const result = toScheduleExpression(schedule);
  return 'expression' in result ? result.expression : '';
}
