import { Setting } from '../../core/settings/setting';
import { QUEUE_VARIABLE, WorkerSettings } from '../../core/settings/worker/worker';
import { workerFields } from '../../core/settings/worker/worker-fields';
import { DockerrunWorker } from '../../ecs/worker';
import { SourceBundle } from '../../source-bundle';
import { settingsOf } from './settings-of';
import { settingsOfRecord } from './settings-record';
import { plain } from './tokens';

/** What the plan may know of a worker. The tasks of its `cron.yaml` are free of errors. */
export function workerSettings(worker: DockerrunWorker | undefined, bundle?: SourceBundle): WorkerSettings | undefined {
  if (!worker) return undefined;
  const { consumer, queue, periodicTasks } = worker;
  return {
    ...settingsOf(workerFields, worker, 'worker'),
    consumer: consumer._settings,
    fifoQueue: queue?.fifo,
    cronTasks: bundle?._cronTasks(),
    periodicTasks: periodicTasks?.map(({ name, url, schedule }, index) => {
      for (const [key, value] of Object.entries({ name, url, schedule })) {plain(`worker.periodicTasks[${index}].${key}`, value);}
      return { name, url, schedule };
    }),
  };
}

interface Props {
  readonly environmentProperties?: { readonly [name: string]: string };
  readonly worker?: DockerrunWorker;
}

/** The variables of every container, with the one that holds the address of the queue. */
export function variableSettings({ environmentProperties, worker }: Props): Record<string, Setting<string>> {
  const given = settingsOfRecord('environmentProperties', environmentProperties);
  if (!worker) return given;
  const { variable = QUEUE_VARIABLE } = worker;
  return { [variable]: { unresolved: `environmentProperties.${variable}` }, ...given };
}
