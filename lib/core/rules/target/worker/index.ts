import { TargetRule } from '../target-rule';
import { assumedConsumer } from './assumed-consumer';
import { invalidWorkerSetting } from './invalid-worker-setting';
import { orderedQueue } from './ordered-queue';
import { periodicTask } from './periodic-task';
import { unusedCron } from './unused-cron';
import { workPortChoice } from './work-port-choice';
import { workerListeners } from './worker-listeners';

export const workerRules: readonly TargetRule[] = [
  workerListeners,
  invalidWorkerSetting,
  periodicTask,
  workPortChoice,
  unusedCron,
  orderedQueue,
  assumedConsumer,
];
