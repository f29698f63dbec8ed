import { DaemonQueuePlan } from '../plan/beanstalk/plan';
import { OptionPlan, optionsIn, refer } from './option';

export function queueOptions(plan: DaemonQueuePlan): OptionPlan[] {
  return optionsIn('aws:elasticbeanstalk:sqsd', {
    WorkerQueueURL: refer('queue'),
    HttpPath: plan.path,
    MimeType: plan.contentType,
    HttpConnections: plan.httpConnections,
    ConnectTimeout: plan.connectTimeout,
    InactivityTimeout: plan.inactivityTimeout,
    VisibilityTimeout: plan.visibilityTimeout,
    ErrorVisibilityTimeout: plan.errorVisibilityTimeout,
    RetentionPeriod: plan.retentionPeriod,
    MaxRetries: plan.maxReceiveCount,
  });
}

/** JSON is YAML, too. */
export function cronFile({ writesCron, periodicTasks }: DaemonQueuePlan): Record<string, string> {
  if (!writesCron) return {};
  const cron = periodicTasks.map(({ name, url, schedule }) => ({ name, url, schedule }));
  return { 'cron.yaml': `${JSON.stringify({ version: 1, cron }, undefined, 2)}\n` };
}
