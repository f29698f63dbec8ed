import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { ActionPlan, ConditionsPlan } from '../../../core/plan/ecs/plan';

/** What the load balancer answers by itself. */
export function toAnswer(action: Exclude<ActionPlan, { readonly kind: 'forward' }>): elbv2.ListenerAction {
  if (action.kind === 'redirect') return elbv2.ListenerAction.redirect(action);
  const { statusCode, contentType, messageBody } = action;
  return elbv2.ListenerAction.fixedResponse(statusCode, {
    contentType, messageBody: messageBody === '' ? undefined : messageBody,
  });
}

/** Which requests a rule takes. The secret is a reference that CloudFormation resolves. */
export function toConditions(
  plan: Omit<ConditionsPlan, 'key' | 'priority'>, originSecret?: secretsmanager.ISecret,
): elbv2.ListenerCondition[] {
  const { hostHeaders, pathPatterns, header } = plan;
  return [
    ...(hostHeaders.length > 0 ? [elbv2.ListenerCondition.hostHeaders([...hostHeaders])] : []),
    ...(header !== '' ? [elbv2.ListenerCondition.httpHeader(header, [originSecret!.secretValue.unsafeUnwrap()])] : []),
    ...(pathPatterns.length > 0 ? [elbv2.ListenerCondition.pathPatterns([...pathPatterns])] : []),
  ];
}
