import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NlbTargetPlan } from '../../../core/plan/plan';

/** A target group for connections, without targets; the service registers them. */
export function createNetworkTargetGroup(scope: Construct, id: string, vpc: ec2.IVpc, plan: NlbTargetPlan): elbv2.NetworkTargetGroup {
  const { protocol, targetType, containerPort, hostPort, healthCheck, deregistrationDelaySeconds } = plan;
  return new elbv2.NetworkTargetGroup(scope, id, {
    vpc,
    targetGroupName: plan.name === '' ? undefined : plan.name,
    targetType: targetType as elbv2.TargetType,
    protocol: protocol as elbv2.Protocol,
    port: hostPort === 0 ? containerPort : hostPort,
    deregistrationDelay: Duration.seconds(deregistrationDelaySeconds),
    healthCheck: {
      protocol: healthCheck.protocol as elbv2.Protocol,
      port: healthCheck.port === 0 ? 'traffic-port' : String(healthCheck.port),
      path: healthCheck.path === '' ? undefined : healthCheck.path,
      healthyHttpCodes: healthCheck.httpCodes === '' ? undefined : healthCheck.httpCodes,
      interval: Duration.seconds(healthCheck.intervalSeconds),
      timeout: Duration.seconds(healthCheck.timeoutSeconds),
      healthyThresholdCount: healthCheck.healthyThresholdCount,
      unhealthyThresholdCount: healthCheck.unhealthyThresholdCount,
    },
  });
}
