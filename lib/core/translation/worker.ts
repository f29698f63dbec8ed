import { WorkerSettings, workerFields } from '../settings/worker/worker';
import { OptionValues } from './option-values';
import { readsOf } from './read-fields';

/** What options say of the queue of a worker. Who takes messages from it, they do not. */
export type QueueSettings = Pick<WorkerSettings, 'visibilityTimeout' | 'retentionPeriod' | 'maxReceiveCount'>;

export function queueOf(values: OptionValues): QueueSettings | undefined {
  return values.object<QueueSettings>(readsOf(workerFields, { values }));
}
