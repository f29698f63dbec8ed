import { ORIGIN_HEADER, SSL_POLICY } from '../../settings/constants';
import { ListenerSettings, RuleSettings, TargetSettings } from '../../settings/settings';
import { NetworkProtocol } from '../../settings/traffic/protocols';
import { ruleKey, rulePriority } from '../../settings/traffic/rule-priority';
import { planAnswer } from './action';
import { planClients } from './clients';
import { ActionPlan, ConditionsPlan, ListenerPlan, NlbListenerPlan } from './model';
import { planNlbTarget, planTarget, Surroundings } from './target';

/** One listener for requests with its rules, each led to its container or to the answer that it gives. */
export function planListener(listener: ListenerSettings, around: Surroundings): ListenerPlan {
  const { port, certificates = 0, sslPolicy = SSL_POLICY, rules = [] } = listener;
  const isSecure = certificates > 0;
  return {
    port,
    protocol: isSecure ? 'HTTPS' : 'HTTP',
    sslPolicy: isSecure ? sslPolicy : '',
    access: planClients(listener),
    action: planAction(listener, port, around),
    rules: rules.map((rule) => ({ ...planConditions(rule), action: planAction(rule, port, around) })),
  };
}

/** One listener for connections, led to its container. */
export function planNlbListener(
  listener: ListenerSettings & { readonly protocol: NetworkProtocol }, around: Surroundings,
): NlbListenerPlan {
  const { port, protocol, sslPolicy = SSL_POLICY, tcpIdleTimeout = 0 } = listener;
  const target = planNlbTarget(listener, around);
  return {
    port,
    protocol,
    sslPolicy: protocol === 'TLS' ? sslPolicy : '',
    tcpIdleTimeout,
    access: planClients(listener),
    target,
  };
}

/** Which requests a rule takes. */
export function planConditions(rule: RuleSettings & { readonly guarded?: boolean }): ConditionsPlan {
  const { pathPatterns = [], hostHeaders = [], guarded } = rule;
  return {
    key: ruleKey(rule), priority: rulePriority(rule), pathPatterns, hostHeaders, header: guarded ? ORIGIN_HEADER : '',
  };
}

function planAction(settings: TargetSettings, port: number, around: Surroundings): ActionPlan {
  return settings.action
    ? planAnswer(settings.action)
    : { kind: 'forward', target: planTarget({ ...settings, port }, around) };
}
