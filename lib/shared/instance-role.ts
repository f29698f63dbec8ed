import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { InstancePolicyName } from '../core/settings/instances/instances';
import { EcrRepository } from '../core/spec/grants';
import { pullStatements } from './agent-policy';

/** A role that can be kept as it is while somebody adds to it. */
export class InstanceRole extends iam.Role {
  private isKept = false;

  /** Drops whatever is added to the role meanwhile. */
  public keepDuring(action: () => void): void {
    this.isKept = true;
    action();
    this.isKept = false;
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    return this.isKept ? { statementAdded: false } : super.addToPrincipalPolicy(statement);
  }

  public addManagedPolicy(policy: iam.IManagedPolicy): void {
    if (!this.isKept) super.addManagedPolicy(policy);
  }
}

/**
 * The role of the instances: what Beanstalk gives them or just as much as they need, a shell through Session Manager,
 * and what the agent needs beyond.
 *
 * The agent marks its instance as draining by itself when AWS takes a Spot instance back.
 */
export function createInstanceRole(
  scope: Construct, policy: InstancePolicyName, pulls: readonly EcrRepository[], cluster: ecs.ICluster,
): InstanceRole {
  const role = new InstanceRole(scope, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    description: 'Container instances: registration with Amazon ECS, Session Manager, image pulls',
    managedPolicies: policy === 'beanstalk' ? [
      iam.ManagedPolicy.fromAwsManagedPolicyName('AWSElasticBeanstalkMulticontainerDocker'),
      iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'),
    ] : [],
  });
  for (const statement of pullStatements(Stack.of(scope), pulls)) role.addToPolicy(statement);
  for (const statement of policy === 'scoped' ? scopedStatements(cluster) : []) role.addToPolicy(statement);
  return role;
}

/** Hands the group over to its cluster. The CDK would let its instances write to every log group. */
export function register(
  cluster: ecs.Cluster, provider: ecs.AsgCapacityProvider, policy: InstancePolicyName, role: InstanceRole,
): void {
  const add = () => cluster.addAsgCapacityProvider(provider);
  if (policy === 'scoped') role.keepDuring(add);
  else add();
}

/**
 * What the agent needs on its cluster, and Session Manager.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
function scopedStatements({ clusterArn }: ecs.ICluster): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      actions: [
        'ecs:DeregisterContainerInstance', 'ecs:RegisterContainerInstance',
        'ecs:SubmitAttachmentStateChanges', 'ecs:SubmitContainerStateChange', 'ecs:SubmitTaskStateChange',
      ],
      resources: [clusterArn],
    }),
    new iam.PolicyStatement({
      actions: ['ecs:Poll', 'ecs:StartTelemetrySession'],
      resources: ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': clusterArn } },
    }),
    new iam.PolicyStatement({ actions: ['ecs:DiscoverPollEndpoint', ...SESSION_MANAGER], resources: ['*'] }),
  ];
}

/** None of them knows resources that have names before the instance is there. */
export const SESSION_MANAGER = [
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
] as const;
