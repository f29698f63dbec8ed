import { Answers, becomes, decided, NATIVE } from '../answer';

const DEPLOYMENT = becomes('deployment');
const GROUPS = decided('the load balancer has a security group of the stack, and the instances let in nobody else.', 'Say who may connect with open, allowedCidrs and allowedSecurityGroups of the listeners.');
const SHARED = decided('the environment has a load balancer of its own.', 'Remove it, or add the service to that load balancer with DockerrunService and rules.');

/** Where an option of an environment of Elastic Beanstalk becomes something else than on native ECS. */
export const BEANSTALK: Answers = {
  'aws:elasticbeanstalk:command': { options: { DeploymentPolicy: DEPLOYMENT, BatchSizeType: DEPLOYMENT, BatchSize: DEPLOYMENT } },
  'aws:elasticbeanstalk:trafficsplitting': { others: DEPLOYMENT },
  'aws:elasticbeanstalk:managedactions': { options: { PreferredStartTime: becomes('updateTime') } },
  'aws:elbv2:loadbalancer': {
    options: {
      AccessLogsS3Bucket: NATIVE, AccessLogsS3Enabled: NATIVE, AccessLogsS3Prefix: NATIVE,
      ManagedSecurityGroup: GROUPS, SecurityGroups: GROUPS, SharedLoadBalancer: SHARED,
    },
  },
  'aws:elasticbeanstalk:environment': {
    values: { LoadBalancerIsShared: { true: SHARED } },
    options: { LoadBalancerType: decided('the load balancer follows from the listeners.', 'Remove it, or say with the protocol of the listeners what they speak.') },
  },
};
