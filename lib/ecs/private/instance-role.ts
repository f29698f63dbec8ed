import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EcrRepository } from '../../core/plan/plan';
import { pullStatements } from './agent-policy';

/**
 * The role of the instances: what Beanstalk gives them, a shell through Session Manager, and what the agent needs beyond.
 *
 * The agent marks its instance as draining by itself when AWS takes a Spot instance back.
 */
export function createInstanceRole(scope: Construct, pulls: readonly EcrRepository[]): iam.Role {
  const role = new iam.Role(scope, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    description: 'Container instances: registration with Amazon ECS, Session Manager, image pulls',
    managedPolicies: [
      iam.ManagedPolicy.fromAwsManagedPolicyName('AWSElasticBeanstalkMulticontainerDocker'),
      iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'),
    ],
  });
  for (const statement of pullStatements(Stack.of(scope), pulls)) role.addToPolicy(statement);
  return role;
}
