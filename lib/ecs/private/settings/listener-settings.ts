import { HealthCheckSettings, ListenerSettings, RuleSettings, TargetSettings } from '../../../core/settings/settings';
import { DockerrunListener, DockerrunListenerRule, DockerrunRoute } from '../../listener-props';
import { DockerrunHealthCheck, DockerrunTarget } from '../../target-props';
import { plain, plainSeconds, settingsOfList } from './tokens';

/** A listener without its CDK objects: certificates become their number and durations seconds. */
export function listenerSettings(listener: DockerrunListener, index: number): ListenerSettings {
  const prop = `listeners[${index}]`;
  const { certificates, sslPolicy, open, allowedCidrs, allowedSecurityGroups, rules } = listener;
  return {
    ...targetSettings(prop, listener),
    port: plain(`${prop}.port`, listener.port),
    protocol: listener.protocol as ListenerSettings['protocol'],
    tcpIdleTimeoutSeconds: plainSeconds(`${prop}.tcpIdleTimeout`, listener.tcpIdleTimeout),
    action: listener.defaultAction?._settings(`${prop}.defaultAction`),
    certificates: certificates?.length, sslPolicy, open,
    allowedCidrs: allowedCidrs && settingsOfList(`${prop}.allowedCidrs`, allowedCidrs),
    allowedSecurityGroups: allowedSecurityGroups?.length,
    rules: rules?.map((rule, at) => ruleSettings(`${prop}.rules[${at}]`, rule)),
  };
}

function ruleSettings(prop: string, rule: DockerrunListenerRule): RuleSettings {
  return { ...routeSettings(prop, rule), action: rule.action?._settings(`${prop}.action`) };
}

/** A rule that leads to a container. */
export function routeSettings(prop: string, route: DockerrunRoute): RuleSettings {
  return {
    ...targetSettings(prop, route),
    pathPatterns: plain(`${prop}.pathPatterns`, route.pathPatterns),
    hostHeaders: plain(`${prop}.hostHeaders`, route.hostHeaders),
    priority: plain(`${prop}.priority`, route.priority),
  };
}

/** A container behind a listener or a rule. */
export function targetSettings(prop: string, target: DockerrunTarget): TargetSettings {
  return {
    instancePort: plain(`${prop}.instancePort`, target.instancePort),
    containerName: plain(`${prop}.containerName`, target.containerName),
    containerPort: plain(`${prop}.containerPort`, target.containerPort),
    targetGroupName: plain(`${prop}.targetGroupName`, target.targetGroupName),
    healthCheck: target.healthCheck && healthCheckSettings(`${prop}.healthCheck`, target.healthCheck),
    deregistrationDelaySeconds: plainSeconds(`${prop}.deregistrationDelay`, target.deregistrationDelay),
    stickinessSeconds: plainSeconds(`${prop}.stickinessCookieDuration`, target.stickinessCookieDuration),
    slowStartSeconds: plainSeconds(`${prop}.slowStart`, target.slowStart),
    targetProtocol: target.targetProtocol as TargetSettings['targetProtocol'],
    protocolVersion: target.protocolVersion as TargetSettings['protocolVersion'],
  };
}

function healthCheckSettings(prop: string, check: DockerrunHealthCheck): HealthCheckSettings {
  return {
    path: plain(`${prop}.path`, check.path),
    port: plain(`${prop}.port`, check.port),
    httpCodes: plain(`${prop}.healthyHttpCodes`, check.healthyHttpCodes),
    grpcCodes: plain(`${prop}.healthyGrpcCodes`, check.healthyGrpcCodes),
    healthyThresholdCount: plain(`${prop}.healthyThresholdCount`, check.healthyThresholdCount),
    unhealthyThresholdCount: plain(`${prop}.unhealthyThresholdCount`, check.unhealthyThresholdCount),
    intervalSeconds: plainSeconds(`${prop}.interval`, check.interval),
    timeoutSeconds: plainSeconds(`${prop}.timeout`, check.timeout),
  };
}
