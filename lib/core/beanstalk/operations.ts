import { BeanstalkChoices, DEPLOYMENT, DeploymentSettings, TRAFFIC_SPLITTING, UPDATE_TIME } from '../settings/beanstalk';
import { LOG_RETENTION_DAYS } from '../settings/defaults';
import { OptionPlan, optionsIn } from './option';

/** How versions and platforms replace each other, and what is told about the environment. */
export function operationOptions({ deployment, updateTime = UPDATE_TIME }: BeanstalkChoices): OptionPlan[] {
  const kept = { DeleteOnTerminate: false, RetentionInDays: LOG_RETENTION_DAYS };
  return [
    ...deploymentOptions(deployment ?? DEPLOYMENT),
    ...optionsIn('aws:elasticbeanstalk:healthreporting:system', { SystemType: 'enhanced', EnhancedHealthAuthEnabled: true, HealthCheckSuccessThreshold: 'Ok' }),
    ...optionsIn('aws:elasticbeanstalk:cloudwatch:logs', { StreamLogs: true, ...kept }),
    ...optionsIn('aws:elasticbeanstalk:cloudwatch:logs:health', { HealthStreamingEnabled: true, ...kept }),
    ...optionsIn('aws:elasticbeanstalk:hostmanager', { LogPublicationControl: true }),
    ...optionsIn('aws:elasticbeanstalk:managedactions', { ManagedActionsEnabled: true, PreferredStartTime: updateTime }),
    ...optionsIn('aws:elasticbeanstalk:managedactions:platformupdate', { UpdateLevel: 'minor', InstanceRefreshEnabled: false }),
    ...optionsIn('aws:elasticbeanstalk:xray', { XRayEnabled: false }),
  ];
}

function deploymentOptions({ policy, batchSize = DEPLOYMENT.batchSize, batchIsFixed = false, ...splitting }: DeploymentSettings): OptionPlan[] {
  const { newVersionPercent = TRAFFIC_SPLITTING.newVersionPercent, evaluationMinutes = TRAFFIC_SPLITTING.evaluationMinutes } = splitting;
  return [
    ...optionsIn('aws:elasticbeanstalk:command', {
      DeploymentPolicy: policy, BatchSizeType: batchIsFixed ? 'Fixed' : 'Percentage', BatchSize: batchSize, Timeout: 600, IgnoreHealthCheck: false,
    }),
    ...optionsIn('aws:elasticbeanstalk:trafficsplitting', { NewVersionPercent: newVersionPercent, EvaluationTime: evaluationMinutes }),
  ];
}
