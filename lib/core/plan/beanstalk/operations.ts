import { DEPLOYMENT, DeploymentSettings, TRAFFIC_SPLITTING, UPDATE_TIME } from '../../settings/beanstalk/beanstalk';
import { LOG_RETENTION_DAYS } from '../../settings/constants';
import { EnvironmentSettings } from '../../settings/settings';
import { withoutUndefined } from '../../translation/defined';
import { Decisions } from '../decision';
import { NotificationsPlan, VariablesPlan } from './plan';

export function planDeployment(
  { beanstalk = {} }: EnvironmentSettings, decisions: Decisions,
): Required<DeploymentSettings> {
  const { deployment } = beanstalk;
  const plan = { ...DEPLOYMENT, batchIsFixed: false, ...TRAFFIC_SPLITTING, ...withoutUndefined(deployment ?? {}) };
  decisions.about('deployment', 'singleInstance').given(
    'deployment', deployment?.policy, DEPLOYMENT.policy,
    'Half of the instances serve while the others get the new version.',
  );
  return plan;
}

export function planUpdateTime({ beanstalk = {} }: EnvironmentSettings, decisions: Decisions): string {
  return decisions.about('updateTime').given('platform updates', beanstalk.updateTime, UPDATE_TIME,
    'Beanstalk replaces the instances by ones with the newest platform once a week, in UTC.');
}

export function logRetentionOf({ logRetention = LOG_RETENTION_DAYS }: EnvironmentSettings): number {
  return logRetention;
}

export function notificationsOf({ beanstalk = {} }: EnvironmentSettings): NotificationsPlan {
  const { notificationsEmail: email = '', notificationsTopic: ownTopic = false } = beanstalk;
  return { email, ownTopic };
}

export function variablesOf({ environmentProperties = {}, beanstalk = {} }: EnvironmentSettings): VariablesPlan {
  const { environmentSecrets: secrets = [], retiredEnvironmentProperties: retired = [] } = beanstalk;
  return {
    properties: Object.entries(environmentProperties).map(([name, value]) => ({ name, value })), secrets, retired,
  };
}
