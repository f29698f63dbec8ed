import { BeanstalkChoices, DeploymentSettings } from '../settings/beanstalk';
import { filled, OptionValues } from './option-values';
import { OptionReferences } from './references';

const COMMAND = 'aws:elasticbeanstalk:command';
const NOTIFICATIONS = 'aws:elasticbeanstalk:sns:topics';
const SECRETS = 'aws:elasticbeanstalk:application:environmentsecrets';
const SPLITTING = 'aws:elasticbeanstalk:trafficsplitting';

/** What only an environment of Elastic Beanstalk has a prop for. */
export function beanstalkChoices(values: OptionValues): BeanstalkChoices | undefined {
  return values.object<BeanstalkChoices>({
    deployment: () => deploymentOf(values),
    updateTime: () => values.text('aws:elasticbeanstalk:managedactions', 'PreferredStartTime'),
    singleInstance: () => values.is('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance') || undefined,
    environmentSecrets: () => filled(Object.keys(values.all(SECRETS) ?? {})),
    notificationsTopic: () => (values.text(NOTIFICATIONS, 'Notification Topic ARN') ? true : undefined),
  });
}

/** What only the app can look up. */
export function beanstalkReferences(values: OptionValues): OptionReferences {
  return { notificationsTopicArn: values.text(NOTIFICATIONS, 'Notification Topic ARN') || undefined, environmentSecretArns: values.all(SECRETS) };
}

/** The figures of a deployment mean something beside its policy only. */
function deploymentOf(values: OptionValues): DeploymentSettings | undefined {
  const policy = values.choice<DeploymentSettings['policy']>(COMMAND, 'DeploymentPolicy');
  if (policy === undefined) return undefined;
  const inBatches = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
  const splits = policy === 'TrafficSplitting';
  return values.object<DeploymentSettings>({
    policy: () => values.choice<DeploymentSettings['policy']>(COMMAND, 'DeploymentPolicy')!,
    batchSize: () => (inBatches ? values.whole(COMMAND, 'BatchSize') : undefined),
    batchIsFixed: () => (inBatches ? isFixed(values) : undefined),
    newVersionPercent: () => (splits ? values.whole(SPLITTING, 'NewVersionPercent') : undefined),
    evaluationMinutes: () => (splits ? values.whole(SPLITTING, 'EvaluationTime') : undefined),
  });
}

function isFixed(values: OptionValues): boolean | undefined {
  const type = values.choice<'Fixed' | 'Percentage'>(COMMAND, 'BatchSizeType');
  return type && type === 'Fixed';
}
