import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { BeanstalkPlan } from '../../core/plan/beanstalk/plan';
import { isUnresolved } from '../../core/settings/settings';
import { pullStatements } from '../../shared/agent-policy';
import { registryAuthStatement } from '../../shared/registry-auth';

/** Only the ECS platform has an agent of Amazon ECS on its instances. */
const instancePoliciesOf = ({ branch }: BeanstalkPlan['platform']) => [
  'AWSElasticBeanstalkWebTier', 'AWSElasticBeanstalkWorkerTier',
  ...branch === 'ecs' ? ['AWSElasticBeanstalkMulticontainerDocker'] : [], 'AmazonSSMManagedInstanceCore',
];
const SERVICE_POLICIES = [
  'service-role/AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy',
];

/**
 * The given role of the instances and of the containers on them, or one with what Beanstalk asks for; both with what
 * the file takes.
 */
export function instanceRoleOf(
  scope: Construct, { platform, pulls, executionRoleArn, registryAuth }: BeanstalkPlan, given: iam.IRole | undefined,
): iam.IRole {
  const stack = Stack.of(scope);
  const role =
    given
    ?? new iam.Role(scope, 'InstanceRole', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      description: 'Instances of Elastic Beanstalk and the containers on them',
      managedPolicies: instancePoliciesOf(platform).map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
  for (const statement of pullStatements(stack, pulls)) role.addToPrincipalPolicy(statement);
  if (registryAuth) role.addToPrincipalPolicy(registryAuthStatement(stack, registryAuth));
  // The instance itself starts the task, so it is the one who hands over the role.
  if (executionRoleArn !== null && !isUnresolved(executionRoleArn)) {
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [executionRoleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
    );
  }
  return role;
}

/** The role with which Beanstalk watches the instances and updates the platform. */
export function createServiceRole(scope: Construct): iam.Role {
  return new iam.Role(scope, 'ServiceRole', {
    assumedBy: new iam.ServicePrincipal('elasticbeanstalk.amazonaws.com', {
      conditions: { StringEquals: { 'sts:ExternalId': 'elasticbeanstalk' } },
    }),
    description: 'Elastic Beanstalk: health of the environment and managed updates',
    managedPolicies: SERVICE_POLICIES.map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
  });
}
