import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Lazy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ServiceDeployment } from '../../../core/plan/ecs/plan';
import { rollbackAlarms } from '../../../core/plan/ecs/service/alarms';
import { ReplicaPlan, RolloutPlan } from '../../../core/plan/ecs/service/service-plan';
import { Shift, StrategyName } from '../../../core/settings/service/strategy';
import { Scheduling } from '../../scheduling';

interface Bindings {
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: ecs.TaskDefinition;
  readonly vpcSubnets?: ec2.SubnetSelection;
  readonly securityGroups?: ec2.ISecurityGroup[];
  readonly scheduling?: Scheduling;
  /** The instances that replicas go to; without one, any of the cluster. */
  readonly capacityProvider?: string;
  /** The names of the alarms of the service itself that take a deployment back, once they are made. */
  readonly ownAlarms: () => string[];
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

function rollout(plan: RolloutPlan, { scheduling, ownAlarms }: Bindings, hasOwnAlarms: boolean) {
  const named = (scheduling?._deploymentAlarms ?? []).map(({ alarmName }) => alarmName);
  const alarmNames = hasOwnAlarms ? Lazy.list({ produce: () => [...named, ...ownAlarms()] }) : named;
  return {
    minHealthyPercent: plan.minHealthyPercent,
    maxHealthyPercent: plan.maxHealthyPercent,
    circuitBreaker: { enable: plan.rollback, rollback: plan.rollback },
    healthCheckGracePeriod:
      plan.healthCheckGracePeriod === null ? undefined : Duration.seconds(plan.healthCheckGracePeriod),
    deploymentAlarms:
      alarmNames.length === 0 ? undefined : { alarmNames, behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM },
    ...(plan.alarmBakeTime === null ? {} : { bakeTime: Duration.minutes(plan.alarmBakeTime) }),
  };
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

const STRATEGIES: Readonly<Record<StrategyName, ecs.DeploymentStrategy>> = {
  'rolling': ecs.DeploymentStrategy.ROLLING,
  'blue-green': ecs.DeploymentStrategy.BLUE_GREEN,
  'linear': ecs.DeploymentStrategy.LINEAR,
  'canary': ecs.DeploymentStrategy.CANARY,
};

/** The strategy is always named: Amazon ECS keeps the one it has when a template says nothing any more. */
function shift({ kind, bakeTime, percent, stepBakeTime }: Shift) {
  // The CDK takes 1.1 for no multiple of 0.1, unless it cannot see it.
  const steps = {
    stepPercent: Lazy.number({ produce: () => percent }), stepBakeTime: Duration.minutes(stepBakeTime),
  };
  return {
    deploymentStrategy: STRATEGIES[kind],
    bakeTime: kind === 'rolling' ? undefined : Duration.minutes(bakeTime),
    linearConfiguration: kind === 'linear' ? steps : undefined,
    canaryConfiguration: kind === 'canary' ? steps : undefined,
  };
}
