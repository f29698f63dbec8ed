import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { HealthCheckSettings, ListenerSettings, RuleSettings, TargetSettings } from '../../core/settings/settings';
import { DockerrunListener, DockerrunListenerRule } from '../../ecs/listener-props';
import { DockerrunHealthCheck, DockerrunTarget } from '../../ecs/target-props';

/** A listener of option settings as the prop has it. */
export function toListener(
  { rules, protocol, ...listener }: ListenerSettings, certificates: acm.ICertificate[] | undefined,
): DockerrunListener {
  return {
    ...toTarget(listener),
    port: listener.port,
    certificates,
    protocol: protocol as elbv2.Protocol,
    sslPolicy: listener.sslPolicy as elbv2.SslPolicy,
    rules: rules?.map(toRule),
  };
}

function toRule(rule: RuleSettings): DockerrunListenerRule {
  const { pathPatterns, hostHeaders, priority } = rule;
  return {
    ...toTarget(rule),
    priority,
    pathPatterns: pathPatterns && [...pathPatterns],
    hostHeaders: hostHeaders && [...hostHeaders],
  };
}

function toTarget({
  instancePort, healthCheck, deregistrationDelay, stickinessCookieDuration, targetProtocol,
}: TargetSettings): DockerrunTarget {
  return {
    instancePort,
    healthCheck: healthCheck && toHealthCheck(healthCheck),
    deregistrationDelay: seconds(deregistrationDelay),
    stickinessCookieDuration: seconds(stickinessCookieDuration),
    targetProtocol: targetProtocol as elbv2.ApplicationProtocol,
  };
}

function toHealthCheck({ healthyHttpCodes, interval, timeout, ...check }: HealthCheckSettings): DockerrunHealthCheck {
  const { path, port, healthyThresholdCount, unhealthyThresholdCount } = check;
  return {
    path, port, healthyThresholdCount, unhealthyThresholdCount,
    healthyHttpCodes: healthyHttpCodes, interval: seconds(interval), timeout: seconds(timeout),
  };
}

export function seconds(value: number | undefined): Duration | undefined {
  return value === undefined ? undefined : Duration.seconds(value);
}
