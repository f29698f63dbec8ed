import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ServiceDeployment } from '../../core/plan/plan';

interface Bindings {
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: ecs.TaskDefinition;
  readonly vpcSubnets?: ec2.SubnetSelection;
  readonly securityGroups?: ec2.ISecurityGroup[];
}

/** The task once on every instance of the cluster. */
export function createService(scope: Construct, { service, task }: ServiceDeployment, bindings: Bindings): ecs.Ec2Service {
  const { cluster, taskDefinition, vpcSubnets, securityGroups } = bindings;
  const created = new ecs.Ec2Service(scope, 'Service', {
    cluster,
    taskDefinition,
    daemon: true,
    minHealthyPercent: service.minHealthyPercent,
    maxHealthyPercent: service.maxHealthyPercent,
    circuitBreaker: { enable: true, rollback: service.rollback },
    healthCheckGracePeriod: service.healthCheckGraceSeconds === null ? undefined : Duration.seconds(service.healthCheckGraceSeconds),
    ...task.networkMode === 'awsvpc' ? { vpcSubnets, securityGroups } : {},
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
    enableECSManagedTags: true,
  });
  // Tasks need the agent's permissions to start.
  created.node.addDependency(taskDefinition.obtainExecutionRole());
  return created;
}
