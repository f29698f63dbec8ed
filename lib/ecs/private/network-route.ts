import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { NetworkRoutePlan } from '../../core/plan/plan';
import { targetPorts } from './network-ports';
import { createNetworkTargetGroup } from './network-target-group';

interface Bindings {
  readonly route: NetworkRoutePlan;
  readonly listener: elbv2.NetworkListener;
  readonly service: ecs.Ec2Service;
  readonly vpc: ec2.IVpc;
}

/** Leads the connections of a listener to a container, and opens exactly the ports that this takes, which the CDK does not. */
export function addNetworkRoute(scope: Construct, { route: { key, target }, listener, service, vpc }: Bindings): elbv2.NetworkTargetGroup {
  const { containerName, containerPort } = target;
  const group = createNetworkTargetGroup(scope, `NetworkTarget${key}`, vpc, target);
  listener.addTargetGroups('Default', group);
  const protocol = target.protocol === 'UDP' ? ecs.Protocol.UDP : ecs.Protocol.TCP;
  group.addTarget(service.loadBalancerTarget({ containerName, containerPort, protocol }));
  for (const [ports, description] of targetPorts(target)) service.connections.allowFrom(listener.loadBalancer, ports, description);
  return group;
}
