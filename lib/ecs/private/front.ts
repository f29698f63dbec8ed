import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FrontPlan, ListenerPlan, TargetPlan } from '../../core/plan/plan';

export interface FrontProps {
  readonly plan: FrontPlan;
  readonly vpc: ec2.IVpc;
}

/** The load balancer with a listener and a target group for each port. Ids carry the port, so that no listener moves another. */
export class Front extends Construct {
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  public readonly listeners: elbv2.ApplicationListener[] = [];
  public readonly targetGroups: elbv2.ApplicationTargetGroup[] = [];

  constructor(scope: Construct, id: string, private readonly props: FrontProps) {
    super(scope, id);
    this.loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: props.vpc,
      internetFacing: true,
    });
    for (const plan of props.plan.listeners) this.addListener(plan);
  }

  /** Sends the traffic of every target group to its container, and opens exactly the ports that takes. */
  public attach(service: ecs.Ec2Service): void {
    for (const [index, { target: { containerName, containerPort } }] of this.props.plan.listeners.entries()) {
      this.targetGroups[index].addTarget(service.loadBalancerTarget({ containerName, containerPort }));
    }
  }

  private addListener({ port, target }: ListenerPlan): void {
    const targetGroup = this.createTargetGroup(port, target);
    this.targetGroups.push(targetGroup);
    this.listeners.push(this.loadBalancer.addListener(`Listener${port}`, {
      port,
      protocol: elbv2.ApplicationProtocol.HTTP,
      defaultTargetGroups: [targetGroup],
      open: true,
    }));
  }

  private createTargetGroup(port: number, target: TargetPlan): elbv2.ApplicationTargetGroup {
    const { targetType, containerPort, hostPort, healthCheck, deregistrationDelaySeconds } = target;
    return new elbv2.ApplicationTargetGroup(this, `Target${port}`, {
      vpc: this.props.vpc,
      targetType: targetType as elbv2.TargetType,
      protocol: elbv2.ApplicationProtocol.HTTP,
      port: hostPort === 0 ? containerPort : hostPort,
      deregistrationDelay: Duration.seconds(deregistrationDelaySeconds),
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
}
