import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { GroupSchedulePlan, GroupScalingPlan, TriggerPlan } from '../../../core/plan/ecs/service/service-plan';
import { TRIGGER_METRICS } from '../../../core/settings/service/scheduling';

/**
 * Where a metric that is not one of the instances is found: the load balancer, and the target group of the first
 * listener.
 */
export interface MeasuredFront {
  readonly LoadBalancer: string;
  readonly TargetGroup: string;
}

/** Nothing without a target group; the rules refused triggers that need one. */
export function measuredFront([first]: readonly elbv2.ApplicationTargetGroup[]): MeasuredFront | undefined {
  return first && { LoadBalancer: first.firstLoadBalancerFullName, TargetGroup: first.targetGroupFullName };
}

/** What changes the number of instances, and with it that of the tasks. */
export function scaleGroup(
  scope: Construct, group: autoscaling.AutoScalingGroup, plan: GroupScalingPlan, front: MeasuredFront | undefined,
): void {
  for (const trigger of plan.triggers) addTrigger(scope, group, trigger, { cooldown: plan.cooldown, front });
  for (const schedule of plan.schedules) addSchedule(scope, group, schedule);
}

interface Surroundings {
  readonly cooldown: number;
  readonly front: MeasuredFront | undefined;
}

/** Two alarms and two policies, as on Beanstalk. */
function addTrigger(
  scope: Construct, group: autoscaling.AutoScalingGroup, plan: TriggerPlan, around: Surroundings,
): void {
  const { GREATER_THAN_THRESHOLD, LESS_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;
  const metric = metricOf(group, plan, around.front);
  const sides = [
    {
      name: 'High',
      comparisonOperator: GREATER_THAN_THRESHOLD,
      threshold: plan.upperThreshold,
      change: plan.upperBreachScaleIncrement,
    },
    {
      name: 'Low',
      comparisonOperator: LESS_THAN_THRESHOLD,
      threshold: plan.lowerThreshold,
      change: plan.lowerBreachScaleIncrement,
      treatMissingData: plan.isLowWhenMissing ? cloudwatch.TreatMissingData.BREACHING : undefined,
    },
  ];
  for (const { name, change, ...side } of sides) {
    const policy = new autoscaling.CfnScalingPolicy(scope, `${plan.metric}${name}Policy`, {
      autoScalingGroupName: group.autoScalingGroupName,
      policyType: 'SimpleScaling',
      adjustmentType: 'ChangeInCapacity',
      scalingAdjustment: change,
      cooldown: String(around.cooldown),
    });
    const alarm = new cloudwatch.Alarm(scope, `${plan.metric}${name}Alarm`, {
      ...side, metric, evaluationPeriods: plan.evaluationPeriods,
    });
    alarm.addAlarmAction({ bind: () => ({ alarmActionArn: policy.ref }) });
  }
}

function metricOf(
  group: autoscaling.AutoScalingGroup, plan: TriggerPlan, front: MeasuredFront | undefined,
): cloudwatch.Metric {
  const { of } = TRIGGER_METRICS[plan.metric];
  const metricName =
    { Latency: 'TargetResponseTime', UnhealthyHostCount: 'UnHealthyHostCount' }[plan.metric as string] ?? plan.metric;
  const dimensionsMap: Record<string, string> =
    of === 'instances'
      ? { AutoScalingGroupName: group.autoScalingGroupName }
      : of === 'targets'
        ? { ...front }
        : { LoadBalancer: front!.LoadBalancer };
  return new cloudwatch.Metric({
    namespace: of === 'instances' ? 'AWS/EC2' : 'AWS/ApplicationELB',
    metricName,
    dimensionsMap,
    statistic: plan.statistic,
    period: Duration.minutes(plan.period),
  });
}

function addSchedule(scope: Construct, group: autoscaling.AutoScalingGroup, plan: GroupSchedulePlan): void {
  const { name, minCapacity, maxCapacity, desiredCapacity, recurrence, startTime, endTime } = plan;
  new autoscaling.CfnScheduledAction(scope, `Schedule${name}`, {
    autoScalingGroupName: group.autoScalingGroupName,
    minSize: minCapacity ?? undefined,
    maxSize: maxCapacity ?? undefined,
    desiredCapacity: desiredCapacity ?? undefined,
    recurrence: recurrence === '' ? undefined : recurrence,
    startTime: startTime === '' ? undefined : startTime,
    endTime: endTime === '' ? undefined : endTime,
  });
}
