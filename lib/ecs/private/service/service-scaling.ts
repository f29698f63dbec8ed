import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration, Stack, TimeZone } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import {
  ServiceScalingPlan, StepScalingPlan, TargetTrackingPlan, TaskSchedulePlan,
} from '../../../core/plan/ecs/service/service-plan';

interface Bindings {
  readonly service: ecs.Ec2Service;
  /** Whose requests are counted. */
  readonly targetGroup?: elbv2.ApplicationTargetGroup;
}

/** What changes the number of tasks. */
export function scaleService(
  scope: Construct, plan: ServiceScalingPlan, bindings: Bindings,
): appscaling.ScalableTarget {
  const { service } = bindings;
  const target = new appscaling.ScalableTarget(scope, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${service.cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: plan.min,
    maxCapacity: plan.max,
    role: serviceLinkedRole(scope),
  });
  for (const tracking of plan.targets) track(target, tracking, bindings);
  for (const step of plan.steps) addStep(scope, target, step, service);
  for (const schedule of plan.schedules) addSchedule(target, schedule);
  return target;
}

/** The role that AWS makes for it by itself. */
function serviceLinkedRole(scope: Construct): iam.IRole {
  const roleArn = Stack.of(scope).formatArn({
    service: 'iam', region: '', resource: 'role/aws-service-role/ecs.application-autoscaling.amazonaws.com',
    resourceName: 'AWSServiceRoleForApplicationAutoScaling_ECSService',
  });
  return iam.Role.fromRoleArn(scope, 'ScalingRole', roleArn, { mutable: false });
}

const METRICS = {
  cpu: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION,
  memory: appscaling.PredefinedMetric.ECS_SERVICE_AVERAGE_MEMORY_UTILIZATION,
  requests: appscaling.PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET,
};

function track(
  scaling: appscaling.ScalableTarget, { metric, target, cooldown }: TargetTrackingPlan, { targetGroup }: Bindings,
): void {
  const policy = scaling.scaleToTrackMetric(`Track${capitalized(metric)}`, {
    predefinedMetric: METRICS[metric],
    resourceLabel:
      metric === 'requests'
        ? `${targetGroup!.firstLoadBalancerFullName}/${targetGroup!.targetGroupFullName}`
        : undefined,
    targetValue: target,
    scaleInCooldown: Duration.seconds(cooldown),
    scaleOutCooldown: Duration.seconds(cooldown),
  });
  if (metric === 'requests') policy.node.addDependency(targetGroup!.loadBalancerAttached);
}

function addStep(
  scope: Construct, scalingTarget: appscaling.ScalableTarget, plan: StepScalingPlan, service: ecs.Ec2Service,
): void {
  const { metric, threshold, change, when, evaluationPeriods } = plan;
  const isAbove = when === 'above';
  const id = `${capitalized(metric)}${isAbove ? 'Above' : 'Below'}${threshold}`.replace('.', 'Point');
  const options = { statistic: 'Average', period: Duration.minutes(plan.period) };
  const action = new appscaling.StepScalingAction(scope, `${id}Step`, {
    scalingTarget,
    adjustmentType: appscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    cooldown: Duration.seconds(plan.cooldown),
    metricAggregationType: appscaling.MetricAggregationType.AVERAGE,
  });
  action.addAdjustment({ adjustment: change, ...(isAbove ? { lowerBound: 0 } : { upperBound: 0 }) });
  const alarm = new cloudwatch.Alarm(scope, `${id}Alarm`, {
    metric: metric === 'cpu' ? service.metricCpuUtilization(options) : service.metricMemoryUtilization(options),
    threshold,
    evaluationPeriods,
    comparisonOperator: isAbove
      ? cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD
      : cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
  });
  alarm.addAlarmAction(new actions.ApplicationScalingAction(action));
}

function addSchedule(
  target: appscaling.ScalableTarget, { name, schedule, min, max, timeZone }: TaskSchedulePlan,
): void {
  target.scaleOnSchedule(`Schedule${name}`, {
    schedule: appscaling.Schedule.expression(schedule),
    minCapacity: min ?? undefined,
    maxCapacity: max ?? undefined,
    timeZone: TimeZone.of(timeZone),
  });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
