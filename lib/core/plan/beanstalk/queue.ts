import { Given, settled } from '../../settings/fields/field';
import { WorkerSettings, daemonFields } from '../../settings/worker/worker';
import { Decisions, DecisionSource } from '../decision';
import { explainQueue, queueOf, tasksOf } from '../ecs/service/worker';
import { DaemonQueuePlan } from './plan';

const MAX_INACTIVITY_SECONDS = 36_000;

/** Null for an environment that answers requests. */
export function planDaemonQueue(settings: WorkerSettings | undefined, decisions: Decisions): DaemonQueuePlan | null {
  if (!settings) return null;
  const { consumer, periodicTasks = [] } = settings;
  const { backlogPerTask, ...queue } = queueOf(settings);
  const daemon = daemonOf(consumer, queue.visibilityTimeout);
  const plan: DaemonQueuePlan = {
    ...queue, ...daemon, periodicTasks: tasksOf(settings), writesCron: periodicTasks.length > 0,
  };
  explainQueue(queue, decisions);
  explainDaemon(plan, consumer, decisions);
  return plan;
}

/** A dispatcher has a path and a content type; whatever else the daemon may be told, it has no part of. */
function daemonOf(consumer: WorkerSettings['consumer'], visibilityTimeout: number) {
  const said: Given<typeof daemonFields> = consumer.kind === 'polls' ? {} : consumer;
  const { inactivityTimeout = Math.min(MAX_INACTIVITY_SECONDS, Math.max(1, visibilityTimeout - 1)) } = said;
  return { inactivityTimeout, ...settled(daemonFields, said) };
}

function explainDaemon(plan: DaemonQueuePlan, { kind }: WorkerSettings['consumer'], decisions: Decisions): void {
  const { path, inactivityTimeout, visibilityTimeout, periodicTasks } = plan;
  decisions.about('worker.consumer').choose(
    'consumer',
    `daemon → host port 80${path}`,
    DecisionSource.BEANSTALK,
    kind === 'dispatcher'
      ? 'The daemon of Beanstalk posts each message there and deletes it after a 200, so the image of the dispatcher '
          + 'is not used.'
      : 'The daemon of Beanstalk posts each message there and deletes it after a 200.',
  );
  decisions
    .about('worker.consumer.inactivityTimeout', 'worker.visibilityTimeout')
    .choose(
      'time for a message',
      `${inactivityTimeout} s`,
      DecisionSource.DERIVED,
      `The daemon gives up on an answer before the message comes back after ${visibilityTimeout} s.`,
    );
  for (const { name, url, schedule } of periodicTasks) {
    decisions.about('worker.periodicTasks').chosen(
      `periodic task ${name}`, schedule,
      `cron.yaml of the version sends a message for ${url}, in UTC.`,
    );
  }
}
