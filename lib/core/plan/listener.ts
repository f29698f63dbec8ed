import { DEREGISTRATION_DELAY_SECONDS, HEALTH_CHECK, SSL_POLICY } from '../settings/defaults';
import { Candidate, candidatesFor } from '../settings/listeners';
import { NetworkModeName, sharesInterface } from '../settings/network-modes';
import { ruleKey, rulePriority } from '../settings/rule-priority';
import { ListenerSettings, RuleSettings, TargetSettings } from '../settings/settings';
import { ListenerPlan, RulePlan, TargetPlan } from './plan';

/** One listener with its rules, each led to its container. */
export function planListener(listener: ListenerSettings, candidates: readonly Candidate[], networkMode: NetworkModeName): ListenerPlan {
  const { port, certificates = 0, sslPolicy = SSL_POLICY, allowedCidrs, rules = [] } = listener;
  const isSecure = certificates > 0;
  return {
    port,
    protocol: isSecure ? 'HTTPS' : 'HTTP',
    sslPolicy: isSecure ? sslPolicy : '',
    access: { open: listener.open ?? allowedCidrs === undefined, cidrs: allowedCidrs ?? [] },
    target: planTarget(listener, port, candidates, networkMode),
    rules: rules.map((rule) => planRule(rule, port, candidates, networkMode)),
  };
}

function planRule(rule: RuleSettings, port: number, candidates: readonly Candidate[], networkMode: NetworkModeName): RulePlan {
  return {
    key: ruleKey(rule),
    priority: rulePriority(rule),
    pathPatterns: rule.pathPatterns ?? [],
    hostHeaders: rule.hostHeaders ?? [],
    target: planTarget(rule, port, candidates, networkMode),
  };
}

function planTarget(settings: TargetSettings, port: number, candidates: readonly Candidate[], networkMode: NetworkModeName): TargetPlan {
  const [{ containerName, containerPort, hostPort }] = candidatesFor({ ...settings, port }, candidates);
  const { deregistrationDelaySeconds = DEREGISTRATION_DELAY_SECONDS, stickinessSeconds = 0, slowStartSeconds = 0 } = settings;
  const healthCheck = { ...HEALTH_CHECK, ...withoutUndefined(settings.healthCheck ?? {}) };
  const target = { healthCheck, deregistrationDelaySeconds, stickinessSeconds, slowStartSeconds, containerName, containerPort };
  return {
    ...target,
    hostPort: sharesInterface(networkMode) ? containerPort : hostPort,
    targetType: networkMode === 'awsvpc' ? 'ip' : 'instance',
  };
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
