import { WorkerSettings } from '../settings/worker/worker';
import { OptionValues } from './option-values';

const DAEMON = 'aws:elasticbeanstalk:sqsd';

/** What options say of the queue of a worker. Who takes messages from it, they do not. */
export type QueueSettings = Pick<WorkerSettings, 'visibilityTimeout' | 'retentionPeriod' | 'maxReceiveCount'>;

export function queueOf(values: OptionValues): QueueSettings | undefined {
  return values.object<QueueSettings>({
    visibilityTimeout: () => values.whole(DAEMON, 'VisibilityTimeout'),
    retentionPeriod: () => values.whole(DAEMON, 'RetentionPeriod'),
    maxReceiveCount: () => values.whole(DAEMON, 'MaxRetries'),
  });
}
