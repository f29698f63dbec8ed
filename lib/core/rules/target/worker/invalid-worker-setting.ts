import { Severity } from '../../../finding/finding';
import { faultsIn } from '../../../settings/fields/faults';
import { capacityBounds } from '../../../settings/instances/instance-range';
import { replicaCounts } from '../../../settings/service/replica-counts';
import { EnvironmentSettings } from '../../../settings/settings';
import { WorkerSettings, workerFields } from '../../../settings/worker/worker';
import { TargetRule } from '../target-rule';

/** What only a new queue can be told. */
const OF_THE_QUEUE = ['visibilityTimeout', 'retentionPeriod', 'maxReceiveCount'] as const;

export const invalidWorkerSetting: TargetRule = {
  code: 'DR4141',
  name: 'invalid-worker-setting',
  severity: Severity.ERROR,
  summary:
    'The settings of a worker are within the ranges of Beanstalk and Amazon SQS, and apply to resources '
    + 'of the stack.',
  reason: 'Amazon SQS refuses others, a queue of yours has its own, and a backlog scales replicas only.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elasticbeanstalksqsd',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const { worker } = settings;
    if (!worker) return;
    for (const fault of faultsIn(workerFields, worker, 'worker')) {
      report(at(spec), fault.message, fault.hint, [fault.prop]);
    }
    const faults = [...misplaced(worker), ...(settings.beanstalk ? [] : unscaled(worker, settings))];
    for (const [prop, must, hint] of faults) report(at(spec), `worker.${prop} ${must}.`, hint, [`worker.${prop}`]);
  },
};

function* misplaced(worker: WorkerSettings): Iterable<readonly [prop: string, must: string, hint: string]> {
  if (!worker.queue) return;
  const given = OF_THE_QUEUE.filter((key) => worker[key] !== undefined);
  if (given.length > 0) {
    yield ['queue', `must be left out to set ${given.join(', ')}, got both`, 'Set them on your queue.'];
  }
}

function* unscaled(
  { backlogPerTask }: WorkerSettings, settings: EnvironmentSettings,
): Iterable<readonly [prop: string, must: string, hint: string]> {
  if (backlogPerTask === undefined) return;
  const { scheduling } = settings;
  if (scheduling?.kind !== 'replicas') {
    yield [
      'backlogPerTask', 'must stand beside replicas, got one task per instance',
      `Set scheduling: Scheduling.replicas({ min: 1, max: ${Math.max(2, capacityBounds(settings).max)} }).`,
    ];
    return;
  }
  const { min, max } = replicaCounts(scheduling);
  if (min >= max) {
    yield ['backlogPerTask', `must have a range of tasks to use, got ${min} to ${max}`, `Set max above ${min}.`];
  }
}
