import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { RolloutPlan } from '../../../core/plan/ecs/service/service-plan';
import { Scheduling } from '../../scheduling';

/** The target group of a route, and the second one where versions take turns. */
export interface Pair<G> {
  readonly first: G;
  readonly second?: G;
}

/**
 * The role with which Amazon ECS changes weights; none where it has none to change. AWS extends the policy as it
 * supports more.
 */
export function createShiftRole(
  scope: Construct, { secondTargetGroups }: RolloutPlan, scheduling: Scheduling | undefined,
): iam.IRole | undefined {
  if (!secondTargetGroups) return undefined;
  return (
    scheduling?._strategyRole
    ?? new iam.Role(scope, 'TrafficShiftRole', {
      assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInfrastructureRolePolicyForLoadBalancers'),
      ],
    })
  );
}
