import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { RoutePlan } from '../../../core/plan/ecs/plan';
import { createRule } from './actions';
import { allowHealthCheck } from './security-group-rules';
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
  const { route: { key, listener: listenerKey, rule, target }, listener, service, vpc, originSecret } = bindings;
  const { containerName, containerPort } = target;
  const shared = scope.node.tryFindChild(`Target${key}`) as elbv2.ApplicationTargetGroup | undefined;
  const first = shared ?? createTargetGroup(scope, `Target${key}`, vpc, target);
  const shift = shiftOf(scope, first, bindings);
  const action = elbv2.ListenerAction.forward([first]);
  if (!rule) listener.addAction('Default', { action });
  else if (!shift) createRule(scope, rule, { listener, listenerKey, originSecret, action });
  if (shared) return { first };
  first.addTarget(
    service.loadBalancerTarget({ containerName, containerPort, alternateTarget: shift?.alternateTarget }),
  );
  allowHealthCheck(service, listener, target);
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
  const { route: { key, listener: listenerKey, shiftRule, target }, listener, vpc, originSecret, shiftRole } = bindings;
  if (!shiftRole) return undefined;
  const second = createTargetGroup(scope, `SecondTarget${key}`, vpc, { ...target, name: '' });
  const action = elbv2.ListenerAction.weightedForward([
    { targetGroup: first, weight: 1 }, { targetGroup: second, weight: 0 },
  ]);
  const productionListener = ecs.ListenerRuleConfiguration.applicationListenerRule(
    createRule(scope, shiftRule!, { listener, listenerKey, originSecret, action }),
  );
  return {
    second,
    alternateTarget: new ecs.AlternateTarget(`Second${key}`, {
      alternateTargetGroup: second, productionListener, role: shiftRole,
    }),
  };
}
