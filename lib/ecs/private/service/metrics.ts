import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';

/** A service with everything that reports figures of it. */
export interface Watched {
  readonly service: ecs.Ec2Service;
  readonly targetGroups: readonly elbv2.ApplicationTargetGroup[];
  readonly secondTargetGroups: readonly elbv2.ApplicationTargetGroup[];
  readonly networkTargetGroups: readonly elbv2.NetworkTargetGroup[];
  readonly secondNetworkTargetGroups: readonly elbv2.NetworkTargetGroup[];
  readonly queue?: sqs.IQueue;
  readonly deadLetterQueue?: sqs.IQueue;
}

const { AVERAGE, MAXIMUM, SAMPLE_COUNT, SUM } = cloudwatch.Stats;

/** What AWS reports at most often, and what counting tasks by their figures takes. */
export const PERIOD = Duration.minutes(1);

export function unhealthyHosts(group: elbv2.ApplicationTargetGroup | elbv2.NetworkTargetGroup): cloudwatch.IMetric {
  const options = { period: PERIOD, statistic: MAXIMUM };
  return group instanceof elbv2.NetworkTargetGroup
    ? group.metrics.unHealthyHostCount(options)
    : group.metrics.unhealthyHostCount(options);
}

export function healthyHosts(group: elbv2.ApplicationTargetGroup | elbv2.NetworkTargetGroup): cloudwatch.IMetric {
  return group.metrics.healthyHostCount({ period: PERIOD, statistic: cloudwatch.Stats.MINIMUM });
}

export function requests(group: elbv2.ApplicationTargetGroup): cloudwatch.IMetric {
  return group.metrics.requestCount({ period: PERIOD, statistic: SUM });
}

export function answers(group: elbv2.ApplicationTargetGroup, code: elbv2.HttpCodeTarget): cloudwatch.IMetric {
  return group.metrics.httpCodeTarget(code, { period: PERIOD, statistic: SUM });
}

/** The share of the answers with 5xx of the target groups that one route has. */
export function serverErrorShare(groups: readonly elbv2.ApplicationTargetGroup[]): cloudwatch.IMetric {
  const sum = (name: string) => groups.map((_, index) => `FILL(${name}${index}, 0)`).join(' + ');
  const usingMetrics = Object.fromEntries(groups.flatMap((group, index) => [
    [`errors${index}`, answers(group, elbv2.HttpCodeTarget.TARGET_5XX_COUNT)], [`requests${index}`, requests(group)],
  ]));
  return new cloudwatch.MathExpression({
    expression: `100 * (${sum('errors')}) / (${sum('requests')})`,
    usingMetrics,
    period: PERIOD,
    label: 'Answers with 5xx, in percent',
  });
}

/** The load balancer does not count requests that it finds no target for, so these are added to the others. */
export function loadBalancerErrorShare(group: elbv2.ApplicationTargetGroup): cloudwatch.IMetric {
  const dimensionsMap = { LoadBalancer: group.firstLoadBalancerFullName };
  const count = (metricName: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/ApplicationELB', metricName, dimensionsMap, period: PERIOD, statistic: SUM,
    });
  return new cloudwatch.MathExpression({
    expression: '100 * errors / (errors + FILL(requests, 0))',
    usingMetrics: { errors: count('HTTPCode_ELB_5XX_Count'), requests: count('RequestCount') },
    period: PERIOD,
    label: 'Errors of the load balancer, in percent',
  });
}

export function utilization(
  service: ecs.Ec2Service, of: 'service' | 'cluster', what: 'CPU' | 'Memory',
): cloudwatch.Metric {
  const {
    cluster: { clusterName: ClusterName }, serviceName: ServiceName,
  } = service;
  const dimensionsMap: Record<string, string> = of === 'service' ? { ClusterName, ServiceName } : { ClusterName };
  return new cloudwatch.Metric({
    namespace: 'AWS/ECS', metricName: `${what}Utilization`, dimensionsMap, period: PERIOD, statistic: AVERAGE,
  });
}

/** Every task that runs reports once a minute. */
export function reportingTasks(service: ecs.Ec2Service): cloudwatch.IMetric {
  return utilization(service, 'service', 'CPU').with({ statistic: SAMPLE_COUNT, label: 'Running tasks' });
}

/** How many tasks should run and do not, which only Container Insights knows. */
export function missingTasks(service: ecs.Ec2Service): cloudwatch.IMetric {
  const { cluster: { clusterName: ClusterName }, serviceName: ServiceName } = service;
  const count = (metricName: string) =>
    new cloudwatch.Metric({
      namespace: 'ECS/ContainerInsights',
      metricName,
      dimensionsMap: { ClusterName, ServiceName },
      period: PERIOD,
      statistic: AVERAGE,
    });
  return new cloudwatch.MathExpression({
    expression: 'desired - running',
    usingMetrics: { desired: count('DesiredTaskCount'), running: count('RunningTaskCount') },
    period: PERIOD,
    label: 'Missing tasks',
  });
}

export function oldestMessage(queue: sqs.IQueue): cloudwatch.IMetric {
  return queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: MAXIMUM });
}

export function waitingMessages(queue: sqs.IQueue): cloudwatch.IMetric {
  return queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: MAXIMUM });
}
