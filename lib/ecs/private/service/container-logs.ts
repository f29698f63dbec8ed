import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { TaskPlan } from '../../../core/plan/ecs/plan';
import { ContainerLogProps } from '../../observability-props';

/** The log group of a task, unless there is one or no container needs one. */
export function createLogGroup(
  scope: Construct, { logRetention }: TaskPlan, props: ContainerLogProps,
): logs.ILogGroup | undefined {
  const { logEncryptionKey: encryptionKey } = props;
  if (logRetention === null) return undefined;
  if (encryptionKey) allowLogs(Stack.of(scope), encryptionKey);
  return new logs.LogGroup(scope, 'LogGroup', { retention: logRetention, encryptionKey });
}

/** The log driver of a container for which the file configures none. It never makes the container wait. */
export function defaultLogDriver(logGroup: logs.ILogGroup, streamPrefix: string): ecs.LogDriver {
  return ecs.LogDrivers.awsLogs({ logGroup, streamPrefix, mode: ecs.AwsLogDriverMode.NON_BLOCKING });
}

/**
 * What CloudWatch Logs needs of a key. Only what encrypts and decrypts tells the log group that it is for.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function allowLogs(stack: Stack, key: kms.IKey): void {
  const groups = stack.formatArn({
    service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const principals = [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)];
  key.addToResourcePolicy(new iam.PolicyStatement({
    principals,
    actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
  }));
  key.addToResourcePolicy(new iam.PolicyStatement({ principals, actions: ['kms:DescribeKey'], resources: ['*'] }));
}
