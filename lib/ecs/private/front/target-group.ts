import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { TargetPlan } from '../../../core/plan/plan';

/** A target group without targets; the service registers them. */
export function createTargetGroup(scope: Construct, id: string, vpc: ec2.IVpc, plan: TargetPlan): elbv2.ApplicationTargetGroup {
  const { protocol, protocolVersion, targetType, containerPort, hostPort, healthCheck, stickinessSeconds, slowStartSeconds } = plan;
  return new elbv2.ApplicationTargetGroup(scope, id, {
    vpc,
    targetGroupName: plan.name === '' ? undefined : plan.name,
    targetType: targetType as elbv2.TargetType,
    protocol: protocol as elbv2.ApplicationProtocol,
    protocolVersion: protocolVersion === 'HTTP1' ? undefined : protocolVersion as elbv2.ApplicationProtocolVersion,
    port: hostPort === 0 ? containerPort : hostPort,
    deregistrationDelay: Duration.seconds(plan.deregistrationDelaySeconds),
    stickinessCookieDuration: stickinessSeconds === 0 ? undefined : Duration.seconds(stickinessSeconds),
    slowStart: slowStartSeconds === 0 ? undefined : Duration.seconds(slowStartSeconds),
    healthCheck: {
      path: healthCheck.path,
      protocol: healthCheck.protocol === 'HTTP' ? undefined : elbv2.Protocol.HTTPS,
      port: healthCheck.port === 0 ? 'traffic-port' : String(healthCheck.port),
      healthyHttpCodes: healthCheck.httpCodes === '' ? undefined : healthCheck.httpCodes,
      healthyGrpcCodes: healthCheck.grpcCodes === '' ? undefined : healthCheck.grpcCodes,
      interval: Duration.seconds(healthCheck.intervalSeconds),
      timeout: Duration.seconds(healthCheck.timeoutSeconds),
      healthyThresholdCount: healthCheck.healthyThresholdCount,
      unhealthyThresholdCount: healthCheck.unhealthyThresholdCount,
    },
  });
}
