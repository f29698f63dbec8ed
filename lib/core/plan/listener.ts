import { canonicalCidr } from '../settings/cidr';
import { DEREGISTRATION_DELAY_SECONDS, GRPC_HEALTH_CHECK, HEALTH_CHECK, ORIGIN_HEADER, SSL_POLICY } from '../settings/defaults';
import { Candidate, candidatesFor, healthCheckPort, PlacedTarget } from '../settings/listeners';
import { NetworkModeName, sharesInterface } from '../settings/network-modes';
import { ruleKey, rulePriority } from '../settings/rule-priority';
import { ListenerSettings, RuleSettings, TargetSettings } from '../settings/settings';
import { planAction } from './action';
import { AccessPlan, ActionPlan, ConditionsPlan, HealthCheckPlan, ListenerPlan, RulePlan, TargetPlan } from './plan';
import { withoutUndefined } from './without-undefined';

/** What a target is resolved with. */
export interface Surroundings {
  readonly candidates: readonly Candidate[];
  readonly networkMode: NetworkModeName;
}

/** One listener with its rules, each led to its container or to the answer that it gives. */
export function planListener(listener: ListenerSettings, candidates: readonly Candidate[], networkMode: NetworkModeName): ListenerPlan {
  const { port, certificates = 0, sslPolicy = SSL_POLICY, rules = [] } = listener;
  const isSecure = certificates > 0;
  const around = { candidates, networkMode };
  return {
    port,
    protocol: isSecure ? 'HTTPS' : 'HTTP',
    sslPolicy: isSecure ? sslPolicy : '',
    access: planAccess(listener),
    action: planOutcome(listener, port, around),
    rules: rules.map((rule) => planRule(rule, port, around)),
  };
}

/** Everybody may connect unless somebody is named. */
export function planAccess({ open, allowedCidrs, allowedSecurityGroups }: ListenerSettings): AccessPlan {
  const isOpen = open ?? (allowedCidrs === undefined && allowedSecurityGroups === undefined);
  return { open: isOpen, cidrs: (allowedCidrs ?? []).map(canonicalCidr), securityGroups: allowedSecurityGroups ?? 0 };
}

function planRule(rule: RuleSettings, port: number, around: Surroundings): RulePlan {
  return { ...planConditions(rule), action: planOutcome(rule, port, around) };
}

/** Which requests a rule takes. */
export function planConditions(rule: RuleSettings & { readonly guarded?: boolean }): ConditionsPlan {
  const { pathPatterns = [], hostHeaders = [], guarded } = rule;
  return { key: ruleKey(rule), priority: rulePriority(rule), pathPatterns, hostHeaders, header: guarded ? ORIGIN_HEADER : '' };
}

function planOutcome(settings: TargetSettings, port: number, around: Surroundings): ActionPlan {
  return settings.action ? planAction(settings.action) : { kind: 'forward', target: planTarget({ ...settings, port }, around) };
}

/** The container behind a listener or a rule. The rules made sure that there is exactly one. */
export function planTarget(settings: PlacedTarget['target'], around: Surroundings): TargetPlan {
  const [{ containerName, containerPort, hostPort }] = candidatesFor(settings, around.candidates);
  const { deregistrationDelaySeconds = DEREGISTRATION_DELAY_SECONDS, stickinessSeconds = 0, slowStartSeconds = 0 } = settings;
  const { targetProtocol: protocol = 'HTTP', protocolVersion = 'HTTP1', targetGroupName: name = '' } = settings;
  const target = { name, protocol, protocolVersion, deregistrationDelaySeconds, stickinessSeconds, slowStartSeconds, containerName, containerPort };
  const trafficPort = sharesInterface(around.networkMode) ? containerPort : hostPort;
  return {
    ...target,
    hostPort: trafficPort,
    targetType: around.networkMode === 'awsvpc' ? 'ip' : 'instance',
    healthCheck: planHealthCheck(settings, trafficPort, around),
  };
}

function planHealthCheck(settings: TargetSettings, trafficPort: number, { candidates, networkMode }: Surroundings): HealthCheckPlan {
  const { targetProtocol: protocol = 'HTTP', protocolVersion, healthCheck = {} } = settings;
  const { port, httpCodes, grpcCodes, ...figures } = healthCheck;
  const usual = { ...HEALTH_CHECK, grpcCodes: '' };
  const own = port === undefined ? trafficPort : healthCheckPort(port, candidates, networkMode) ?? 0;
  const codes = protocolVersion === 'GRPC'
    ? { ...GRPC_HEALTH_CHECK, httpCodes: '', ...withoutUndefined({ grpcCodes }) }
    : withoutUndefined({ httpCodes });
  return { ...usual, ...codes, ...withoutUndefined(figures), protocol, port: own === trafficPort ? 0 : own };
}
