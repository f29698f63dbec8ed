import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { ServiceDeployment } from '../../../core/plan/ecs/plan';
import { rollbackAlarms } from '../../../core/plan/ecs/service/alarms';
import { ReplicaPlan } from '../../../core/plan/ecs/service/service-plan';
import { rollout, RolloutBindings, shift } from './rollout';

interface Bindings extends RolloutBindings {
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: ecs.TaskDefinition;
  readonly vpcSubnets?: ec2.SubnetSelection;
  readonly securityGroups?: ec2.ISecurityGroup[];
  /** The instances that replicas go to; without one, any of the cluster. */
  readonly capacityProvider?: string;
}

/** The service, which starts the tasks and replaces them. */
export function createService(
  scope: Construct, { service, task, alarms }: ServiceDeployment, bindings: Bindings,
): ecs.Ec2Service {
  const { cluster, taskDefinition, vpcSubnets, securityGroups } = bindings;
  const created = new ecs.Ec2Service(scope, 'Service', {
    cluster,
    taskDefinition,
    ...(service.scheduling === 'DAEMON'
      ? { daemon: true, availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED }
      : replicas(service, bindings)),
    ...rollout(service, bindings, rollbackAlarms(alarms).length > 0),
    ...(task.networkMode === 'awsvpc' ? { vpcSubnets, securityGroups } : {}),
    enableECSManagedTags: true,
    enableExecuteCommand: task.executeCommand ? true : undefined,
  });
  // Tasks need the agent's permissions to start.
  created.node.addDependency(taskDefinition.obtainExecutionRole());
  return created;
}

/**
 * Spread over zones, then over instances. Auto scaling starts from its minimum; a number in the template would set it
 * back at each deployment.
 */
function replicas(plan: ReplicaPlan, { capacityProvider }: Bindings) {
  return {
    desiredCount: plan.scaling ? undefined : plan.desiredCount,
    capacityProviderStrategies: capacityProvider === undefined ? undefined : [{ capacityProvider, weight: 1 }],
    placementConstraints: plan.distinctInstance ? [ecs.PlacementConstraint.distinctInstances()] : undefined,
    placementStrategies: [
      ecs.PlacementStrategy.spreadAcross(ecs.BuiltInAttributes.AVAILABILITY_ZONE),
      ecs.PlacementStrategy.spreadAcrossInstances(),
    ],
    availabilityZoneRebalancing: plan.zoneRebalancing
      ? ecs.AvailabilityZoneRebalancing.ENABLED
      : ecs.AvailabilityZoneRebalancing.DISABLED,
    ...shift(plan.strategy),
  };
}
