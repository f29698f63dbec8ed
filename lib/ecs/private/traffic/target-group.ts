import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NlbTargetPlan, TargetPlan } from '../../../core/plan/ecs/plan';

/** Amazon ECS registers each task with a port of its own. This one can never change, so that it says nothing. */
const PORT = 80;

/** A target group for requests, without targets; the service registers them. */
export function createTargetGroup(
  scope: Construct, id: string, vpc: ec2.IVpc, plan: TargetPlan,
): elbv2.ApplicationTargetGroup {
  const { protocol, protocolVersion, healthCheck, stickinessCookieDuration, slowStart } = plan;
  return new elbv2.ApplicationTargetGroup(scope, id, {
    vpc,
    ...groupProps(plan),
    protocol: protocol as elbv2.ApplicationProtocol,
    protocolVersion: protocolVersion === 'HTTP1' ? undefined : (protocolVersion as elbv2.ApplicationProtocolVersion),
    stickinessCookieDuration: seconds(stickinessCookieDuration),
    slowStart: seconds(slowStart),
    healthCheck: { ...checkProps(plan), protocol: healthCheck.protocol === 'HTTP' ? undefined : elbv2.Protocol.HTTPS },
  });
}

/** A target group for connections, without targets too. */
export function createNlbTargetGroup(
  scope: Construct, id: string, vpc: ec2.IVpc, plan: NlbTargetPlan,
): elbv2.NetworkTargetGroup {
  return new elbv2.NetworkTargetGroup(scope, id, {
    vpc,
    ...groupProps(plan),
    protocol: plan.protocol as elbv2.Protocol,
    preserveClientIp: plan.preserveClientIp ?? undefined,
    healthCheck: { ...checkProps(plan), protocol: plan.healthCheck.protocol as elbv2.Protocol },
  });
}

function groupProps({ name, targetType, deregistrationDelay }: TargetPlan | NlbTargetPlan) {
  return {
    targetGroupName: filled(name),
    targetType: targetType as elbv2.TargetType,
    port: PORT,
    deregistrationDelay: Duration.seconds(deregistrationDelay),
  };
}

function checkProps({ healthCheck }: TargetPlan | NlbTargetPlan): elbv2.HealthCheck {
  const {
    port, path, healthyHttpCodes, healthyGrpcCodes, interval, timeout, healthyThresholdCount, unhealthyThresholdCount,
  } = healthCheck;
  return {
    port: port === 0 ? 'traffic-port' : String(port),
    path: filled(path),
    healthyHttpCodes: filled(healthyHttpCodes),
    healthyGrpcCodes: filled(healthyGrpcCodes),
    interval: Duration.seconds(interval),
    timeout: Duration.seconds(timeout),
    healthyThresholdCount,
    unhealthyThresholdCount,
  };
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function seconds(figure: number): Duration | undefined {
  return figure === 0 ? undefined : Duration.seconds(figure);
}
