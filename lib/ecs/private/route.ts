import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { RoutePlan } from '../../core/plan/plan';
import { toConditions } from './actions';
import { createTargetGroup } from './target-group';

interface Bindings {
  readonly route: RoutePlan;
  readonly listener: elbv2.IApplicationListener;
  readonly service: ecs.Ec2Service;
  readonly vpc: ec2.IVpc;
  /** What requests show that come through CloudFront. */
  readonly originSecret?: secretsmanager.ISecret;
}

/** Leads requests of a listener to a container, and opens exactly the ports that this takes. */
export function addRoute(scope: Construct, bindings: Bindings): elbv2.ApplicationTargetGroup {
  const { route: { key, rule, target }, listener, service, vpc, originSecret } = bindings;
  const { containerName, containerPort, healthCheck } = target;
  const group = createTargetGroup(scope, `Target${key}`, vpc, target);
  const action = elbv2.ListenerAction.forward([group]);
  if (rule) new elbv2.ApplicationListenerRule(scope, `Listener${key}`, { listener, priority: rule.priority, conditions: toConditions(rule, originSecret), action });
  else listener.addAction('Default', { action });
  group.addTarget(service.loadBalancerTarget({ containerName, containerPort }));
  if (healthCheck.port > 0) service.connections.allowFrom(listener, ec2.Port.tcp(healthCheck.port), 'Load balancer to health check');
  return group;
}
