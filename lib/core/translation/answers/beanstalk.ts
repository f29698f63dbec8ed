import { Answers, becomes, decided, nativeUnless } from '../answer';

const DEPLOYMENT = becomes('deployment');
const GROUPS = decided(
  'the load balancer has a security group of the stack, and the instances let in nobody else.',
  'Say who may connect with open, allowedCidrs and allowedSecurityGroups of the listeners.',
);
const PROFILE = decided(
  'the instances have a profile of the stack, as a profile does not tell the role that needs permissions.',
  'Remove it, and pass its role as instanceRole, or grant what the application needs to the instanceRole of the '
    + 'environment.',
);
const SHARED = decided(
  'the environment has a load balancer of its own.',
  'Remove it, or add the service to that load balancer with DockerrunService and rules.',
);

/** Where an option of an environment of Elastic Beanstalk becomes something else than on native ECS. */
export const BEANSTALK: Answers = {
  'aws:elasticbeanstalk:command': {
    options: { DeploymentPolicy: DEPLOYMENT, BatchSizeType: DEPLOYMENT, BatchSize: DEPLOYMENT },
  },
  'aws:autoscaling:scheduledaction': { others: nativeUnless('scheduling') },
  'aws:elasticbeanstalk:trafficsplitting': { others: DEPLOYMENT },
  'aws:elasticbeanstalk:managedactions': { options: { PreferredStartTime: becomes('updateTime') } },
  'aws:elasticbeanstalk:application:environmentsecrets': { others: becomes('environmentSecrets') },
  'aws:autoscaling:launchconfiguration': { options: { IamInstanceProfile: PROFILE } },
  'aws:elasticbeanstalk:sns:topics': {
    options: {
      'Notification Endpoint': nativeUnless('notificationsEmail'),
      'Notification Protocol': nativeUnless('notificationsEmail'),
      'Notification Topic ARN': becomes('notificationsTopic'),
      'Notification Topic Name': nativeUnless('notificationsTopic'),
    },
  },
  'aws:elasticbeanstalk:cloudwatch:logs': { options: { RetentionInDays: nativeUnless('logRetention') } },
  'aws:elasticbeanstalk:cloudwatch:logs:health': { options: { RetentionInDays: nativeUnless('logRetention') } },
  'aws:elasticbeanstalk:sqsd': {
    options: {
      WorkerQueueURL: nativeUnless('worker: queue'),
      HttpPath: nativeUnless('worker: path'),
      MimeType: nativeUnless('worker: contentType'),
      HttpConnections: nativeUnless('worker: httpConnections'),
      ConnectTimeout: nativeUnless('worker: connectTimeout'),
      InactivityTimeout: nativeUnless('worker: inactivityTimeout'),
      ErrorVisibilityTimeout: nativeUnless('worker: errorVisibilityTimeout'),
      VisibilityTimeout: becomes('worker: visibilityTimeout'),
      RetentionPeriod: becomes('worker: retentionPeriod'),
      MaxRetries: becomes('worker: maxReceiveCount'),
    },
  },
  'aws:elbv2:loadbalancer': {
    options: {
      ManagedSecurityGroup: GROUPS, SecurityGroups: GROUPS, SharedLoadBalancer: SHARED,
    },
  },
  'aws:elasticbeanstalk:environment': {
    values: {
      LoadBalancerIsShared: { true: SHARED },
      LoadBalancerType: { application: becomes('listeners: protocol'), network: becomes('listeners: protocol') },
    },
    options: {
      EnvironmentType: becomes('singleInstance'),
      ServiceRole: becomes('serviceRole'),
      LoadBalancerType: decided(
        'the load balancer follows from the listeners.',
        'Remove it, or say with the protocol of the listeners what they speak.',
      ),
    },
  },
};
