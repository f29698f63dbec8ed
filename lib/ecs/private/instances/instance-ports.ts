import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ServiceDeployment } from '../../../core/plan/plan';

/** Refuses a cluster whose instances no rule of a security group could open. The CDK would leave them closed and say nothing. */
export function checkInstancePorts({ connections }: ecs.ICluster, { task, routes, networkRoutes }: ServiceDeployment): void {
  if (task.networkMode === 'awsvpc' || routes.length + networkRoutes.length === 0 || connections.securityGroups.length > 0) return;
  throw new Error('`cluster` must know the security groups of its instances, got none; give securityGroups to Cluster.fromClusterAttributes, call cluster.connections.addSecurityGroup, or use the AWS_VPC network mode');
}
