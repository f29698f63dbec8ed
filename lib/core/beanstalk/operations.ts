import { BeanstalkPlan } from '../plan/beanstalk/plan';
import { splittingFields } from '../settings/beanstalk/beanstalk';
import { optionsOf } from './fields';
import { OptionPlan, optionsIn, refer } from './option';

/** How versions and platforms replace each other, and what is told about the environment. */
export function operationOptions(plan: BeanstalkPlan): OptionPlan[] {
  const kept = { DeleteOnTerminate: false, RetentionInDays: plan.logRetention };
  return [
    ...deploymentOptions(plan),
    ...optionsIn('aws:elasticbeanstalk:healthreporting:system', {
      SystemType: 'enhanced', EnhancedHealthAuthEnabled: true, HealthCheckSuccessThreshold: 'Ok',
    }),
    ...optionsIn('aws:elasticbeanstalk:cloudwatch:logs', { StreamLogs: true, ...kept }),
    ...optionsIn('aws:elasticbeanstalk:cloudwatch:logs:health', { HealthStreamingEnabled: true, ...kept }),
    ...optionsIn('aws:elasticbeanstalk:hostmanager', { LogPublicationControl: true }),
    ...optionsIn('aws:elasticbeanstalk:managedactions', {
      ManagedActionsEnabled: true, PreferredStartTime: plan.updateTime,
    }),
    ...optionsIn('aws:elasticbeanstalk:managedactions:platformupdate', {
      UpdateLevel: 'minor', InstanceRefreshEnabled: false,
    }),
    ...notificationOptions(plan),
    ...optionsIn('aws:elasticbeanstalk:xray', { XRayEnabled: false }),
  ];
}

/** Only an Application Load Balancer of its own splits the traffic. */
function deploymentOptions({ shape, deployment }: BeanstalkPlan): OptionPlan[] {
  const { policy, batchSize, batchSizeType } = deployment;
  return [
    ...optionsIn('aws:elasticbeanstalk:command', {
      DeploymentPolicy: policy,
      BatchSizeType: batchSizeType,
      BatchSize: batchSize,
      Timeout: 600,
      IgnoreHealthCheck: false,
    }),
    ...(shape === 'application'
      ? optionsIn('aws:elasticbeanstalk:trafficsplitting', optionsOf(splittingFields, deployment))
      : []),
  ];
}

/** An empty address takes the one of before off the list. */
function notificationOptions({ notifications: { email, ownTopic } }: BeanstalkPlan): OptionPlan[] {
  return optionsIn('aws:elasticbeanstalk:sns:topics', {
    'Notification Endpoint': email,
    'Notification Protocol': 'email',
    'Notification Topic ARN': ownTopic ? refer('notifications-topic') : '',
  });
}
