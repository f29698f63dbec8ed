import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { NlbRoutePlan } from '../../../core/plan/ecs/plan';
import { targetPorts } from './security-group-rules';
import { createNlbTargetGroup } from './target-group';
import { Pair } from './traffic-shift';

interface Bindings {
  readonly route: NlbRoutePlan;
  readonly listener: elbv2.NetworkListener;
  readonly service: ecs.Ec2Service;
  readonly vpc: ec2.IVpc;
  /** With what Amazon ECS moves connections to a second target group; none without one. */
  readonly shiftRole?: iam.IRole;
}

/**
 * Leads the connections of a listener to a container, and opens exactly the ports that this takes, which the CDK does
 * not.
 */
export function addNetworkRoute(scope: Construct, bindings: Bindings): Pair<elbv2.NetworkTargetGroup> {
  const { route: { key, target }, listener, service, vpc, shiftRole: role } = bindings;
  const { containerName, containerPort } = target;
  const first = createNlbTargetGroup(scope, `NetworkTarget${key}`, vpc, target);
  const second = role && createNlbTargetGroup(scope, `SecondNetworkTarget${key}`, vpc, { ...target, name: '' });
  if (second) {
    listener.addAction('Default', {
      action: elbv2.NetworkListenerAction.weightedForward([
        { targetGroup: first, weight: 1 }, { targetGroup: second, weight: 0 },
      ]),
    });
  } else {
    listener.addTargetGroups('Default', first);
  }
  const productionListener = ecs.ListenerRuleConfiguration.networkListener(listener);
  const alternateTarget =
    second
    && new ecs.AlternateTarget(`SecondNetwork${key}`, { alternateTargetGroup: second, productionListener, role });
  const protocol = target.protocol === 'UDP' ? ecs.Protocol.UDP : ecs.Protocol.TCP;
  first.addTarget(service.loadBalancerTarget({ containerName, containerPort, protocol, alternateTarget }));
  for (const [ports, description] of targetPorts(target)) {
    service.connections.allowFrom(listener.loadBalancer, ports, description);
  }
  return { first, second };
}
