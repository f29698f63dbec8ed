import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const orderedQueue: TargetRule = {
  code: 'DR4161',
  name: 'ordered-queue',
  severity: Severity.ERROR,
  summary: 'A queue that gets the messages of periodic tasks is no FIFO queue.',
  reason:
    'A FIFO queue takes no message without a group, which those of periodic tasks have not; Beanstalk has none for '
    + 'FIFO queues either.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html#worker-periodictasks',
  fields: [],
  concerns: 'service',
  check(spec, { worker }, { at, report }) {
    const { fifoQueue = false, periodicTasks = [], cronTasks = [] } = worker ?? {};
    if (!fifoQueue || periodicTasks.length + cronTasks.length === 0) return;
    const origin = periodicTasks.length > 0 ? 'worker.periodicTasks' : 'cron.yaml';
    report(
      at(spec), `worker.queue must not be a FIFO queue beside the tasks of ${origin}, got one.`,
      `Bring a standard queue, or leave ${origin} out.`, ['worker.queue'],
    );
  },
};
