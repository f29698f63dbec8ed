import { Answers, becomes, instead, unneeded } from '../answer';

export const ENVIRONMENT: Answers = {
  'aws:elasticbeanstalk:application': { options: { 'Application Healthcheck URL': becomes('listeners: healthCheck') } },
  'aws:elasticbeanstalk:application:environment': { others: becomes('environmentProperties') },
  'aws:elasticbeanstalk:application:environmentsecrets': {
    others: instead(
      'Pass it as secrets, with the container that reads it; ecs.Secret.fromSecretsManager and fromSsmParameter give '
        + 'the right to read it, too.',
    ),
  },
  'aws:elasticbeanstalk:customoption': { others: instead('Write it as a constant of the app.') },
  'aws:elasticbeanstalk:environment': {
    values: {
      LoadBalancerIsShared: { false: unneeded('the environment has a load balancer of its own.') },
      LoadBalancerType: { application: becomes('listeners: protocol'), network: becomes('listeners: protocol') },
    },
    options: {
      EnvironmentType: becomes('minCapacity, maxCapacity'),
      ServiceRole: unneeded('ECS works with a role that is linked to the service.'),
      LoadBalancerType: unneeded(
        'listeners for HTTP stand on an Application Load Balancer, all others on a Network Load Balancer.',
      ),
      LoadBalancerIsShared: instead(
        'Add the service to the listener of that load balancer, with DockerrunService and rules.',
      ),
    },
  },
  'aws:elasticbeanstalk:command': {
    values: {
      DeploymentPolicy: {
        RollingWithAdditionalBatch: instead(
          'Use Scheduling.replicas, which starts new tasks before it stops the old ones.',
        ),
        Immutable: instead('Use Scheduling.replicas with a blue/green strategy.'),
        TrafficSplitting: instead('Use Scheduling.replicas with a canary strategy.'),
      },
    },
    options: {
      DeploymentPolicy: becomes('scheduling: minHealthyPercent'),
      Timeout: unneeded('a deployment waits until its tasks are healthy.'),
      BatchSizeType: becomes('scheduling: minHealthyPercent'),
      BatchSize: becomes('scheduling: minHealthyPercent'),
      IgnoreHealthCheck: unneeded('a deployment always waits for healthy tasks.'),
    },
  },
  'aws:elasticbeanstalk:trafficsplitting': { others: instead('Use Scheduling.replicas with a canary strategy.') },
};
