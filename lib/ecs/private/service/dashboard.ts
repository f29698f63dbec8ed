import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import {
  answers, healthyHosts, oldestMessage, PERIOD, reportingTasks, requests, unhealthyHosts, utilization, waitingMessages,
  Watched,
} from './metrics';

/** How wide a row is. */
const COLUMNS = 24;

/** The dashboard, with a row about the instances where they are known. */
export function createDashboard(
  scope: Construct, watched: Watched, group: autoscaling.AutoScalingGroup | undefined,
): cloudwatch.Dashboard {
  const dashboard = new cloudwatch.Dashboard(scope, 'Dashboard');
  dashboard.addWidgets(title('Cluster'));
  dashboard.addWidgets(
    percent('CPU of the instances', [utilization(watched.service, 'cluster', 'CPU')]),
    percent('Memory of the instances', [utilization(watched.service, 'cluster', 'Memory')]),
    ...(group ? [graph('Instances', instancesOf(group))] : []),
  );
  return dashboard;
}

/** The rows of one service. */
export function addToDashboard(
  dashboard: cloudwatch.Dashboard, name: string, watched: Watched, alarms: readonly cloudwatch.Alarm[],
): void {
  dashboard.addWidgets(title(name));
  if (alarms.length > 0) {
    dashboard.addWidgets(
      new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: COLUMNS, height: 3 }),
    );
  }
  const { service, secondTargetGroups, networkTargetGroups, secondNetworkTargetGroups } = watched;
  const targetGroups = [...new Set(watched.targetGroups)];
  dashboard.addWidgets(...requestGraphs([...targetGroups, ...secondTargetGroups]));
  dashboard.addWidgets(
    ...targetGraphs([...targetGroups, ...secondTargetGroups, ...networkTargetGroups, ...secondNetworkTargetGroups]),
    graph('Running tasks', [reportingTasks(service)]),
    percent('CPU of what is reserved', [utilization(service, 'service', 'CPU')]),
    percent('Memory of what is reserved', [utilization(service, 'service', 'Memory')]),
  );
  dashboard.addWidgets(...queueGraphs(watched));
}

/** The group reports its size only when it is told to; there is no charge for it. */
function instancesOf(group: autoscaling.AutoScalingGroup): cloudwatch.IMetric[] {
  const metrics = ['GroupInServiceInstances', 'GroupDesiredCapacity'];
  (group.node.defaultChild as autoscaling.CfnAutoScalingGroup).metricsCollection = [
    { granularity: '1Minute', metrics },
  ];
  const dimensionsMap = { AutoScalingGroupName: group.autoScalingGroupName };
  return metrics.map(
    (metricName) =>
      new cloudwatch.Metric({
        namespace: 'AWS/AutoScaling', metricName, dimensionsMap, period: PERIOD, statistic: cloudwatch.Stats.AVERAGE,
      }),
  );
}

function requestGraphs(groups: readonly elbv2.ApplicationTargetGroup[]): cloudwatch.IWidget[] {
  if (groups.length === 0) return [];
  const { TARGET_4XX_COUNT, TARGET_5XX_COUNT } = elbv2.HttpCodeTarget;
  const time = (statistic: string) =>
    groups.map((group) => group.metrics.targetResponseTime({ period: PERIOD, statistic, label: statistic }));
  return [
    graph('Requests', groups.map(requests)),
    graph('Response time', [...time('p50'), ...time('p99')]),
    graph(
      'Answers with 4xx and 5xx',
      groups.flatMap((group) => [answers(group, TARGET_4XX_COUNT), answers(group, TARGET_5XX_COUNT)]),
    ),
  ];
}

function targetGraphs(
  groups: readonly (elbv2.ApplicationTargetGroup | elbv2.NetworkTargetGroup)[],
): cloudwatch.IWidget[] {
  return groups.length === 0
    ? []
    : [
      graph(
        'Targets', groups.flatMap((group) => [healthyHosts(group), unhealthyHosts(group)]),
      ),
    ];
}

function queueGraphs({ queue, deadLetterQueue }: Watched): cloudwatch.IWidget[] {
  if (!queue) return [];
  return [
    graph('Messages that wait', [waitingMessages(queue)]),
    graph('Age of the oldest message', [oldestMessage(queue)]),
    ...deadLetterQueue ? [graph('Dead letters', [waitingMessages(deadLetterQueue)])] : [],
  ];
}

function title(name: string): cloudwatch.IWidget {
  return new cloudwatch.TextWidget({ markdown: `## ${name}`, width: COLUMNS, height: 1 });
}

function graph(name: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title: name, left, leftYAxis: { min: 0 } });
}

function percent(name: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title: name, left, leftYAxis: { min: 0, label: '%', showUnits: false } });
}
