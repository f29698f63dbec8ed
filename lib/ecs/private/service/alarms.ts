import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AlarmPlan, AlarmsPlan, MeasurePlan } from '../../../core/plan/ecs/service/alarm-plan';
import {
  loadBalancerErrorShare, missingTasks, oldestMessage, reportingTasks, serverErrorShare, unhealthyHosts, utilization,
  waitingMessages, Watched,
} from './metrics';

/**
 * A topic of its own. A topic with a policy loses the one by which alarms of its account may publish, so this one says
 * so again.
 */
export function createAlarmTopic(scope: Construct): sns.Topic {
  const topic = new sns.Topic(scope, 'AlarmTopic', { enforceSSL: true });
  const { account } = Stack.of(scope);
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'AllowAlarms',
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: {
          'aws:SourceArn': Stack.of(scope).formatArn({
            service: 'cloudwatch', resource: 'alarm', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
  return topic;
}

/** The alarms of a service, in the order of the plan. */
export function createAlarms(
  scope: Construct, { alarms }: AlarmsPlan, watched: Watched, topic: sns.ITopic,
): cloudwatch.Alarm[] {
  const action = new actions.SnsAction(topic);
  return alarms.map((plan) => {
    const alarm = createAlarm(scope, plan, watched);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  });
}

/**
 * The names of those that take a deployment back. They are about target groups alone, so that they wait for no service.
 */
export function rollbackNames(plan: AlarmsPlan | null, alarms: readonly cloudwatch.Alarm[]): string[] {
  return alarms.filter((_, index) => plan?.alarms[index].rollsBack).map(({ alarmName }) => alarmName);
}

const COMPARISONS = {
  'at-least': cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  'at-most': cloudwatch.ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
};

const MISSING = { alarming: cloudwatch.TreatMissingData.BREACHING, fine: cloudwatch.TreatMissingData.NOT_BREACHING };

function createAlarm(scope: Construct, plan: AlarmPlan, watched: Watched): cloudwatch.Alarm {
  return new cloudwatch.Alarm(scope, `${plan.key}Alarm`, {
    alarmDescription: `${scope.node.path}: ${plan.description}`,
    metric: metricOf(plan.measure, watched),
    threshold: plan.threshold,
    comparisonOperator: COMPARISONS[plan.comparison],
    evaluationPeriods: plan.minutes,
    treatMissingData: MISSING[plan.missing],
  });
}

function metricOf(measure: MeasurePlan, watched: Watched): cloudwatch.IMetric {
  const { service, targetGroups, secondTargetGroups, queue, deadLetterQueue } = watched;
  switch (measure.kind) {
    case 'unhealthy-hosts':
      return unhealthyHosts(groupsOf(measure, watched)[measure.target]);
    case 'server-errors':
      return serverErrorShare([targetGroups, secondTargetGroups].flatMap((groups) => groups[measure.target] ?? []));
    case 'load-balancer-errors':
      return loadBalancerErrorShare(targetGroups[0]);
    case 'missing-tasks':
      return measure.of === 'insights' ? missingTasks(service) : reportingTasks(service);
    case 'cpu':
      return utilization(service, measure.of, 'CPU');
    case 'memory':
      return utilization(service, measure.of, 'Memory');
    case 'oldest-message':
      return oldestMessage(queue!);
    case 'dead-letters':
      return waitingMessages(deadLetterQueue!);
  }
}

function groupsOf({ front, second }: MeasurePlan & { readonly kind: 'unhealthy-hosts' }, watched: Watched) {
  if (front === 'network') return second ? watched.secondNetworkTargetGroups : watched.networkTargetGroups;
  return second ? watched.secondTargetGroups : watched.targetGroups;
}
