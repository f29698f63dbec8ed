import { Duration } from 'aws-cdk-lib/core';
import { HealthCheckSettings, ListenerSettings, RuleSettings, TargetSettings } from '../../core/settings/settings';
import { DockerrunHealthCheck, DockerrunListener, DockerrunListenerRule, DockerrunTarget } from '../listener-props';

/** A listener without its CDK objects: certificates become their number and durations seconds. */
export function listenerSettings(listener: DockerrunListener): ListenerSettings {
  const { port, certificates, sslPolicy, open, allowedCidrs, rules } = listener;
  return { ...targetSettings(listener), port, certificates: certificates?.length, sslPolicy, open, allowedCidrs, rules: rules?.map(ruleSettings) };
}

function ruleSettings(rule: DockerrunListenerRule): RuleSettings {
  const { pathPatterns, hostHeaders, priority } = rule;
  return { ...targetSettings(rule), pathPatterns, hostHeaders, priority };
}

function targetSettings(target: DockerrunTarget): TargetSettings {
  const { instancePort, containerName, containerPort } = target;
  return {
    instancePort, containerName, containerPort,
    healthCheck: target.healthCheck && healthCheckSettings(target.healthCheck),
    deregistrationDelaySeconds: seconds(target.deregistrationDelay),
    stickinessSeconds: seconds(target.stickinessCookieDuration),
    slowStartSeconds: seconds(target.slowStart),
  };
}

function healthCheckSettings(check: DockerrunHealthCheck): HealthCheckSettings {
  const { path, healthyHttpCodes: httpCodes, healthyThresholdCount, unhealthyThresholdCount } = check;
  return { path, httpCodes, healthyThresholdCount, unhealthyThresholdCount, intervalSeconds: seconds(check.interval), timeoutSeconds: seconds(check.timeout) };
}

function seconds(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds();
}
