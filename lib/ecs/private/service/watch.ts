import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ServiceDeployment } from '../../../core/plan/ecs/plan';
import { AlarmedProps } from '../../observability-props';
import { createAlarms, createAlarmTopic } from './alarms';
import { addToDashboard, createDashboard } from './dashboard';
import { Watched } from './metrics';

/** What an environment hands over to its services. */
export interface SharedWatch {
  readonly group?: autoscaling.AutoScalingGroup;
  readonly alarmTopic?: sns.ITopic;
  readonly dashboard?: cloudwatch.Dashboard;
}

/** What watches a service. */
interface Watch {
  readonly alarms: cloudwatch.Alarm[];
  readonly alarmTopic?: sns.ITopic;
  readonly dashboard?: cloudwatch.Dashboard;
}

/** The alarms and the place on a dashboard that the plan asks for. */
export function watch(
  service: Construct & Watched, plan: ServiceDeployment, props: AlarmedProps, shared: SharedWatch,
): Watch {
  const alarmTopic = plan.alarms ? (props.alarms?.topic ?? shared.alarmTopic ?? createAlarmTopic(service)) : undefined;
  const alarms = plan.alarms && alarmTopic ? createAlarms(service, plan.alarms, service, alarmTopic) : [];
  const dashboard = plan.dashboard ? createDashboard(service, service, shared.group) : shared.dashboard;
  const containers = plan.task.containers.map(({ name }) => name).join(', ');
  if (dashboard) addToDashboard(dashboard, `${service.node.id}: ${containers}`, service, alarms);
  return { alarms, alarmTopic, dashboard };
}
