import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ActionPlan, ConditionsPlan } from '../../core/plan/plan';

/** What the load balancer answers by itself. */
export function toAnswer(action: Exclude<ActionPlan, { readonly kind: 'forward' }>): elbv2.ListenerAction {
  if (action.kind === 'redirect') return elbv2.ListenerAction.redirect(action);
  const { statusCode, contentType, messageBody } = action;
  return elbv2.ListenerAction.fixedResponse(statusCode, { contentType, messageBody: messageBody === '' ? undefined : messageBody });
}

/** Which requests a rule takes. */
export function toConditions({ hostHeaders, pathPatterns }: Pick<ConditionsPlan, 'hostHeaders' | 'pathPatterns'>): elbv2.ListenerCondition[] {
  return [
    ...hostHeaders.length > 0 ? [elbv2.ListenerCondition.hostHeaders([...hostHeaders])] : [],
    ...pathPatterns.length > 0 ? [elbv2.ListenerCondition.pathPatterns([...pathPatterns])] : [],
  ];
}
