import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ActionPlan, ConditionsPlan } from '../../../core/plan/ecs/plan';

interface RuleBindings {
  readonly listener: elbv2.IApplicationListener;
  /** Tells it from others. */
  readonly listenerKey: string;
  /** What requests show that come through CloudFront. */
  readonly originSecret?: secretsmanager.ISecret;
  readonly action: elbv2.ListenerAction;
}

/** What the load balancer answers by itself. */
export function toAnswer(action: Exclude<ActionPlan, { readonly kind: 'forward' }>): elbv2.ListenerAction {
  if (action.kind === 'redirect') return elbv2.ListenerAction.redirect(action);
  const { statusCode, contentType, messageBody } = action;
  return elbv2.ListenerAction.fixedResponse(statusCode, {
    contentType, messageBody: messageBody === '' ? undefined : messageBody,
  });
}

/**
 * A rule, which AWS tells from others by its listener and its priority; so does its id, whatever the rule takes and
 * wherever it leads. It stands below its listener unless that is of another stack.
 */
export function createRule(
  scope: Construct,
  { priority, ...conditions }: ConditionsPlan,
  { listener, listenerKey, originSecret, action }: RuleBindings,
): elbv2.ApplicationListenerRule {
  const isNear = Stack.of(listener) === Stack.of(scope);
  const [place, id] = isNear ? [listener, `Rule${priority}`] : [scope, `Listener${listenerKey}Rule${priority}`];
  return new elbv2.ApplicationListenerRule(place, id, {
    listener, priority, conditions: toConditions(conditions, originSecret), action,
  });
}

/** Which requests a rule takes. The secret is a reference that CloudFormation resolves. */
function toConditions(
  { hostHeaders, pathPatterns, header }: Omit<ConditionsPlan, 'key' | 'priority'>,
  originSecret?: secretsmanager.ISecret,
): elbv2.ListenerCondition[] {
  return [
    ...(hostHeaders.length > 0 ? [elbv2.ListenerCondition.hostHeaders([...hostHeaders])] : []),
    ...(header !== '' ? [elbv2.ListenerCondition.httpHeader(header, [originSecret!.secretValue.unsafeUnwrap()])] : []),
    ...(pathPatterns.length > 0 ? [elbv2.ListenerCondition.pathPatterns([...pathPatterns])] : []),
  ];
}
