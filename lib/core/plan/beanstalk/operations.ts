import { beanstalkFields, deploymentFields } from '../../settings/beanstalk/beanstalk';
import { LOG_RETENTION_DAYS } from '../../settings/constants';
import { settled } from '../../settings/fields/field';
import { EnvironmentSettings } from '../../settings/settings';
import { Decisions } from '../decision';
import { DeploymentPlan, NotificationsPlan, VariablesPlan } from './plan';

export function planDeployment(
  { beanstalk: { deployment } = {} }: EnvironmentSettings, decisions: Decisions,
): DeploymentPlan {
  const { policy: usual } = deploymentFields;
  const { batchPercent, ...plan } = settled(deploymentFields, deployment ?? { policy: usual.fallback });
  decisions.about('deployment', 'singleInstance').given(
    'deployment', deployment?.policy, usual.fallback,
    'Half of the instances serve while the others get the new version.',
  );
  const { batchSize } = deployment ?? {};
  return batchSize === undefined
    ? { ...plan, batchSizeType: 'Percentage', batchSize: batchPercent }
    : { ...plan, batchSizeType: 'Fixed', batchSize };
}

export function planUpdateTime({ beanstalk = {} }: EnvironmentSettings, decisions: Decisions): string {
  const { fallback } = beanstalkFields.updateTime;
  return decisions.about('updateTime').given('platform updates', beanstalk.updateTime, fallback,
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
