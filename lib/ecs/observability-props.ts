import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { AlarmsProps } from './alarms';

/** How the output of containers is kept, and who may look into them. */
export interface ContainerLogProps {
  /**
   * How long the new log group keeps events. A group that you give as `logGroup` keeps them as it does.
   *
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * The key that the new log group is encrypted with. A key of the same app learns that Amazon CloudWatch Logs may use
   * it; the policy of an imported one has to say so already.
   *
   * @default - one of Amazon CloudWatch Logs
   */
  readonly logEncryptionKey?: kms.IKey;

  /**
   * Whether somebody with the permission for it may open a shell in a running container, through Session Manager.
   *
   * @default false
   */
  readonly enableExecuteCommand?: boolean;
}

/** What the cluster reports. */
export interface InsightsProps {
  /**
   * What Container Insights reports of the cluster, its tasks and their containers, at the price of custom metrics.
   *
   * @default - what the account has as its default
   */
  readonly containerInsights?: ecs.ContainerInsights;
}

/** Who hears of trouble. */
export interface AlarmedProps {
  /**
   * The alarms of the service. Each costs a little, and wants somebody who listens; `{}` makes the usual ones.
   *
   * @default - no alarms
   */
  readonly alarms?: AlarmsProps;
}

/** What can be seen at one glance. */
export interface EcsDashboardProps {
  /**
   * Whether there is a dashboard with the requests, targets, tasks, and queues of every service. Amazon CloudWatch
   * charges for each beyond the third of an account.
   *
   * @default false
   */
  readonly dashboard?: boolean;
}
