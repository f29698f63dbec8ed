import { Severity } from '../../../finding/finding';
import { replicaCounts } from '../../../settings/replica-counts';
import { EnvironmentSettings } from '../../../settings/settings';
import { WorkerSettings } from '../../../settings/worker';
import { TargetRule } from '../target-rule';

type Range = readonly [prop: string, min: number, max: number];

const RANGES: Readonly<Record<string, Range>> = {
  visibilityTimeoutSeconds: ['visibilityTimeout', 0, 43_200],
  retentionSeconds: ['retentionPeriod', 60, 1_209_600],
  maxReceiveCount: ['maxReceiveCount', 1, 100],
  backlogPerTask: ['backlogPerTask', 1, 100_000],
};

/** What only a new queue can be told. */
const OF_THE_QUEUE = ['visibilityTimeoutSeconds', 'retentionSeconds', 'maxReceiveCount'] as const;

export const invalidWorkerSetting: TargetRule = {
  code: 'DR4141',
  name: 'invalid-worker-setting',
  severity: Severity.ERROR,
  summary: 'The figures of a worker are within the ranges of Beanstalk and Amazon SQS, and belong to what is made.',
  reason: 'Amazon SQS refuses others, a queue of yours has its own, and a backlog scales replicas only.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elasticbeanstalksqsd',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    const { worker } = settings;
    if (!worker) return;
    for (const [must, hint] of [...outside(worker), ...misplaced(worker), ...settings.beanstalk ? [] : unscaled(worker, settings)]) report(at(spec), `worker.${must}.`, hint);
    if (worker.variable !== undefined && !/^[A-Za-z_]\w*$/.test(worker.variable)) {
      report(at(spec), `worker.variable must be the name of a variable, got "${worker.variable}".`, 'Use letters, digits and underscores.');
    }
  },
};

function* outside(worker: WorkerSettings): Iterable<readonly [string, string]> {
  for (const [key, [prop, min, max]] of Object.entries(RANGES)) {
    const value = worker[key as 'backlogPerTask'];
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) continue;
    const unit = key.endsWith('Seconds') ? ' seconds' : '';
    yield [`${prop} must be a whole number between ${min} and ${max}${unit}, got ${value}`, `Use ${Math.min(max, Math.max(min, Math.round(value)))}.`];
  }
}

function* misplaced(worker: WorkerSettings): Iterable<readonly [string, string]> {
  if (!worker.ownQueue) return;
  const given = OF_THE_QUEUE.filter((key) => worker[key] !== undefined).map((key) => RANGES[key][0]);
  if (given.length > 0) yield [`queue must be left out to set ${given.join(', ')}, got both`, 'Set them on your queue.'];
}

function* unscaled({ backlogPerTask }: WorkerSettings, { scheduling }: EnvironmentSettings): Iterable<readonly [string, string]> {
  if (backlogPerTask === undefined) return;
  if (scheduling?.kind !== 'replicas') {
    yield ['backlogPerTask must stand beside replicas, got one task per instance', 'Set scheduling: Scheduling.replicas({ min: 1, max: 10 }).'];
    return;
  }
  const { min, max } = replicaCounts(scheduling);
  if (min >= max) yield [`backlogPerTask must have a range of tasks to use, got ${min} to ${max}`, `Set max above ${min}.`];
}
