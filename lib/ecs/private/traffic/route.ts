import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ConditionsPlan, RoutePlan } from '../../../core/plan/ecs/plan';
import { toConditions } from './actions';
import { createTargetGroup } from './target-group';
import { Pair } from './traffic-shift';

interface Bindings {
  readonly route: RoutePlan;
  readonly listener: elbv2.IApplicationListener;
  readonly service: ecs.Ec2Service;
  readonly vpc: ec2.IVpc;
  /** What requests show that come through CloudFront. */
  readonly originSecret?: secretsmanager.ISecret;
  /** With what Amazon ECS moves requests to a second target group; none without one. */
  readonly shiftRole?: iam.IRole;
}

/** Leads requests of a listener to a container, and opens exactly the ports that this takes. */
export function addRoute(scope: Construct, bindings: Bindings): Pair<elbv2.ApplicationTargetGroup> {
  const { route: { key, rule, target }, listener, service, vpc } = bindings;
  const { containerName, containerPort, healthCheck } = target;
  const first = createTargetGroup(scope, `Target${key}`, vpc, target);
  const shift = shiftOf(scope, first, bindings);
  if (!rule) listener.addAction('Default', { action: elbv2.ListenerAction.forward([first]) });
  else if (!shift) addRule(scope, rule, elbv2.ListenerAction.forward([first]), bindings);
  first.addTarget(
    service.loadBalancerTarget({ containerName, containerPort, alternateTarget: shift?.alternateTarget }),
  );
  if (healthCheck.port > 0) {service.connections.allowFrom(listener, ec2.Port.tcp(healthCheck.port), 'Load balancer to health check');}
  return { first, second: shift?.second };
}

interface Shift {
  readonly second: elbv2.ApplicationTargetGroup;
  readonly alternateTarget: ecs.IAlternateTarget;
}

/**
 * The second target group, and the rule that has both. It starts with all weight on the first, where the first version
 * is.
 */
function shiftOf(scope: Construct, first: elbv2.ApplicationTargetGroup, bindings: Bindings): Shift | undefined {
  const { route: { key, shiftRule, target }, vpc, shiftRole } = bindings;
  if (!shiftRole) return undefined;
  const second = createTargetGroup(scope, `SecondTarget${key}`, vpc, { ...target, name: '' });
  const action = elbv2.ListenerAction.weightedForward([
    { targetGroup: first, weight: 1 }, { targetGroup: second, weight: 0 },
  ]);
  const productionListener = ecs.ListenerRuleConfiguration.applicationListenerRule(
    addRule(scope, shiftRule!, action, bindings),
  );
  return {
    second,
    alternateTarget: new ecs.AlternateTarget(`Second${key}`, {
      alternateTargetGroup: second, productionListener, role: shiftRole,
    }),
  };
}

function addRule(
  scope: Construct, rule: ConditionsPlan, action: elbv2.ListenerAction, bindings: Bindings,
): elbv2.ApplicationListenerRule {
  const {
    route: { key }, listener, originSecret,
  } = bindings;
  return new elbv2.ApplicationListenerRule(scope, `Listener${key}`, {
    listener, priority: rule.priority, conditions: toConditions(rule, originSecret), action,
  });
}
