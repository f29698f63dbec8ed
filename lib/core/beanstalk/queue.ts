import { DaemonQueuePlan } from '../plan/beanstalk/plan';
import { daemonFields, workerFields } from '../settings/worker/worker';
import { optionsOf } from './fields';
import { OptionPlan, optionsIn, refer } from './option';

const { errorVisibilityTimeout, ...ofRequests } = daemonFields;
const { visibilityTimeout, ...ofMessages } = workerFields;
const FIELDS = { ...ofRequests, visibilityTimeout, errorVisibilityTimeout, ...ofMessages };

export function queueOptions(plan: DaemonQueuePlan): OptionPlan[] {
  return optionsIn('aws:elasticbeanstalk:sqsd', { WorkerQueueURL: refer('queue'), ...optionsOf(FIELDS, plan) });
}

/** JSON is YAML, too. */
export function cronFile({ writesCron, periodicTasks }: DaemonQueuePlan): Record<string, string> {
  if (!writesCron) return {};
  const cron = periodicTasks.map(({ name, url, schedule }) => ({ name, url, schedule }));
  return { 'cron.yaml': `${JSON.stringify({ version: 1, cron }, undefined, 2)}\n` };
}
