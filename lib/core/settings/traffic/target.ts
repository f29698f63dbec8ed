import { MAX_PORT } from '../../spec/fields/network';
import { choice, count, flag, Given, group, seconds, settled, text } from '../fields/field';
import { RESOURCE_NAME } from './load-balancer';

const PROCESS = 'aws:elasticbeanstalk:environment:process:<process>';
const LISTENER = 'aws:elb:listener:<port>';
const HEALTH = 'aws:elb:healthcheck';
const POLICIES = 'aws:elb:policies';
const USE_ECS = 'Remove it, or use EcsEnvironment.';

/** A cookie lives for a day when nobody gives it an age. */
const A_DAY = { usual: 86_400 };

/**
 * Beanstalk's health check of a process, but for the codes: an application that redirects to its login page is well.
 */
export const healthCheckFields = {
  path: text().else('/').option(PROCESS, 'HealthCheckPath'),
  port: count().notOnBeanstalk('Let the container answer the check on the port of its requests.'),
  interval: seconds(5, 300).else(15).option(PROCESS, 'HealthCheckInterval').classic(HEALTH, 'Interval'),
  timeout: seconds(2, 120).else(5).option(PROCESS, 'HealthCheckTimeout').classic(HEALTH, 'Timeout'),
  healthyThresholdCount: count(2, 10).else(3)
    .option(PROCESS, 'HealthyThresholdCount')
    .classic(HEALTH, 'HealthyThreshold'),
  unhealthyThresholdCount: count(2, 10).else(5)
    .option(PROCESS, 'UnhealthyThresholdCount')
    .classic(HEALTH, 'UnhealthyThreshold'),
  healthyHttpCodes: text().else('200-399').option(PROCESS, 'MatcherHTTPCode'),
  healthyGrpcCodes: text().else('').notOnBeanstalk('Use healthyHttpCodes.')
    .applicationOnly('Remove it; without path and codes, a TCP connection is enough.'),
};

/** The container behind a listener or a rule, and its target group. */
export const targetFields = {
  instancePort: count(1, MAX_PORT).option(PROCESS, 'Port').classic(LISTENER, 'InstancePort'),
  containerName: text(),
  containerPort: count(1, MAX_PORT),
  targetGroupName: text(RESOURCE_NAME).hint('Write such a name, or leave it out.')
    .notOnBeanstalk('Remove it; Beanstalk names its target groups.'),
  deregistrationDelay: seconds(0, 3600).else(20)
    .option(PROCESS, 'DeregistrationDelay')
    .classic(POLICIES, 'ConnectionDrainingTimeout', { off: 'ConnectionDrainingEnabled' }),
  healthCheck: group(healthCheckFields, 'DockerrunHealthCheck'),
};

/** What only a target group for requests has besides. */
export const requestFields = {
  stickinessCookieDuration: seconds(1, 604_800).else(0).applicationOnly()
    .option(PROCESS, 'StickinessLBCookieDuration', { on: 'StickinessEnabled', beside: 'StickinessType', ...A_DAY })
    .classic(POLICIES, 'Stickiness Cookie Expiration', { on: 'Stickiness Policy', ...A_DAY }),
  slowStart: seconds(30, 900).else(0).notOnBeanstalk(USE_ECS).applicationOnly(),
  targetProtocol: choice('HTTP', 'HTTPS').as('elbv2.ApplicationProtocol').applicationOnly()
    .option(PROCESS, 'Protocol')
    .classic(LISTENER, 'InstanceProtocol'),
  protocolVersion: choice('HTTP1', 'HTTP2', 'GRPC').as('elbv2.ApplicationProtocolVersion').else('HTTP1')
    .notOnBeanstalk(USE_ECS, 'HTTP1').applicationOnly(),
};

/** What only a target group for connections has besides. */
export const connectionFields = {
  preserveClientIp: flag()
    .else(null)
    .notOnBeanstalk(USE_ECS)
    .only(['TCP', 'TLS'], 'Remove it; only TCP and TLS listeners have a choice.'),
};

export const allTargetFields = { ...targetFields, ...requestFields, ...connectionFields };

export type HealthCheckSettings = Given<typeof healthCheckFields>;
export type TargetFieldSettings = Given<typeof allTargetFields>;

/** The health check where nobody says otherwise. */
export const HEALTH_CHECK = settled(healthCheckFields, {});
