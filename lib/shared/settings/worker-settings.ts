import { containerFields } from '../../core/settings/containers/containers';
import { Setting } from '../../core/settings/setting';
import { QUEUE_VARIABLE, WorkerSettings, workerFields } from '../../core/settings/worker/worker';
import { DockerrunWorker } from '../../ecs/worker';
import { SourceBundle } from '../../source-bundle';
import { settingsOf } from './settings-of';

/** What the plan may know of a worker. The tasks of its `cron.yaml` are free of errors. */
export function workerSettings(worker: DockerrunWorker | undefined, bundle?: SourceBundle): WorkerSettings | undefined {
  if (!worker) return undefined;
  const settings = settingsOf(workerFields, worker, 'worker');
  return { ...settings, fifoQueue: worker.queue?.fifo, cronTasks: bundle?._cronTasks() };
}

interface Props {
  readonly environmentProperties?: { readonly [name: string]: string };
  readonly worker?: DockerrunWorker;
}

/** The variables of every container, with the one that holds the address of the queue. */
export function variableSettings(props: Props): Record<string, Setting<string>> {
  const { environmentProperties: given = {} } = settingsOf(
    { environmentProperties: containerFields.environmentProperties }, props,
  );
  if (!props.worker) return given;
  const { variable = QUEUE_VARIABLE } = props.worker;
  return { [variable]: { unresolved: `environmentProperties.${variable}` }, ...given };
}
