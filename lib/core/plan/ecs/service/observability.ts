import { LogSettings, logFields } from '../../../settings/service/logs';
import { Decisions, DecisionSource } from '../../decision';
import { chose } from '../../provenance';

/** What CloudFormation knows no number for. */
const FOREVER = 9999;

/** How many days the new log group keeps events; null when there is none. */
export function planLogs(needsGroup: boolean, settings: LogSettings, decisions: Decisions): number | null {
  if (!needsGroup) return null;
  const { logRetention: days, logEncryptionKey } = settings;
  if (logEncryptionKey) {
    decisions.about('logEncryptionKey').chosen(
      'log encryption', '${logEncryptionKey}',
      'You chose the key; whoever reads the logs has to be allowed to use it.',
    );
  }
  if (days === undefined) {
    return decisions.about('logRetention').choose(
      'log retention', logFields.logRetention.fallback, DecisionSource.DEFAULT,
      'Long enough to look into an incident, short enough to stay cheap.', `${logFields.logRetention.fallback} days`,
    );
  }
  return decisions.about('logRetention').chosen(
    'log retention', days, chose(), days === FOREVER ? 'forever' : `${days} days`,
  );
}

/** Whether a shell may be opened in a container. */
export function planShell({ enableExecuteCommand = false }: LogSettings, decisions: Decisions): boolean {
  if (!enableExecuteCommand) return false;
  return decisions.about('enableExecuteCommand').chosen(
    'shell in containers',
    true,
    chose(
      '; who may call ecs:ExecuteCommand opens one through Session Manager, for which the task role gets the '
        + 'permissions.',
    ),
    'allowed',
  );
}

/** Whether there is a page with everything that is measured. */
export function planDashboard({ dashboard = false }: { readonly dashboard?: boolean }, decisions: Decisions): boolean {
  if (!dashboard) return false;
  return decisions.about('dashboard').chosen(
    'dashboard', true, chose('; Amazon CloudWatch charges for each beyond the third of an account.'), 'yes',
  );
}
