import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { AlarmsProps } from './alarms';

/** Logging of containers, and access to them. */
export interface ContainerLogProps {
  /**
   * Retention of the new log group. A given `logGroup` keeps its own.
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
   * Enable ECS Exec: whoever has the permission may open a shell in a running container.
   *
   * @default false
   */
  readonly enableExecuteCommand?: boolean;
}

/** Properties of the metrics of a cluster. */
export interface InsightsProps {
  /**
   * Container Insights setting of the cluster; its metrics have the price of custom metrics.
   *
   * @default - what the account has as its default
   */
  readonly containerInsights?: ecs.ContainerInsights;
}

/** Properties of everything with alarms. */
export interface AlarmedProps {
  /**
   * The alarms of the service. Each costs a little, and wants somebody who listens; `{}` makes the usual ones.
   *
   * @default - no alarms
   */
  readonly alarms?: AlarmsProps;
}

/** Properties of a dashboard. */
export interface EcsDashboardProps {
  /**
   * Create a dashboard with the requests, targets, tasks, and queues of every service. Amazon CloudWatch charges for
   * each dashboard beyond the third of an account.
   *
   * @default false
   */
  readonly dashboard?: boolean;
}
