import { DEPLOYMENT, DeploymentSettings, TRAFFIC_SPLITTING, UPDATE_TIME } from '../settings/beanstalk';
import { BeanstalkShape } from '../settings/beanstalk-shape';
import { LOG_RETENTION_DAYS } from '../settings/defaults';
import { EnvironmentSettings } from '../settings/settings';
import { OptionPlan, optionsIn, refer } from './option';

/** How versions and platforms replace each other, and what is told about the environment. */
export function operationOptions(shape: BeanstalkShape, settings: EnvironmentSettings): OptionPlan[] {
  const { beanstalk = {}, logRetentionDays = LOG_RETENTION_DAYS } = settings;
  const kept = { DeleteOnTerminate: false, RetentionInDays: logRetentionDays };
  return [
    ...deploymentOptions(shape, beanstalk.deployment ?? DEPLOYMENT),
    ...optionsIn('aws:elasticbeanstalk:healthreporting:system', { SystemType: 'enhanced', EnhancedHealthAuthEnabled: true, HealthCheckSuccessThreshold: 'Ok' }),
    ...optionsIn('aws:elasticbeanstalk:cloudwatch:logs', { StreamLogs: true, ...kept }),
    ...optionsIn('aws:elasticbeanstalk:cloudwatch:logs:health', { HealthStreamingEnabled: true, ...kept }),
    ...optionsIn('aws:elasticbeanstalk:hostmanager', { LogPublicationControl: true }),
    ...optionsIn('aws:elasticbeanstalk:managedactions', { ManagedActionsEnabled: true, PreferredStartTime: beanstalk.updateTime ?? UPDATE_TIME }),
    ...optionsIn('aws:elasticbeanstalk:managedactions:platformupdate', { UpdateLevel: 'minor', InstanceRefreshEnabled: false }),
    ...notificationOptions(settings),
    ...optionsIn('aws:elasticbeanstalk:xray', { XRayEnabled: false }),
  ];
}

/** Only an Application Load Balancer of its own splits the traffic. */
function deploymentOptions(shape: BeanstalkShape, deployment: DeploymentSettings): OptionPlan[] {
  const { policy, batchSize = DEPLOYMENT.batchSize, batchIsFixed = false, ...splitting } = deployment;
  const { newVersionPercent = TRAFFIC_SPLITTING.newVersionPercent, evaluationMinutes = TRAFFIC_SPLITTING.evaluationMinutes } = splitting;
  return [
    ...optionsIn('aws:elasticbeanstalk:command', {
      DeploymentPolicy: policy, BatchSizeType: batchIsFixed ? 'Fixed' : 'Percentage', BatchSize: batchSize, Timeout: 600, IgnoreHealthCheck: false,
    }),
    ...shape === 'application' ? optionsIn('aws:elasticbeanstalk:trafficsplitting', { NewVersionPercent: newVersionPercent, EvaluationTime: evaluationMinutes }) : [],
  ];
}

/** An empty address takes the one of before off the list. */
function notificationOptions({ beanstalk = {} }: EnvironmentSettings): OptionPlan[] {
  const { notificationsEmail = '', notificationsTopic = false } = beanstalk;
  return optionsIn('aws:elasticbeanstalk:sns:topics', {
    'Notification Endpoint': notificationsEmail,
    'Notification Protocol': 'email',
    'Notification Topic ARN': notificationsTopic ? refer('notifications-topic') : '',
  });
}
