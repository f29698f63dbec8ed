import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { TargetPlan } from '../../core/plan/plan';

/** A target group without targets; the service registers them. */
export function createTargetGroup(scope: Construct, id: string, vpc: ec2.IVpc, plan: TargetPlan): elbv2.ApplicationTargetGroup {
  const { targetType, containerPort, hostPort, healthCheck, stickinessSeconds, slowStartSeconds } = plan;
  return new elbv2.ApplicationTargetGroup(scope, id, {
    vpc,
    targetType: targetType as elbv2.TargetType,
    protocol: elbv2.ApplicationProtocol.HTTP,
    port: hostPort === 0 ? containerPort : hostPort,
    deregistrationDelay: Duration.seconds(plan.deregistrationDelaySeconds),
    stickinessCookieDuration: stickinessSeconds === 0 ? undefined : Duration.seconds(stickinessSeconds),
    slowStart: slowStartSeconds === 0 ? undefined : Duration.seconds(slowStartSeconds),
    healthCheck: {
      path: healthCheck.path,
      port: 'traffic-port',
      healthyHttpCodes: healthCheck.httpCodes,
      interval: Duration.seconds(healthCheck.intervalSeconds),
      timeout: Duration.seconds(healthCheck.timeoutSeconds),
      healthyThresholdCount: healthCheck.healthyThresholdCount,
      unhealthyThresholdCount: healthCheck.unhealthyThresholdCount,
    },
  });
}
